/**
 * The bundle that the program starts from gives what its modules give, with kept code that does not fit as well as without;
 * and the same bytes in another time zone and locale. Both samples, and other versions of Node: bytes.release.test.ts.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import { compareSample, root } from '../support/event.js'
import { synoptic } from '../support/program.js'
import { comparing, elsewhere } from './comparing.js'

const folder = path.join(root, 'dist/bundle')

const args = comparing('moscow-talks')
let first = ''
beforeAll(async () => {
  first = (await synoptic(args)).stdout
  expect(first.length).toBeGreaterThan(10_000)
})

function parts(json: string): Pick<Report, 'quotes' | 'claims' | 'findings' | 'facts'> {
  const { quotes, claims, findings, facts } = Report.parse(JSON.parse(json))
  return { quotes, claims, findings, facts }
}

test('bundle and modules find the same', async () => {
  const { quotes, claims, findings, facts } = await compareSample('moscow-talks')
  const rounded = JSON.parse(
    JSON.stringify({ quotes, claims, findings, facts }, (_key, item: unknown) =>
      typeof item === 'number' ? Math.round(item * 1e4) / 1e4 : item,
    ),
  ) as unknown
  expect(parts(first)).toEqual(rounded)
})

test('kept code that does not fit is made anew, and changes nothing', async () => {
  // Another Node, run by another test, keeps its own.
  const kept = (await readdir(folder)).filter(
    (name) => name.endsWith('.code') && name.includes(`.${process.version}-`),
  )
  expect(kept.map((name) => name.split('.')[0]).toSorted()).toEqual(['cli', 'pool'])
  for (const name of kept) await writeFile(path.join(folder, name), 'another build’s')
  expect(parts((await synoptic(args)).stdout)).toEqual(parts(first))
  for (const name of kept) expect((await readFile(path.join(folder, name))).length).toBeGreaterThan(100_000)
})

test('the same bytes a second time, in Tokyo and Turkish', async () => {
  const second = await synoptic(args, { env: elsewhere })
  expect(second.stdout === first).toBe(true)
})
