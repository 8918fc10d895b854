/** Words as the stages see them: what the tokenizer leaves on a word stands apart. */
import { expect, test } from 'vitest'
import { tagWords } from '../../src/english/pos.js'

const words = (text: string): string =>
  tagWords(text, { start: 0, end: text.length })
    .map(({ surface }) => surface)
    .join('|')

test.each([
  ['a possessive before a stop', 'He contrasted his past with Grassley’s.', 'Grassley|’s|.'],
  ['a straight one', "He contrasted his past with Grassley's.", "Grassley|'s|."],
  ['a stop that looks like an abbreviation’s', 'The answer was no.', 'no|.'],
])('%s is a word of its own', (_what, text, last) => {
  expect(words(text).endsWith(`|${last}`)).toBe(true)
})

test('words slice to what they show', () => {
  const text = 'He contrasted his past with Grassley’s.'
  for (const { start, end, surface } of tagWords(text, { start: 0, end: text.length }))
    expect(text.slice(start, end)).toBe(surface)
})

test('gives a run without blanks in pieces, each where it stands', () => {
  const text = `See ${'http://a.b/c'.repeat(200)} for more.`
  const words = tagWords(text, { start: 0, end: text.length })
  expect(words.map(({ surface }) => surface).join('')).toBe(text.replaceAll(' ', ''))
  for (const { start, end, surface } of words) expect(text.slice(start, end)).toBe(surface)
})
