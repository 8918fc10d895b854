/** What somebody is charged with: offences and degrees that exclude one another, and charges against none. */
import { expect, it } from 'vitest'
import { twoReports } from './two-reports.js'

async function said(one: string, other: string): Promise<readonly string[]> {
  const { findings } = await twoReports(one, other)
  return findings
    .filter(({ detail }) => detail.type === 'charge')
    .map(({ severity, sentence }) => `${severity}: ${sentence}`)
}

it('sets two degrees of one offence against each other', async () => {
  const [found] = await said(
    'Jon Falk was charged with first-degree murder.',
    'Jon Falk is facing one count of second-degree murder.',
  )
  expect(found).toMatch(/^fact: Reports differ on what Jon Falk is charged with: /u)
  expect(found).toMatch(/“Jon Falk was charged with first-degree murder” \(ant\)/u)
  expect(found).toMatch(/“Jon Falk is facing one count of second-degree murder” \(bee\)/u)
})

it('says who is credited with an answer', async () => {
  const { findings } = await twoReports(
    'Anna Berg said that Jon Falk was charged with fraud.',
    'Jon Falk has not been charged.',
  )
  const [found] = findings.filter(({ detail }) => detail.type === 'charge')
  expect(found?.detail.positions?.map(({ voice, source }) => [voice, source])).toEqual(
    expect.arrayContaining([
      ['attributed', 'Anna Berg'],
      ['own', null],
    ]),
  )
})

it.each([
  ['not been charged', 'Jon Falk has not been charged.'],
  ['no charges', 'No charges were filed against Jon Falk.'],
])('sets a charge against %s', async (_what, other) => {
  const [found] = await said('Prosecutors charged Jon Falk with fraud.', other)
  expect(found).toMatch(/^fact: Reports differ on what Jon Falk is charged with/u)
})

it.each([
  ['two charges', 'Jon Falk was charged with fraud.', 'Jon Falk was indicted on two counts of arson.'],
  ['two convictions', 'Jon Falk was convicted of fraud.', 'Jon Falk pleaded guilty to arson.'],
  ['a deed and an attempt', 'Jon Falk faces arson charges.', 'Jon Falk was charged with attempted robbery.'],
  [
    'two suspicions',
    'Jon Falk was arrested on suspicion of arson.',
    'Jon Falk was arrested on two counts of fraud.',
  ],
])('notes that %s may both hold', async (_what, one, other) => {
  const [found] = await said(one, other)
  expect(found).toMatch(/^note: Reports may differ on .*\(somebody may be charged with several things\)/u)
})

it.each([
  ['one offence in two ways', 'Jon Falk was charged with arson.', 'Jon Falk faces two arson charges.'],
  ['a list and one of it', 'Jon Falk was charged with fraud and theft.', 'Jon Falk faces a charge of theft.'],
  [
    'an offence that the other report has too',
    'Jon Falk was charged with fraud. Police spoke of arson.',
    'Jon Falk was charged with arson.',
  ],
  ['what is expected', 'Jon Falk was charged with fraud.', 'Jon Falk is expected to be charged with arson.'],
  ['another year', 'Jon Falk was charged with fraud.', 'In 2005 Jon Falk was charged with arson.'],
  [
    'an arrest and a charge',
    'Jon Falk was arrested on suspicion of fraud.',
    'Jon Falk was charged with arson.',
  ],
  ['two people', 'Jon Falk was charged with fraud.', 'Omar Tally was charged with arson.'],
  ['a report without an offence', 'Jon Falk was charged with fraud.', 'Jon Falk was charged on Monday.'],
])('leaves alone %s', async (_what, one, other) => {
  expect(await said(one, other)).toEqual([])
})
