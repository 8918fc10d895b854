import { expect, test } from 'vitest'
import { isHeadlineLine } from '../../src/english/headline-line.js'

test.each([
  ['Port strike ends: cranes idle until the new year', true],
  ['Deep Throat is dead.', true],
  ['Clinton Is “Sane,” Unlike Her Rival, Mayor Tells U.S.', true],
  ['A man of 52 has been found dead in his cell hours after he was arrested, police say.', false],
  [
    '“It sounds like a storm”: chaos at the harbour as a hundred young sailors march through the streets after a vigil for a mate of sixteen who was lost when two ferries met in fog',
    true,
  ],
  ['Posted at 3:21 PM ET, 01 / 5 / 2011', false],
  ['PUBLISHED FRIDAY, MARCH 8, 2013 AT 12:46 PM', false],
])('%s', (line, expected) => {
  expect(isHeadlineLine(line)).toBe(expected)
})
