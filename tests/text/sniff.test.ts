import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/text/sniff.js'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('HTML', () => {
  it.each([
    '<!DOCTYPE html><p>a',
    '<html lang=en>',
    '  \n<!-- saved -->\n<head>',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">',
    '\u00ef\u00bb\u00bf<html>',
    '<p>A paragraph',
    '<div class="a">',
  ])('%s', (text) => {
    expect(sniff(bytes(text))).toEqual({ kind: 'html' })
  })

  it('in UTF-16', () => {
    expect(sniff(Buffer.from('\uFEFF<html><p>é</p>', 'utf16le'))).toEqual({ kind: 'html' })
  })
})

describe('text', () => {
  it.each([
    'Talks end\n\nThe talks ended.',
    '<3 the harbour',
    '5 < 6',
    '<unknown-tag>',
    '[Orla] The ferries sail.',
    '{"No," he said.}',
    '[Reuters] The bridge',
    '[{A note.}] The bridge',
    'a\u0000b',
    'na\u00efve caf\u00e9 in windows-1252',
    'BM is how the mayor signs',
    '<!-- never closed',
  ])('%s', (text) => {
    expect(sniff(bytes(text))).toEqual({ kind: 'text' })
  })

  it('in UTF-8 that the 64 kB window cuts in the middle of a character', () => {
    expect(sniff(Buffer.from('é'.repeat(40_000) + 'x')).kind).toBe('text')
    expect(sniff(Buffer.from('x' + 'é'.repeat(40_000))).kind).toBe('text')
  })

  it('in UTF-16 with its mark', () => {
    expect(sniff(Buffer.from('\uFEFFThe talks ended.', 'utf16le'))).toEqual({ kind: 'text' })
  })
})

describe('neither', () => {
  it.each([
    ['%PDF-1.7 …', 'a PDF document'],
    ['\u0089PNG\r\n\u001a\n…', 'a PNG image'],
    ['\u00ff\u00d8\u00ff\u00e0', 'a JPEG image'],
    ['PK\u0003\u0004.........word/document.xml', 'a Word document'],
    ['PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text', 'an OpenDocument file'],
    ['PK\u0003\u0004.........readme', 'a ZIP archive'],
    ['RIFF\u0010\u0000\u0000\u0000WEBPVP8 ', 'a WebP image'],
    ['\u001f\u008b\u0008', 'a gzip archive'],
    ['{\\rtf1\\ansi', 'an RTF document'],
    ['From: <Saved by Blink>\r\nSnapshot', 'a web archive (MHTML)'],
    ['Subject: Bridge closed\nFrom: a@b.example\nMIME-Version: 1.0\n\nThe bridge', 'an email'],
    ['Received: from a.example\r\n by b.example;\r\n', 'an email'],
    [
      '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- c --><rss version="2.0">',
      'a feed or sitemap',
    ],
    ['\u00ef\u00bb\u00bf<feed xmlns="http://www.w3.org/2005/Atom">', 'a feed or sitemap'],
    ['\u00ef\u00bb\u00bf{"title": "Strike", "sources": ["a.html"]}\n', 'a JSON file'],
    ['[\n  {"id": "a"', 'a JSON file'],
    [`{"${'x'.repeat(100)}": 1}`, 'a JSON file'],
    ['\u0001\u0002\u0003\u0004\u0005\u0006', 'a binary file of unknown kind'],
    ['\u0000'.repeat(100), 'a binary file of unknown kind'],
  ])('%#: %s', (text, what) => {
    expect(sniff(bytes(text))).toEqual({ kind: 'binary', what })
  })

  it('noise', () => {
    let seed = 7
    const noise = Uint8Array.from(
      { length: 5_000 },
      () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >> 16,
    )
    expect(sniff(noise).kind).toBe('binary')
  })

  it.each(['', ' \n\t\r\n'])('nothing: %j', (text) => {
    expect(sniff(bytes(text))).toEqual({ kind: 'empty' })
  })
})
