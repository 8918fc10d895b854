/** What people do together, in SQLite and PostgreSQL: sessions and links end, the last word counts, nobody's word is another's. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { DeskRuling, Share } from '../../src/model/desk.js'
import type { Store } from '../../src/ports/store.js'
import { newDatabase } from '../support/servers-of-run.js'

const now = 1_764_750_000_000
const [ana, ben] = [
  { key: 'a', name: 'Ana' },
  { key: 'b', name: 'Ben' },
]
let serial = 0
const hash = (): string => (++serial).toString(16).padStart(64, '0')

describe.each(['sqlite', 'postgres'])('people on %s', (name) => {
  let store: Store
  let close: () => Promise<void>
  beforeAll(async () => {
    if (name === 'sqlite') {
      const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-desk-'))
      store = await sqliteStore(folder)
      close = async () => {
        await store.close()
        rmSync(folder, { recursive: true })
      }
    } else {
      const database = await newDatabase()
      store = await postgresStore(database.url, () => undefined)
      close = async () => {
        await store.close()
        await database.drop()
      }
    }
    for (const { key: id, name: called } of [ana, ben])
      await store.addKey({ id, name: called, scopes: ['read', 'submit'], hash: hash(), createdAt: now })
  })
  afterAll(() => close())

  async function comparison(): Promise<string> {
    const id = `c-${++serial}`
    const source = { name: 'a', kind: 'url', location: 'https://a.example/', outlet: null } as const
    const rest = { title: null, callbackUrl: null, batch: null, idempotency: null }
    await store.create({ id, sources: [source], options: { zone: 'UTC', deadlineSeconds: 60 }, ...rest }, now)
    return id
  }
  const ruling = (change: Partial<DeskRuling> = {}): DeskRuling => ({
    finding: 'f-1',
    by: ana,
    verdict: 'accept',
    correction: '',
    note: '',
    sentence: 'They differ.',
    at: now,
    ...change,
  })
  const share = (id: string, change: Partial<Share> = {}): Share => ({
    id: `s-${++serial}`,
    hash: hash(),
    comparison: id,
    texts: false,
    by: ana,
    createdAt: now,
    endsAt: now + 1_000,
    revokedAt: null,
    ...change,
  })

  test('a session ends by time, by leaving, with its key, and when the same person has too many', async () => {
    const { desk } = store
    const one = { hash: hash(), key: 'a', createdAt: now, endsAt: now + 10 }
    await desk.addSession(one, 2)
    expect((await desk.session(one.hash, now + 9))?.key.name).toBe('Ana')
    expect(await desk.session(one.hash, now + 10)).toBeNull()
    await desk.endSession(one.hash)
    expect(await desk.session(one.hash, now)).toBeNull()
    const many = [1, 2, 3].map((at) => ({ hash: hash(), key: 'a', createdAt: now + at, endsAt: now + 100 }))
    for (const session of many) await desk.addSession(session, 2)
    const there = await Promise.all(many.map((session) => desk.session(session.hash, now + 5)))
    expect(there.map((found) => found !== null)).toEqual([false, true, true])
    await store.addKey({ id: 'gone', name: 'Eva', scopes: ['read'], hash: hash(), createdAt: now })
    const last = { hash: hash(), key: 'gone', createdAt: now, endsAt: now + 10 }
    await desk.addSession(last, 2)
    await store.removeKey('gone')
    expect(await desk.session(last.hash, now)).toBeNull()
  })

  test('a link leads somewhere until it ends, is revoked, or its comparison is deleted', async () => {
    const { desk } = store
    const id = await comparison()
    const [one, two] = [share(id), share(id, { texts: true })]
    expect(await desk.addShare(one, 2)).toBe(true)
    expect(await desk.addShare(two, 2)).toBe(true)
    expect(await desk.addShare(share(id), 2)).toBe(false)
    expect(await desk.addShare(share('c-none'), 2)).toBe(false)
    expect(await desk.share(two.hash, now)).toEqual(two)
    expect(await desk.share(one.hash, now + 1_000)).toBeNull()
    expect(await desk.revokeShare('c-none', one.id, now)).toBe(false)
    expect(await desk.revokeShare(id, one.id, now)).toBe(true)
    expect(await desk.revokeShare(id, one.id, now)).toBe(false)
    expect(await desk.share(one.hash, now)).toBeNull()
    expect((await desk.shares(id)).map(({ revokedAt }) => revokedAt)).toContain(now)
    await store.discard(id, now)
    expect(await desk.share(two.hash, now)).toBeNull()
    await store.restore(id)
    expect(await desk.share(two.hash, now)).not.toBeNull()
    await store.remove(id)
    expect(await desk.shares(id)).toEqual([])
  })

  test('the last word of each person on a finding counts, and all of them are kept', async () => {
    const { desk } = store
    const id = await comparison()
    expect(await desk.rule(id, ruling(), 6)).toBeNull()
    expect(await desk.rule(id, ruling({ by: ben, verdict: 'dismiss', note: '<b>' }), 6)).toBeNull()
    expect(await desk.rule(id, ruling({ verdict: 'unsure' }), 6)).toEqual(ruling())
    await desk.rule(id, ruling({ finding: 'f-2' }), 6)
    await desk.rule(id, ruling({ finding: 'f-2', verdict: 'none' }), 6)
    expect(await desk.rulings(id)).toEqual([
      ruling({ verdict: 'unsure' }),
      ruling({ by: ben, verdict: 'dismiss', note: '<b>' }),
    ])
    expect((await desk.rulingHistory(id, 3)).map(({ verdict }) => verdict)).toEqual([
      'none',
      'accept',
      'unsure',
    ])
    await desk.rule(id, ruling({ finding: 'f-3' }), 6)
    expect(await desk.rule(id, ruling({ finding: 'f-4' }), 6)).toBe('full')
    await store.remove(id)
    expect(await desk.rulingHistory(id, 10)).toEqual([])
  })

  test('what somebody is asked is theirs until they rule on it, or another is asked', async () => {
    const { desk } = store
    const id = await comparison()
    const asked = {
      comparison: id,
      finding: 'f-1',
      to: ben,
      by: ana,
      sentence: 'They differ.',
      at: now,
      endedAt: null,
    }
    const ended = { ...asked, endedAt: now }
    expect(await desk.assign(asked, 9)).toBeNull()
    expect(await desk.assign({ ...asked, to: ana, by: ben }, 9)).toEqual(ended)
    expect(await desk.assignedTo('b', 9)).toEqual([])
    await desk.rule(id, ruling({ by: ben }), 9)
    expect(await desk.assignedTo('a', 9)).toHaveLength(1)
    await desk.rule(id, ruling(), 9)
    expect(await desk.assignments(id)).toEqual([])
    await desk.assign(asked, 9)
    expect(await desk.unassign(id, 'f-1', now)).toEqual(ended)
    expect(await desk.unassign(id, 'f-1', now)).toBeNull()
    const history = await desk.assignmentHistory(id, 9)
    expect(history.map(({ to, endedAt }) => [to.name, endedAt])).toEqual([
      [ben.name, now],
      [ana.name, now],
      [ben.name, now],
    ])
    await desk.assign(asked, 2)
    expect(await desk.assignmentHistory(id, 9)).toHaveLength(2)
  })

  test('the log is read newest first, by pages and by person, and forgets by age and by number', async () => {
    const { desk } = store
    const change = (at: number, by = ana) => ({ by, at, what: 'ruled', target: 'c-1', from: null, to: 'x' })
    for (let at = 1; at <= 5; at++) await desk.record(change(at, at === 3 ? ben : ana))
    const first = await desk.changes({ limit: 2, after: null })
    expect(first.items.map(({ at }) => at)).toEqual([5, 4])
    const second = await desk.changes({ limit: 9, after: first.next })
    expect(second).toEqual({ items: [change(3, ben), change(2), change(1)], next: null })
    expect((await desk.changes({ limit: 9, after: null, by: 'b' })).items).toHaveLength(1)
    await desk.expire({ now: 0, changesBefore: 2, most: 100 })
    expect((await desk.changes({ limit: 9, after: null })).items.map(({ at }) => at)).toEqual([5, 4, 3, 2])
    await desk.expire({ now: 0, changesBefore: null, most: 2 })
    expect((await desk.changes({ limit: 9, after: null })).items.map(({ at }) => at)).toEqual([5, 4])
  })

  test('what has ended is deleted', async () => {
    const { desk } = store
    const id = await comparison()
    const over = share(id, { endsAt: now + 1 })
    await desk.addShare(over, 9)
    await desk.expire({ now: now + 1, changesBefore: null, most: 100 })
    expect(await desk.shares(id)).toEqual([])
  })
})
