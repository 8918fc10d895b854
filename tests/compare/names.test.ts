/** One name printed in two ways. */
import { expect, it } from 'vitest'
import { twoReports } from './two-reports.js'

async function said(one: string, other: string): Promise<readonly string[]> {
  const { findings } = await twoReports(one, other)
  return findings
    .filter(({ detail }) => detail.type === 'name')
    .map(({ sentence, severity }) => `${severity}: ${sentence}`)
}

it('notes a person’s name that is one letter apart', async () => {
  const [found] = await said('Vincente Falk spoke first.', 'Vicente Falk said nothing.')
  expect(found).toMatch(/^note: .*the name.*“Vicente Falk” \(bee\).*“Vincente Falk” \(ant\)/u)
})

it('notes a word of a body’s name that is another one near in meaning', async () => {
  const told = (name: string): string => `Anna Berg of the Dorn Foreign ${name} Committee spoke first.`
  expect(await said(told('Relations'), told('Affairs'))).toHaveLength(1)
})

it('leaves bodies apart that differ in what they are for', async () => {
  const told = (name: string): string => `Anna Berg of the Dorn ${name} Office spoke first.`
  expect(await said(told('Road'), told('Music'))).toEqual([])
})

it('says nothing where one report has both', async () => {
  expect(await said('Vincente Falk and Vicente Falk spoke.', 'Vicente Falk said nothing.')).toEqual([])
})
