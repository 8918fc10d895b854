/** `backup` and `restore` say what went wrong, and leave nothing that looks like a backup. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { synoptic } from '../support/program.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-backup-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const environment = (): Record<string, string> => ({ SYNOPTIC_DATA: path.join(folder, 'data') })

test('where nothing is kept, nothing is backed up', async () => {
  const file = path.join(folder, 'backup.gz')
  const run = await synoptic(['backup', file], { env: environment() })
  expect([run.code, run.stderr]).toEqual([64, expect.stringMatching(/nothing to back up.*SYNOPTIC_DATA/su)])
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
})

test('a file that is not there is no defect', async () => {
  const run = await synoptic(['restore', path.join(folder, 'none.gz')], { env: environment() })
  expect([run.code, run.stderr]).toEqual([64, expect.stringMatching(/none\.gz cannot be read \(ENOENT\)/u)])
})

test('a folder that is not there, and a file that is no backup, are sentences, whatever the store holds', async () => {
  const other = path.join(folder, 'other.gz')
  writeFileSync(other, 'no backup')
  const env = environment()
  expect((await synoptic(['restore', other], { env })).stderr).toMatch(/no whole backup \(Z_DATA_ERROR\)/u)
  await synoptic(['keys', 'add', '--name', 'Ana'], { env })
  const full = await synoptic(['restore', other], { env })
  expect([full.code, full.stderr]).toEqual([
    64,
    expect.stringMatching(/^error: [^\n]*The store is not empty[^\n]*\n$/u),
  ])
  const run = await synoptic(['backup', path.join(folder, 'gone/backup.gz')], { env })
  expect([run.code, run.stderr]).toEqual([64, expect.stringMatching(/gone\/backup\.gz cannot be written: /u)])
})
