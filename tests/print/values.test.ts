import { expect, test } from 'vitest'
import { timeRange, timesInList, addedByValue, readableValue } from '../../src/print/values.js'

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
  ['2026-02', 'February 2026'],
  ['2025-W49', 'week of 1 December 2025'],
  ['2026-W01', 'week of 29 December 2025'],
  ['2027-W01', 'week of 4 January 2027'],
  ['P', 'P'],
  ['', ''],
])('value %j is read as %j', (value, words) => {
  expect(readableValue(value)).toBe(words)
})

test.each([
  ['2031-05-13T09:30:00Z', '2031-05-13T12:00:00Z', '13 May 2031, 09:30 to 12:00 (UTC)'],
  ['2031-05-13T09:30:00+02:00', '2031-05-13T12:00:00Z', '13 May 2031, 09:30 (UTC+02:00) to 12:00 (UTC)'],
  ['2031-05-13T09:30:00Z', '2031-05-14T12:00:00Z', '13 May 2031, 09:30 (UTC) to 14 May 2031, 12:00 (UTC)'],
  ['2031-05-13T09:30:00', '2031-05-13T12:00:00', '13 May 2031, 09:30 to 12:00'],
  ['2031-05-13T09:30:00', '2031-05-13T12:00:00Z', '13 May 2031, 09:30 (zone not given) to 12:00 (UTC)'],
  [
    '2031-05-13T09:30:00',
    '2031-05-14T12:00:00Z',
    '13 May 2031, 09:30 (zone not given) to 14 May 2031, 12:00 (UTC)',
  ],
  ['2031-05-13', '2031-05-13', '13 May 2031'],
  ['2031-05-13', '2031-05-13T12:00:00Z', '13 May 2031'],
])('from %s to %s', (from, to, words) => {
  expect(timeRange(from, to)).toBe(words)
})

test.each([
  ['1,400 dockers', '1400', ''],
  ['Novo-Ogaryovo', 'novo ogaryovo', ''],
  ['nearly four hours', 'PT4H', '4 hours'],
  ['$210 million', '210000000 USD', ''],
  ['forty feet', '40 foot', ''],
])('beside “%s” the value %s adds “%s”', (text, value, added) => {
  expect(addedByValue(text, value)).toBe(added)
})

test('times in a list say what differs among them, each of them', () => {
  expect(timesInList(['2031-05-13T09:30:00Z', null, '2031-05-13T12:00:00+00:00'])).toEqual([
    { day: '', clock: '09:30' },
    null,
    { day: '', clock: '12:00' },
  ])
  expect(timesInList(['2031-05-13T09:30:00Z', '2031-05-13T12:00:00+02:00', '2031-05-13'])).toEqual([
    { day: '', clock: '09:30 (UTC)' },
    { day: '', clock: '12:00 (UTC+02:00)' },
    { day: '13 May 2031', clock: '' },
  ])
  expect(timesInList(['2031-05-13T09:30:00Z', '2031-05-14T12:00:00Z'])).toEqual([
    { day: '13 May 2031', clock: '09:30' },
    { day: '14 May 2031', clock: '12:00' },
  ])
})
