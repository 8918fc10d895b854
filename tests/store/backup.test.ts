/** A backup made while the store is written to holds one moment of it, whole, and goes into either kind of database, empty. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { Store } from '../../src/ports/store.js'
import { newFeed } from '../../src/watch/poll.js'
import { contentOf } from '../support/service.js'
import { newDatabase } from '../support/servers-of-run.js'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Opens a new place, as often as it is called. */
async function place(kind: 'sqlite' | 'postgres'): Promise<() => Promise<Store>> {
  if (kind === 'postgres') {
    const { url, drop } = await newDatabase()
    closing.push(drop)
    return () => postgresStore(url, () => undefined)
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-backup-'))
  closing.push(() => rm(folder, { recursive: true }))
  return () => sqliteStore(folder, false)
}

async function opened(open: () => Promise<Store>): Promise<Store> {
  const store = await open()
  closing.push(() => store.close())
  return store
}

/** A comparison of two uploads, the bytes of each its own. */
async function submit(store: Store, number: number): Promise<void> {
  const contents = ['a', 'b'].map((name) => contentOf(`Report ${name} of ${number}: \0 ÿ 😀`, 'text/plain'))
  await store.create(
    {
      id: `c-${String(number).padStart(4, '0')}`,
      title: `Event ${number}`,
      sources: contents.map(({ sha256 }, i) => ({
        name: `${i}.txt`,
        kind: 'stored',
        location: sha256,
        outlet: null,
      })),
      options: { zone: 'UTC', deadlineSeconds: 600 },
      callbackUrl: null,
      batch: null,
      idempotency: null,
      contents,
    },
    1_000 + number,
  )
}

async function linesOf(
  store: Store,
  seen: (line: number) => void = () => undefined,
): Promise<readonly string[]> {
  const lines: string[] = []
  await store.backup((line) => {
    seen(lines.push(line))
    return new Promise((resolve) => setImmediate(resolve))
  }, 5)
  return lines
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line)
}

describe.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('from %s to %s', (from, to) => {
  test('what is written meanwhile is in it with all that belongs to it, or not at all', async () => {
    const open = await place(from)
    const [store, beside] = [await opened(open), await opened(open)]
    for (let number = 0; number < 60; number++) await submit(store, number)
    await store.watching.commit({ feeds: [newFeed('https://a.example/feed', 'A', null, 7)] })
    let [written, done] = [60, false]
    const writing = (async () => {
      while (!done) await submit(store, written++)
    })()
    const lines = await linesOf(beside)
    done = true
    await writing
    expect(written).toBeGreaterThan(62)

    const target = await opened(await place(to))
    expect(await target.fill(each(lines))).toBe(lines.length - 2)
    const ids: string[] = []
    for (let after: string | null = null; ;) {
      const { items, next } = await target.list({ limit: 50, after })
      for (const { id } of items) ids.push(id)
      if (next === null) break
      after = next
    }
    expect(ids.length).toBeGreaterThanOrEqual(60)
    expect(ids.length).toBeLessThan(written)
    for (const id of ids) {
      const sources = await target.sources(id)
      expect(sources).toEqual(await store.sources(id))
      for (const { source } of sources)
        expect(await target.content(source.location)).toEqual(await store.content(source.location))
    }
    expect(await target.watching.feeds()).toEqual(await store.watching.feeds())
    // Once more, back to where it came from: the same rows.
    const again = await linesOf(target)
    expect([...again.slice(1)].sort()).toEqual([...lines.slice(1)].sort())
    await expect(target.fill(each(lines))).rejects.toThrow('not empty')
  })
})

test('half a backup, or none, leaves the store as it was', async () => {
  const store = await opened(await place('sqlite'))
  await submit(store, 1)
  const lines = await linesOf(store)
  const target = await opened(await place('sqlite'))
  for (const [broken, message] of [
    [lines.slice(0, -1), 'ends too early'],
    [[lines[0] ?? '', ...lines.slice(2)], 'ends too early'],
    [['{"else":1}'], 'no backup of this version'],
    [['no JSON'], 'no backup of this version'],
    [[lines[0] ?? '', '{"table":"kysely_migration","row":{}}'], 'which is none here'],
    [[], 'ends too early'],
  ] as const)
    await expect(target.fill(each(broken))).rejects.toThrow(message)
  expect(await target.fill(each(lines))).toBe(lines.length - 2)
})
