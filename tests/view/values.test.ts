import { expect, test } from 'vitest'
import { timeRange } from '../../src/view/times.js'
import { readableValue } from '../../src/view/values.js'

test.each([
  ['PT19H', '19 hours'],
  ['P1DT2H30M', '1 day, 2 hours, 30 minutes'],
  ['P3W', '3 weeks'],
  ['2031-05-13', '13 May 2031'],
  ['4000 person', 'person: 4,000'],
  ['-1234567.5 euro', 'euro: -1,234,567.5'],
  ['999', '999'],
  ['210000000', '210,000,000'],
  ['2031', '2031'],
  ['P', 'P'],
  ['', ''],
])('value %j is read as %j', (value, words) => {
  expect(readableValue(value)).toBe(words)
})

test.each([
  ['2031-05-13T09:30:00Z', '2031-05-13T12:00:00Z', '13 May 2031, 09:30 to 12:00 (UTC)'],
  ['2031-05-13T09:30:00+02:00', '2031-05-13T12:00:00Z', '13 May 2031, 09:30 (UTC+02:00) to 12:00 (UTC)'],
  ['2031-05-13T09:30:00Z', '2031-05-14T12:00:00Z', '13 May 2031, 09:30 (UTC) to 14 May 2031, 12:00 (UTC)'],
  ['2031-05-13', '2031-05-13', '13 May 2031'],
  ['2031-05-13', '2031-05-13T12:00:00Z', '13 May 2031 to 13 May 2031, 12:00 (UTC)'],
])('from %s to %s', (from, to, words) => {
  expect(timeRange(from, to)).toBe(words)
})
