import { expect, test } from 'vitest'
import { isHeadlineLine } from '../../src/english/headline-line.js'

test.each([
  ['Port strike ends: cranes idle until the new year', true],
  ['Deep Throat is dead.', true],
  ['Clinton Is “Sane,” Unlike Her Rival, Mayor Tells U.S.', true],
  ['A man of 52 has been found dead in his cell hours after he was arrested, police say.', false],
  ['Posted at 3:21 PM ET, 01 / 5 / 2011', false],
  ['PUBLISHED FRIDAY, MARCH 8, 2013 AT 12:46 PM', false],
])('%s', (line, expected) => {
  expect(isHeadlineLine(line)).toBe(expected)
})
