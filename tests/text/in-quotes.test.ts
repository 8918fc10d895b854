/** Words put into quotation marks. */
import { describe, expect, it } from 'vitest'
import { inQuotes } from '../../src/text/in-quotes.js'

describe('words in quotation marks', () => {
  it.each([
    ['They signed', '“They signed”'],
    ['“They signed”', '“They signed”'],
    ['“Not yet,” she said, “but soon”', '“‘Not yet,’ she said, ‘but soon’”'],
    ['Rubio sees "some progress" in Moscow', '“Rubio sees ‘some progress’ in Moscow”'],
    ['some formulations” that “cannot work', '“some formulations that ‘cannot work’”'],
    ['“They signed', '“They signed”'],
    ['they called it “a truce', '“they called it ‘a truce’”'],
  ])('%s', (words, marked) => {
    expect(inQuotes(words)).toBe(marked)
  })
})
