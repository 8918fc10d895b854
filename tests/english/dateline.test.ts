/** Datelines: the day they state. */
import { expect, test } from 'vitest'
import { datelineDay } from '../../src/english/dateline.js'
import { withDatelines } from '../../src/annotate/dated.js'
import { readText } from '../support/event.js'

async function dayOf(lead: string, days: readonly string[] = ['2031-11-14']): Promise<string | null> {
  return datelineDay(await readText('a.txt', `The ferry stays\n\n${lead}\n\nThe board met.`), days)
}

test.each([
  ['Port Hale, Nov 11 -', '2031-11-11'],
  ['PORT HALE-November 11 -', '2031-11-11'],
  ['PORT HALE, Nov. 11 (Coast Radio) -- The board will keep the ferry.', '2031-11-11'],
  ['PORT HALE, Nov. 11, 2029 — The board will keep the ferry.', '2029-11-11'],
  ['PORT HALE, Aug. 11 — The board will keep the ferry.', null],
  ['On Friday, Nov. 11 - it was cold - the board met.', null],
  ['The board meets in Port Hale, Nov. 11 at the latest, to decide.', null],
])('the day of %j', async (lead, day) => {
  expect(await dayOf(lead)).toBe(day)
})

test('no year where the dates of the event give two, or none', async () => {
  expect(await dayOf('Port Hale, Nov 11 -', ['2031-11-14', '2033-11-02'])).toBe(null)
  expect(await dayOf('Port Hale, Nov 11 -', [])).toBe(null)
})

test('another report gives the year, and the day gives “yesterday”', async () => {
  const filed = await readText('a.txt', 'The ferry stays\n\nPort Hale, Nov 11 -\n\nThe board met yesterday.')
  const dated = await readText('b.txt', 'A ferry\n\nNovember 12, 2031\n\nThe board met.')
  const [one, other] = withDatelines([filed, dated])
  expect(one?.publishedAt).toBe('2031-11-11')
  expect(one?.quantities.map(({ value }) => value)).toContain('2031-11-10')
  expect(other).toBe(dated)
})
