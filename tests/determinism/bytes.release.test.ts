/**
 * Same bytes in, same bytes out: the samples compared twice, in another time zone and locale, on Node 22 (npm's `node`
 * package), and where V8's kept code does not fit. Only the recorded ICU and Unicode versions may differ between Node versions.
 */
import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root, samples } from '../support/event.js'
import { program, runNode, synoptic } from '../support/program.js'
import { comparing, elsewhere, parts } from './comparing.js'

let node22: string

beforeAll(() => {
  const args = ['--yes', '-p', 'node@22', 'node', '-p', 'process.execPath']
  node22 = execFileSync('npx', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim()
  expect(execFileSync(node22, ['--version']).toString()).toMatch(/^v22\./u)
})

describe.each(samples)('%s', (sample) => {
  const args = comparing(sample)
  let first: string

  beforeAll(async () => {
    first = (await synoptic(args)).stdout
    expect(first.length).toBeGreaterThan(10_000)
  })

  test('the same bytes a second time, in Tokyo and Turkish', async () => {
    const { stdout } = await synoptic(args, { env: elsewhere })
    expect(stdout === first).toBe(true)
  })

  test('the same but for ICU on Node 22', async () => {
    const { stdout } = await runNode([program, ...args], { node: node22 })
    expect(withoutIcu(stdout) === withoutIcu(first)).toBe(true)
  })
})

test('kept code that does not fit is made anew, and changes nothing', async () => {
  const folder = path.join(root, 'dist/bundle')
  const args = comparing('moscow-talks')
  const first = (await synoptic(args)).stdout
  // Another Node, run by another test, keeps its own.
  const kept = (await readdir(folder)).filter(
    (name) => name.endsWith('.code') && name.includes(`.${process.version}-`),
  )
  expect(kept.map((name) => name.split('.')[0]).toSorted()).toEqual(['cli', 'pool'])
  for (const name of kept) await writeFile(path.join(folder, name), 'another build’s')
  expect(parts((await synoptic(args)).stdout)).toEqual(parts(first))
  for (const name of kept) expect((await readFile(path.join(folder, name))).length).toBeGreaterThan(100_000)
})

function withoutIcu(json: string): string {
  return json.replaceAll(/"(icu|unicode)":"[^"]*"/gu, '"$1":""')
}
