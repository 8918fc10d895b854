/** Word differences, drawn: [-there alone-] {+here alone+}. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { wordDiff } from '../../src/text/word-diff.js'

function drawn(other: string, here: string): string | null {
  const pieces = wordDiff(other, here)
  return (
    pieces
      ?.map(({ kind, text }) => (kind === 'same' ? text : kind === 'here' ? `{+${text}+}` : `[-${text}-]`))
      .join('') ?? null
  )
}

describe('wordDiff', () => {
  test.each([
    ['We will return.', 'We will return.', 'We will return.'],
    ['We will not return today', 'We will return today', 'We will [-not -]return today'],
    ['We return', 'We return to the table', 'We return {+to the table+}'],
    ['We return to the table', 'We return.', 'We return[- to the table-].'],
    ['five hours of talks', 'nearly four hours of talks', '[-five -]{+nearly four+} hours of talks'],
    // Words outrank punctuation and case: these are no differences.
    ['"We will — as I said — return,"', 'We will, as I said, return', 'We will, as I said, return'],
    ['THE UNION’S TABLE', 'the union table', 'the union table'],
  ])('%j against %j', (other, here, expected) => {
    expect(drawn(other, here)).toBe(expected)
  })

  it('gives up on passages with other words throughout', () => {
    expect(wordDiff('the ferry sailed at noon', 'crews met behind closed doors')).toBeNull()
  })

  it('gives up beyond its edit limit instead of running on', () => {
    const words = (prefix: string): string =>
      Array.from({ length: 3000 }, (_, i) => `${prefix}${i}`).join(' ')
    expect(wordDiff(words('a'), words('b'))).toBeNull()
  })

  it('keeps every character of the passage, whatever the passages are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, text, (other, here) => {
        const pieces = wordDiff(other, here)
        const printed = pieces?.filter(({ kind }) => kind !== 'there').map((piece) => piece.text)
        expect(printed?.join('') ?? here).toBe(here)
      }),
    )
  })
})
