/** `backup` and `restore` say what went wrong, and leave nothing that looks like a backup. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
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
