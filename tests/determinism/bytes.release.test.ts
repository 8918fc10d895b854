/**
 * Same bytes in, same bytes out: the samples compared twice, in another time zone and locale, and on Node 22 (npm's
 * `node` package). Only the recorded ICU and Unicode versions may differ between Node versions.
 */
import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { samples } from '../support/event.js'
import { program, runNode, synoptic } from '../support/program.js'
import { comparing, elsewhere } from './comparing.js'

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

function withoutIcu(json: string): string {
  return json.replaceAll(/"(icu|unicode)":"[^"]*"/gu, '"$1":""')
}
