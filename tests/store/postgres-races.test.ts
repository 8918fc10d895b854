/** Two transactions on PostgreSQL, one held open in the middle of the other: what one deletes the other is just taking. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import type { NewSubmission, Store } from '../../src/ports/store.js'
import { sha256 } from '../../src/text/hash.js'
import { newDatabase, type Database } from '../support/servers-of-run.js'

let database: Database
let store: Store
let other: pg.Client
beforeAll(async () => {
  database = await newDatabase()
  store = await postgresStore(database.url, () => undefined)
  other = new pg.Client(database.url)
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await store.close()
  await database.drop()
})

const bytes = Buffer.from('A story that two have')
const hash = sha256(bytes)
const submission = (id: string): NewSubmission => ({
  id,
  title: null,
  sources: [{ name: 'both.txt', kind: 'stored', location: hash, outlet: null }],
  contents: [{ sha256: hash, bytes, mediaType: 'text' }],
  options: { zone: 'UTC', deadlineSeconds: 60 },
  callbackUrl: null,
  batch: null,
  idempotency: null,
})

/** What a submission of the same bytes does, up to its commit. */
const taking = async (id: string): Promise<void> => {
  await other.query('begin')
  await other.query(
    `insert into comparisons (id, state, options, reasons, round, created_at, deadline_at)
       values ($1, 'queued', '{"zone":"UTC","deadlineSeconds":60}', '[]', 0, 0, 0)`,
    [id],
  )
  await other.query(
    `insert into comparison_sources (comparison, position, source, state, sha256)
       select $1, 0, source, 'waiting', sha256 from comparison_sources limit 1`,
    [id],
  )
  await other.query(
    `insert into contents (sha256, bytes, created_at) values ($1, $2, 1)
       on conflict (sha256) do update set created_at = 1`,
    [hash, bytes],
  )
}

test('a deletion waits for a submission that is taking the same bytes, and leaves them to it', async () => {
  await store.create(submission('first'), 0)
  await taking('second')
  let removed = false
  const removing = store.remove('first').then((done) => (removed = done))
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(removed, 'it waits').toBe(false)
  await other.query('commit')
  expect(await removing).toBe(true)
  expect(Buffer.from((await store.content(hash))?.bytes ?? []).equals(bytes)).toBe(true)
  await store.remove('second')
  expect(await store.content(hash)).toBeNull()
})

test('a submission that waits for a deletion of the same bytes brings its own', async () => {
  await store.create(submission('third'), 0)
  await other.query('begin')
  await other.query('delete from comparisons where id = $1', ['third'])
  await other.query('delete from contents where sha256 = $1', [hash])
  const creating = store.create(submission('fourth'), 0)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await other.query('commit')
  expect((await creating).state).toBe('created')
  expect(Buffer.from((await store.content(hash))?.bytes ?? []).equals(bytes)).toBe(true)
})
