/**
 * What several processes of a run need and one can make for all: the first that asks makes it, the others read it.
 *
 * In:    a name, and how it is made. Out: the value, as JSON has it.
 * Never: outlives the run (global-setup.ts); without one each process makes its own.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const variable = 'SYNOPTIC_TEST_RUN'

/** For all processes that are started from here on; returns what removes it. */
export function openFolderOfRun(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-run-'))
  process.env[variable] = folder
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function onceARun<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
  const folder = process.env[variable]
  if (folder === undefined) return make()
  const file = path.join(folder, `${name}.json`)
  const making = `${file}.making`
  while (!existsSync(file)) {
    if (!isFirst(making)) {
      await pause(50)
      continue
    }
    try {
      writeFileSync(path.join(making, 'value'), JSON.stringify(await make()))
      renameSync(path.join(making, 'value'), file)
    } finally {
      rmSync(making, { recursive: true })
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Value
}

function isFirst(making: string): boolean {
  try {
    mkdirSync(making)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
