/** The bundle that the program starts from gives what its modules give, with kept code that does not fit as well as without. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import { compareSample, root } from '../support/event.js'
import { synoptic } from '../support/program.js'

const folder = path.join(root, 'dist/bundle')

async function compared(): Promise<Pick<Report, 'quotes' | 'claims' | 'findings' | 'facts'>> {
  const { stdout } = await synoptic(['compare', 'samples/moscow-talks', '--json'])
  const { quotes, claims, findings, facts } = Report.parse(JSON.parse(stdout))
  return { quotes, claims, findings, facts }
}

test('bundle and modules find the same', async () => {
  const { quotes, claims, findings, facts } = await compareSample('moscow-talks')
  const rounded = JSON.parse(
    JSON.stringify({ quotes, claims, findings, facts }, (_key, item: unknown) =>
      typeof item === 'number' ? Math.round(item * 1e4) / 1e4 : item,
    ),
  ) as unknown
  expect(await compared()).toEqual(rounded)
})

test('kept code that does not fit is made anew, and changes nothing', async () => {
  const before = await compared()
  // Another Node, run by another test, keeps its own.
  const kept = (await readdir(folder)).filter(
    (name) => name.endsWith('.code') && name.includes(`.${process.version}-`),
  )
  expect(kept.map((name) => name.split('.')[0]).toSorted()).toEqual(['cli', 'pool'])
  for (const name of kept) await writeFile(path.join(folder, name), 'another build’s')
  expect(await compared()).toEqual(before)
  for (const name of kept) expect((await readFile(path.join(folder, name))).length).toBeGreaterThan(100_000)
})
