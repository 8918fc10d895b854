/** Files of the data folder that hold something else: said which, and what to do; no defect. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { awayCode } from '../../src/adapters/sql/sql-store.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-damaged-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const garbage = 'no database at all, '.repeat(2_000)

test.each([
  ['lock.db', /lock\.db is damaged.*remove it/su],
  ['synoptic.db', /synoptic\.db is damaged.*copy of it/su],
])('garbage in %s is told as such', async (file, told) => {
  writeFileSync(path.join(folder, file), garbage)
  await expect(sqliteStore(folder)).rejects.toThrow(told)
})

test.each(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])(
  '%s while it is open is a store that is away, not a defect',
  (code) => {
    expect(awayCode(Object.assign(new Error('database disk image is malformed'), { code }))).toBe(code)
  },
)
