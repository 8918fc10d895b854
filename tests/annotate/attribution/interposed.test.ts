/** A credit between commas: which clause before it is content, too. Ranges are word numbers of the drawn sentence. */
import { expect, it } from 'vitest'
import type { Found } from '../../../src/annotate/attribution/found.js'
import { withClausesBefore } from '../../../src/annotate/attribution/interposed.js'
import { readingOf } from '../../../src/annotate/attribution/reading.js'
import { wordsOf } from '../../../src/annotate/attribution/article-words.js'
import type { Block } from '../../../src/model/article.js'

/** The credit is "the mayor said"; its content begins behind the comma after it. */
function drawn(text: string): { before: string; given: (others: readonly Found[]) => string } {
  const blocks: Block[] = [{ kind: 'paragraph', start: 0, end: text.length }]
  const words = wordsOf(text, blocks, blocks)
  const reading = readingOf(words, blocks, [])
  const said = words.findIndex(({ lower }) => lower === 'said')
  const item: Found = {
    source: { from: said - 2, to: said },
    cue: { from: said, to: said + 1 },
    content: [{ from: said + 2, to: words.length - 1 }],
    confidence: 0.9,
  }
  const shown = ({ content }: Found): string =>
    content.map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end)).join(' | ')
  return {
    before: shown(item),
    given: (others) =>
      withClausesBefore(reading, [item, ...others])
        .slice(0, 1)
        .map(shown)
        .join(),
  }
}

it('takes the clause before the credit', () => {
  const { given } = drawn('No buyer was found, the mayor said, and there was no bid.')
  expect(given([])).toBe('No buyer was found | and there was no bid')
})

it.each([
  ['has no verb', 'In the small village of Tarn, the mayor said, and there was no bid.'],
  ['is followed by a sentence of its own', 'No buyer was found, the mayor said, there was no bid.'],
  ['is not set apart by commas', 'No buyer was found and the mayor said, and there was no bid.'],
])('leaves the clause where it %s', (_name, text) => {
  const { before, given } = drawn(text)
  expect(given([])).toBe(before)
})

it('leaves a clause that another attribution has', () => {
  const { before, given } = drawn('No buyer was found, the mayor said, and there was no bid.')
  const other: Found = { source: null, cue: null, content: [{ from: 1, to: 3 }], confidence: 0.9 }
  expect(given([other])).toBe(before)
})
