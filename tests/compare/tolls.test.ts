/** How many were killed, injured, arrested: what each report gives first, however its sentence is built. */
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/comparison.js'
import { twoReports } from './two-reports.js'

async function conflict(one: string, other: string): Promise<Finding | undefined> {
  const { findings } = await twoReports(one, other)
  return findings.find(({ kind, detail }) => kind === 'conflict' && detail.type === 'number')
}

const values = (finding: Finding | undefined): readonly string[] =>
  (finding?.detail.positions ?? []).map(({ value }) => value)

describe('two tolls of one event are one question', () => {
  test('whatever the verb and whoever is counted', async () => {
    const { findings, facts } = await twoReports(
      'The collapse of the bridge injured five people in Dorn, the council said.',
      'In Dorn two villagers were slightly hurt in the collapse of the bridge.',
    )
    const found = findings.find(({ detail }) => detail.type === 'number')
    expect(values(found)).toEqual(['“five people”', '“two villagers”'])
    expect(found?.severity).toBe('fact')
    expect(facts.map(({ question }) => question)).toContain('How many were injured?')
  })

  test('two lower bounds far apart may differ, and stand in front', async () => {
    const found = await conflict(
      'More than 200 people have been arrested in the protests at the bridge in Dorn.',
      'More than 400 protesters have been arrested at the bridge in Dorn.',
    )
    expect(found?.detail.grade).toBe('may-differ')
    expect(found?.severity).toBe('fact')
  })
})

describe('no conflict', () => {
  test.each([
    [
      'the dead and the injured',
      'The collapse of the bridge killed five people in Dorn.',
      'The collapse of the bridge in Dorn injured nine people.',
    ],
    [
      'the dead and some of them',
      'The collapse of the bridge killed five people in Dorn.',
      'Two of the people killed in the collapse of the bridge in Dorn were children.',
    ],
    [
      'the arrested and the detained',
      'More than 200 people have been arrested in the protests at the bridge in Dorn.',
      'More than 400 protesters have been detained at the bridge in Dorn.',
    ],
    [
      'another year',
      'The collapse of the bridge killed five people in Dorn.',
      'A collapse of the bridge in Dorn in 1998 killed nine people.',
    ],
  ])('%s', async (_name, one, other) => {
    expect(values(await conflict(one, other))).toEqual([])
  })
})
