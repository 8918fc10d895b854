/** What became of somebody: verbs that exclude one another. */
import { expect, it } from 'vitest'
import { twoReports } from './two-reports.js'

async function said(one: string, other: string): Promise<readonly string[]> {
  const { findings } = await twoReports(one, other)
  return findings.filter(({ detail }) => detail.type === 'outcome').map(({ sentence }) => sentence)
}

it('sets a dismissal against a resignation', async () => {
  const [found] = await said('Mayor Anna Berg fired Jon Falk in May.', 'Jon Falk resigned in May.')
  expect(found).toMatch(/^What became of it\? “Jon Falk”: /u)
  expect(found).toMatch(/“Mayor Anna Berg fired Jon Falk in May” \(ant\)/u)
  expect(found).toMatch(/“Jon Falk resigned in May” \(bee\)/u)
})

it('sets a conviction against an acquittal', async () => {
  expect(await said('Jon Falk was convicted in May.', 'Jon Falk was acquitted in May.')).toHaveLength(1)
})

it.each([
  ['what is denied', 'Mayor Anna Berg fired Jon Falk in May.', 'Jon Falk did not resign.'],
  ['what is wanted', 'Mayor Anna Berg fired Jon Falk in May.', 'Union members urged Jon Falk to resign.'],
  ['what would be', 'Mayor Anna Berg fired Jon Falk in May.', 'Jon Falk would resign for a pension.'],
  [
    'a report that has both',
    'Jon Falk resigned before Anna Berg fired Jon Falk.',
    'Jon Falk resigned in May.',
  ],
  ['two people', 'Mayor Anna Berg fired Jon Falk in May.', 'Omar Tally resigned in May.'],
])('leaves alone %s', async (_what, one, other) => {
  expect(await said(one, other)).toEqual([])
})
