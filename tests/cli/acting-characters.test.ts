/** Characters in a report that act on a terminal: a person's terminal gets them written out, a pipe as they are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program, runNode, type Run } from '../support/program.js'

const acting = /[\u0080-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const signs = Array.from('\u009b\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-acting-'))
  for (const name of ['a', 'b'])
    writeFileSync(
      path.join(folder, `${name}.txt`),
      `Ferry ${name} reaches Orsund\n\n` +
        signs
          .map((sign) => `The ferry${sign} came into${sign}31m Orsund on Tuesday with 240 on board.`)
          .join('\n\n'),
    )
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const compare = (...before: readonly string[]): Promise<Run> =>
  runNode([...before, program, 'compare', 'a.txt', 'b.txt', '--json', '--quiet', '--now', '2030-05-08'], {
    cwd: folder,
  })

test('compare --json writes none of them to a terminal, and says the same', async () => {
  const [piped, watched] = await Promise.all([
    compare(),
    compare('--import', 'data:text/javascript,process.stdout.isTTY=true'),
  ])
  const held = new Set(piped.stdout.match(acting))
  expect([...held].length, 'what a pipe is given').toBeGreaterThan(3)
  expect(watched.stdout.match(acting)).toBeNull()
  expect(JSON.parse(watched.stdout)).toEqual(JSON.parse(piped.stdout))
})
