/** A database as the first version left it is brought to the current schema, with every row readable, on both databases. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { Store } from '../../src/ports/store.js'
import { startPostgres, type Server } from '../support/services.js'
import { sql } from '../support/system.js'

const frozen = readFileSync(path.join(import.meta.dirname, 'schema-1.sql'), 'utf8')
const spelled = (binary: string, bytes: (hex: string) => string): string =>
  frozen.replaceAll('{binary}', binary).replaceAll(/\{bytes:([0-9a-f]+)\}/gu, (_, hex: string) => bytes(hex))

type Opened = { readonly open: () => Promise<Store>; readonly remove: () => Promise<void> }

const databases: Record<string, () => Promise<Opened>> = {
  sqlite() {
    const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-migration-'))
    mkdirSync(folder, { recursive: true })
    const database = new Database(path.join(folder, 'synoptic.db'))
    database.exec(spelled('blob', (hex) => `x'${hex}'`))
    database.close()
    const remove = (): Promise<void> => {
      rmSync(folder, { recursive: true })
      return Promise.resolve()
    }
    return Promise.resolve({ open: () => sqliteStore(folder), remove })
  },
  async postgres() {
    const server: Server = await startPostgres()
    await sql(server.url, 'create database old')
    const url = new URL(server.url)
    url.pathname = '/old'
    const client = new pg.Client(url.href)
    await client.connect()
    await client.query(spelled('bytea', (hex) => `'\\x${hex}'`))
    await client.end()
    return { open: () => postgresStore(url.href, () => undefined), remove: () => server.stop() }
  },
}

describe.each(Object.keys(databases))('a database of schema 1 on %s', (name) => {
  let old: Opened
  let store: Store
  beforeAll(async () => {
    const make = databases[name]
    if (!make) throw new Error(`no database ${name}`)
    old = await make()
    store = await old.open()
  })
  afterAll(async () => {
    await store.close()
    await old.remove()
  })
  const sha256 = 'b67b2c50fec479a6652d73b34080e6f27bd110ef6dd0d01b40010eb1d38a7abc'
  const now = 1_764_750_000_000

  test('keeps its comparisons, their sources and reports', async () => {
    const { items } = await store.list({ limit: 10, after: null })
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      ['c-1-00000', 'queued'],
      ['c-running', 'running'],
      ['c-done', 'partial'],
    ])
    expect(await store.find('c-done')).toMatchObject({
      title: "The mayor's rain",
      options: { zone: 'UTC', deadlineSeconds: 60 },
      reasons: ['https://a.example/x: not found.'],
      round: 1,
      finishedAt: now + 1_000,
    })
    expect(await store.report('c-done')).toBe('{"schema":"synoptic/report@1"}')
    expect((await store.sources('c-done')).map(({ state, issue }) => [state, issue?.code])).toEqual([
      ['read', undefined],
      ['lost', 'not-found'],
    ])
    const json = await store.article('article-1')
    expect(JSON.parse(json ?? '')).toMatchObject({ source: 'rain.txt', sha256 })
    expect(await store.articles('c-done')).toEqual([json, null])
  })

  test('keeps bytes, pages, fetches, batches, webhooks, keys, takedowns, and no secret in plain words', async () => {
    const content = await store.content(sha256)
    expect(Buffer.from(content?.bytes ?? []).toString()).toMatch(/^Rain in Lund\n/u)
    expect(await store.page('c-running', 0)).toMatchObject({ state: 'read', sha256 })
    expect(await store.recentFetch('https://a.example/y', now, now)).toMatchObject({ sha256 })
    expect(await store.lease('https://a.example/x', 'other', now, now + 1)).toBe(false)
    expect(await store.takeTurn('a.example', 500, now + 100)).toBe(400)
    expect(await store.batch('b-1')).toMatchObject({ title: 'Week', total: 1 })
    expect(await store.batchMembers('b-1')).toEqual([{ id: 'c-1-00000', state: 'queued' }])
    expect(await store.delivery('c-done')).toMatchObject({ url: 'https://c.example/hook', state: 'pending' })
    expect(await store.keys()).toMatchObject([{ id: 'k1', name: 'Ann', scopes: ['read', 'submit'] }])
    expect(await store.secret('webhook', 'fresh'), 'the plain one is gone').toBe('fresh')
    const bytes = Buffer.from('x')
    await store.create({ ...another('c-gone'), contents: [{ sha256: gone, bytes, mediaType: null }] }, now)
    expect(await store.content(gone)).toBeNull()
  })

  test('goes on: what had ended has ended, what was under way ends once, old keys still answer', async () => {
    expect(await store.transitions('c-done')).toEqual([{ state: 'partial', at: now + 1_000 }])
    expect((await store.unfinished(10)).map(({ id }) => id)).toEqual(expect.arrayContaining(['c-running']))
    const outcome = { state: 'complete', reasons: [], report: '{}' } as const
    expect(await store.finish('c-done', outcome, now + 5_000)).toBe(false)
    expect(await store.finish('c-running', outcome, now + 5_000)).toBe(true)
    expect(await store.finish('c-running', outcome, now + 5_000)).toBe(false)
    expect(await store.transitions('c-running')).toEqual([{ state: 'complete', at: now + 5_000 }])
    const again = { ...another('c-again'), idempotency: { key: 'key-1', requestHash: 'hash-1' } }
    expect(await store.create(again, now)).toMatchObject({
      state: 'repeated',
      submission: { id: 'c-done' },
    })
  })

  test('is opened a second time without being changed', async () => {
    await store.close()
    store = await old.open()
    expect(await store.find('c-done')).toMatchObject({ state: 'partial' })
  })

  const gone = 'f'.repeat(64)
  const another = (id: string) => ({
    id,
    title: null,
    sources: [{ name: 'x', kind: 'stored', location: gone, outlet: null } as const],
    options: { zone: 'UTC', deadlineSeconds: 60 },
    callbackUrl: null,
    batch: null,
    idempotency: null,
  })
})
