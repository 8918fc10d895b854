/** The sample that ships is what its generator makes. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/event.js'
import { sampleFiles } from './planted.js'

test('samples/town-fires is as generated: npx tsx scripts/build-study-sample.ts', () => {
  const folder = path.join(root, 'samples/town-fires')
  const made = new Map(sampleFiles().map(({ name, content }) => [name, content]))
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:txt|csv)$/u.test(name),
  )
  expect(there.sort()).toEqual([...made.keys()].sort())
  for (const [name, content] of made)
    expect(readFileSync(path.join(folder, name), 'utf8'), name).toBe(content)
})
