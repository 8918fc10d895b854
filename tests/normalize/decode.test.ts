/** Encodings: what is declared, and what the bytes say. */
import { describe, expect, test } from 'vitest'
import { decodeHtml, decodeText } from '../../src/normalize/normalize.js'
import { normalize } from '../../src/normalize/normalize.js'
import { rawPage } from './pages.js'

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from([part]))),
  )

describe('HTML', () => {
  test.each([
    ['byte order mark before transport', bytes(0xef, 0xbb, 0xbf, 'é'), 'windows-1252', 'é'],
    [
      'transport before meta',
      bytes('<meta charset="utf-8">', 0x93, 'a', 0x94),
      'windows-1252',
      '<meta charset="utf-8">“a”',
    ],
    ['meta', bytes('<meta charset="windows-1252">', 0x92), null, '<meta charset="windows-1252">’'],
    [
      'latin-1 means windows-1252',
      bytes('<meta charset="iso-8859-1">', 0x80),
      null,
      '<meta charset="iso-8859-1">€',
    ],
    ['nothing declared, UTF-8', bytes('“é”'), null, '“é”'],
    ['nothing declared, windows-1252 bytes', bytes('a', 0x92, 's'), null, 'a’s'],
    [
      'declared UTF-8, windows-1252 bytes',
      bytes('<meta charset="utf-8">a', 0x92, 's'),
      null,
      '<meta charset="utf-8">a’s',
    ],
    [
      'declared windows-1252, UTF-8 bytes',
      bytes('<meta charset="windows-1252">’'),
      null,
      '<meta charset="windows-1252">’',
    ],
    ['windows-1251', bytes(0xcc, 0xe8, 0xf0), 'windows-1251', 'Мир'],
    ['unknown name', bytes('é'), 'no-such-charset', 'é'],
  ])('%s', (_name, content, charset, text) => {
    expect(decodeHtml(content, charset)).toBe(text)
  })
})

test('text files: UTF-16 by its mark, all marks dropped', () => {
  expect(decodeText(Buffer.from('\uFEFF\uFEFFA “b”', 'utf16le'), null)).toBe('A “b”')
})

describe('files that are no text', () => {
  test.each([
    ['empty', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['a picture', bytes(0x89, 'PNG\r\n', 0x1a, 0, 0, 0), 'not-text'],
    ['a PDF', '%PDF-1.7 and more', 'not-text'],
    ['zeros', Buffer.alloc(400), 'not-text'],
  ])('%s', (_name, content, code) => {
    for (const mediaType of ['html', 'text'] as const) {
      const article = normalize(rawPage(mediaType, content, { name: 'file' }))
      expect(article.completeness).toEqual({ state: 'unreadable', reasons: [code] })
      expect(article.issues.map((issue) => issue.code)).toEqual([code])
      expect(article.text).toBe('')
    }
  })
})
