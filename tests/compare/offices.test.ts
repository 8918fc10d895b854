/** What office somebody holds: other words beside one noun. */
import { expect, it } from 'vitest'
import { twoReports } from './two-reports.js'

async function said(one: string, other: string): Promise<readonly string[]> {
  const { findings } = await twoReports(one, other)
  return findings
    .filter(({ detail }) => detail.type === 'office')
    .map(({ severity, sentence }) => `${severity}: ${sentence}`)
}

it.each([
  [
    'titles',
    'Foreign Minister Jon Falk spoke first.',
    'Finance Minister Jon Falk said nothing.',
    ['“Foreign Minister”', '“Finance Minister”'],
  ],
  [
    'a description and a title',
    'Jon Falk, the harbour master’s spokesman, spoke first.',
    'Union spokesman Jon Falk said nothing.',
    ['harbour master’s spokesman”', '“Union spokesman”'],
  ],
  [
    'the deputy and the office itself',
    'Jon Falk, the mayor of Dorn, spoke first.',
    'Jon Falk, the deputy mayor of Dorn, said nothing.',
    ['“mayor of Dorn”', '“deputy mayor of Dorn”'],
  ],
])('notes %s', async (_what, one, other, values) => {
  const [found] = await said(one, other)
  expect(found).toMatch(/^note: Reports may differ on the office of Jon Falk/u)
  for (const value of values) expect(found).toContain(value)
})

it.each([
  [
    'one title in two forms',
    'Foreign Minister Jon Falk spoke.',
    'Jon Falk, the minister for foreign affairs, left.',
  ],
  ['a title without more', 'Minister Jon Falk spoke first.', 'Finance Minister Jon Falk said nothing.'],
  ['a former office', 'Jon Falk, the former finance minister, spoke.', 'Foreign Minister Jon Falk left.'],
  [
    'what the other report prints as well',
    'Foreign Minister Jon Falk spoke. Money is short, finance officials said.',
    'Finance Minister Jon Falk said nothing.',
  ],
  [
    'a country and its people',
    'Jon Falk, Poland’s prime minister, spoke.',
    'Polish Prime Minister Jon Falk left.',
  ],
  ['two people', 'Foreign Minister Jon Falk spoke.', 'Finance Minister Omar Tally left.'],
])('leaves alone %s', async (_what, one, other) => {
  expect(await said(one, other)).toEqual([])
})
