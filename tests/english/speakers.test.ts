/** Whether two credits can name one speaker. */
import { expect, test } from 'vitest'
import { relateSpeakers } from '../../src/english/speakers.js'

test.each([
  ['Ann Lowe', 'Mayor Ann Lowe', 'same'],
  ['Ann Lowe', 'Lowe', 'same'],
  ['Ann Lowe', 'Tim Lowe', 'different'],
  ['Ann Lowe', 'Ann Hale', 'different'],
  ['Ann Lowe', 'Tim Hale', 'different'],
  ['Steve Hale', 'Steven Hale', 'same'],
  ['Pedro Soler', 'Pedro Soler Vidal', 'same'],
  ['Harbour Authority', 'Port Authority', 'same'],
  ['Ann Lowe', 'a harbour official', 'unclear'],
] as const)('%s and %s: %s', (a, b, expected) => {
  expect(relateSpeakers(a, b)).toBe(expected)
  expect(relateSpeakers(b, a)).toBe(expected)
})
