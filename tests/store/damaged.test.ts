/** Files of the data folder that hold something else: said which, and what to do; no defect. */
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { json, startServer, twoTexts } from '../server/harness.js'

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

test('what another version kept is told as such', async () => {
  await (await sqliteStore(folder)).close()
  const database = new Database(path.join(folder, 'synoptic.db'))
  database.exec(`update kysely_migration set name = '0001-schema-of-another'`)
  database.close()
  await expect(sqliteStore(folder)).rejects.toThrow(
    /another version of Synoptic.*begin with an empty.*watch: --out/su,
  )
})

test('closed in the middle of a transaction, what was under way fails, and the process goes on', async () => {
  const store = await sqliteStore(folder)
  const submissions = Array.from({ length: 500 }, (_, number) => ({
    id: `c-${number}`,
    title: null,
    sources: [{ name: 'a.txt', kind: 'file' as const, location: 'a.txt', mediaType: null, outlet: null }],
    options: { zone: 'UTC', deadlineSeconds: 60 },
    callbackUrl: null,
    batch: 'b-1',
    idempotency: null,
  }))
  const under = store.createBatch({ id: 'b-1', title: null, submissions, idempotency: null }, 0)
  const failed = expect(under).rejects.toThrow(/not open/u)
  for (let turns = 0; turns < 3; turns++) await new Promise((resolve) => setImmediate(resolve))
  await store.close()
  await failed
  const again = await sqliteStore(folder)
  expect(await again.batch('b-1')).toBeNull()
  await again.close()
})

/** All of a file but its beginning becomes something else, as by a bad disk. */
function damage(file: string, kept: number): void {
  const size = existsSync(file) ? statSync(file).size : 0
  if (size <= kept) return
  const open = openSync(file, 'r+')
  writeSync(open, Buffer.alloc(size - kept, 'Z'), 0, size - kept, kept)
  closeSync(open)
}

test('a database that is damaged while the server runs is told as such, and nothing counts as a defect', async () => {
  const server = await startServer({ folder, working: false })
  try {
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
    const report = JSON.stringify({ schema: 'synoptic/report@1', filler: 'x'.repeat(4_000_000) })
    await server.store.finish(id, { state: 'complete', reasons: [], report }, Date.now())
    for (const name of ['synoptic.db', 'synoptic.db-wal']) damage(path.join(folder, name), 8_192)
    const answer = await server.request(`/api/comparisons/${id}/report.json`)
    expect(answer.status).toBe(503)
    expect(await json(answer)).toMatchObject({
      type: '/problems/unavailable',
      detail: expect.stringMatching(/is damaged.*\(SQLITE_(?:CORRUPT|NOTADB)/u) as unknown,
    })
    expect((await server.request('/healthz')).status).toBe(200)
  } finally {
    await server.close()
  }
})

test('a database that is damaged before a start is told as such, with what to do', async () => {
  const store = await sqliteStore(folder)
  const contents = [{ sha256: '0'.repeat(64), bytes: Buffer.alloc(1_000_000, 'x'), mediaType: null }]
  await store.keepContents(contents, 0)
  await store.close()
  const database = new Database(path.join(folder, 'synoptic.db'))
  // From the log into the file.
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  // What says that it is a database stays.
  damage(path.join(folder, 'synoptic.db'), 100)
  await expect(sqliteStore(folder)).rejects.toThrow(
    /synoptic\.db is damaged \(SQLITE_(?:CORRUPT|NOTADB)[^)]*\).*copy of it/su,
  )
})
