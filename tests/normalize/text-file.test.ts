/** The contract's rules for plain text, read from a drawn file: what each line becomes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'
import { readTextFile } from '../../src/normalize/text-file.js'
import { textPage } from './pages.js'

function drawn(text: string): string[] {
  return readTextFile(text).blocks.map(
    (block) => `${block.kind}: ${text.slice(block.start, block.end).replace(/\n/gu, '/')}`,
  )
}

describe('blocks of a text file', () => {
  test('headline, paragraph of two lines, subhead, list', () => {
    const text = [
      'Envoys leave without a deal',
      '',
      'Talks ended on Tuesday.',
      'No date was set.',
      '',
      'What comes next',
      '',
      'Two things were refused:',
      '• any handover of land;',
      '- monitors;',
      '1. a third thing.',
      'After the list.',
      '',
      'The end.',
    ].join('\n')
    expect(drawn(text)).toEqual([
      'headline: Envoys leave without a deal',
      'paragraph: Talks ended on Tuesday./No date was set.',
      'subhead: What comes next',
      'paragraph: Two things were refused:',
      'list-item: • any handover of land;',
      'list-item: - monitors;',
      'list-item: 1. a third thing.',
      'paragraph: After the list.',
      'paragraph: The end.',
    ])
  })

  test.each([
    ['no blank line after the first line', 'One.\nTwo.\n\nThree.', null],
    ['a single line', 'Only this\n', null],
    ['blank lines above', '\n\n  A headline\n\nText.', 'A headline'],
    ['CRLF line ends', 'A headline\r\n\r\nText.\r\n', 'A headline'],
  ])('headline: %s', (_name, text, headline) => {
    const read = readTextFile(text)
    expect(read.headline && text.slice(read.headline.start, read.headline.end)).toBe(headline)
  })

  test.each([
    ['-5 degrees were measured at dawn.', 'paragraph'],
    ['1.5 million people saw it.', 'paragraph'],
    ['“Ready right now”', 'subhead'],
    ['“We are ready right now.”', 'paragraph'],
    ['A short line, with an end.', 'paragraph'],
  ])('%s is a %s', (line, kind) => {
    expect(readTextFile(`H\n\nText.\n\n${line}\n\nText.`).blocks[2]?.kind).toBe(kind)
  })
})

test('a text file is kept as decoded, and its own text gives the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (content) => {
      const once = normalize(textPage(content))
      const twice = normalize(textPage(once.text))
      expect(twice.text).toBe(once.text)
      expect(twice.blocks).toEqual(once.blocks)
      for (const block of once.blocks) {
        expect(once.text.slice(block.start, block.end).trim()).toBe(once.text.slice(block.start, block.end))
        expect(block.end).toBeGreaterThan(block.start)
      }
    }),
  )
})
