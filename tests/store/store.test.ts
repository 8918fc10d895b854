/** The contract of the Store port, run over every adapter. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { Issue } from '../../src/model/issue.js'
import { ReportSummary } from '../../src/model/pool-job.js'
import type { Source } from '../../src/model/source.js'
import type { NewSubmission, Store, StoredArticle } from '../../src/ports/store.js'
import { readText, textPage } from '../support/event.js'
import { newDatabase } from '../support/servers-of-run.js'
import { sql } from '../support/services.js'

type Opened = {
  readonly store: Store
  /** One statement on a connection of its own, as of a program that forgets its rules. */
  readonly run: (statement: string) => Promise<void>
  readonly close: () => Promise<void>
}

const adapters: Record<string, () => Promise<Opened>> = {
  async sqlite() {
    const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-store-'))
    const store = await sqliteStore(folder)
    return {
      store,
      run(statement) {
        const database = new Database(path.join(folder, 'synoptic.db'))
        database.exec(statement)
        database.close()
        return Promise.resolve()
      },
      async close() {
        await store.close()
        rmSync(folder, { recursive: true })
      },
    }
  },
  async postgres() {
    const database = await newDatabase()
    const store = await postgresStore(database.url, () => undefined)
    return {
      store,
      run: (statement) => sql(database.url, statement),
      async close() {
        await store.close()
        await database.drop()
      },
    }
  },
}

const now = 1_764_750_000_000
let serial = 0

function submission(change: Partial<NewSubmission> = {}): NewSubmission {
  serial++
  const name = `story-${serial}.txt`
  return {
    id: `cmp-${String(serial).padStart(4, '0')}`,
    title: null,
    sources: [
      { name, kind: 'stored', location: `${serial}`.padStart(64, '0'), outlet: null },
      { name: 'https://a.example/x', kind: 'url', location: 'https://a.example/x', outlet: 'A' },
    ],
    options: { zone: 'UTC', deadlineSeconds: 60 },
    callbackUrl: null,
    batch: null,
    idempotency: null,
    ...change,
  }
}

const issue: Issue = {
  code: 'not-found',
  severity: 'error',
  stage: 'ingest',
  source: 'https://a.example/x',
  article: null,
  message: 'https://a.example/x: not found.',
}

describe.each(Object.keys(adapters))('store on %s', (name) => {
  let store: Store
  let close: () => Promise<void>
  let run: Opened['run']
  let article: StoredArticle

  beforeAll(async () => {
    const open = adapters[name]
    if (!open) throw new Error(`no adapter ${name}`)
    ;({ store, run, close } = await open())
    const read = await readText('story.txt', 'Rain in Lund\n\nIt rained in Lund on Monday, the mayor said.')
    article = { sha256: read.sha256, text: 'of-the-text', json: JSON.stringify(read) }
  })
  afterAll(async () => {
    await close()
  })

  test('a submission is found as it was made, with its sources waiting', async () => {
    const made = submission({ title: 'Talks', callbackUrl: 'https://c.example/hook' })
    const created = await store.create(made, now)
    expect(created.state).toBe('created')
    expect(await store.find(made.id)).toEqual({
      id: made.id,
      title: 'Talks',
      options: made.options,
      callbackUrl: 'https://c.example/hook',
      batch: null,
      state: 'queued',
      reasons: [],
      round: 0,
      createdAt: now,
      deadlineAt: now + 60_000,
      notes: null,
      notesReason: null,
      story: null,
      finishedAt: null,
      summary: null,
    })
    expect(await store.sources(made.id)).toEqual(
      made.sources.map((source, position) => ({
        position,
        source,
        state: 'waiting',
        issue: null,
        address: null,
        text: null,
        read: null,
      })),
    )
    expect(await store.find('cmp-none')).toBeNull()
  })

  test('a story takes each address once, up to a limit, and what was handed in stands above an address', async () => {
    const report = (address: string) => ({
      address,
      source: { name: address, kind: 'url' as Source['kind'], location: address, outlet: null },
    })
    const story = { id: `s-${++serial}`, title: 'Fog' }
    const [a, b, c] = ['a', 'b', 'c'].map((host) => `https://${host}.example/${story.id}`) as [
      string,
      string,
      string,
    ]
    const add = (at: number, ...reports: ReturnType<typeof report>[]) =>
      store.addToStory(story, reports, [], { most: 2, now: now + at })
    expect(await add(0, report(b), report(a))).toBe(true)
    expect(await add(1, report(c)), 'one too many').toBe(false)
    const hash = 'd'.repeat(64)
    expect(
      await add(2, { address: a, source: { name: a, kind: 'stored', location: hash, outlet: null } }),
    ).toBe(true)
    expect(await add(3, report(a))).toBe(true)
    expect(
      (await store.storyReports(story.id)).map(({ address, source }) => [address, source.location]),
    ).toEqual([
      [b, b],
      [a, hash],
    ])
    expect(await store.story(story.id)).toEqual({
      ...story,
      createdAt: now,
      changedAt: now + 3,
      reports: 2,
      comparison: null,
    })
    const older = { id: `s-${++serial}`, title: null }
    await store.addToStory(older, [report(c)], [], { most: 2, now: now - 9 })
    const first = await store.stories({ limit: 1, after: null })
    const second = await store.stories({ limit: 1, after: first.next })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([story.id, older.id])

    const made = submission({ story: story.id })
    await store.create(made, now)
    expect((await store.story(story.id))?.comparison).toBe(made.id)
    expect(await store.storyOfComparison(made.id, 's-other', now)).toBe(story.id)
    expect(await store.moveReports(older.id, [a], story.id, { now: now, ruled: true }), 'not its own').toBe(
      false,
    )
    expect(await store.moveReports(story.id, [a], older.id, { now: now + 4, ruled: true })).toBe(true)
    expect((await store.storyReports(older.id)).map(({ address }) => address)).toEqual([c, a])
    expect(await store.rulings()).toEqual([
      { source: a, with: b, ruling: 'apart' },
      { source: a, with: c, ruling: 'together' },
    ])
    expect(await store.moveReports(older.id, [a, c], story.id, { now: now + 5, ruled: true })).toBe(true)
    expect(await store.story(older.id)).toBeNull()
    expect((await store.rulings()).map(({ ruling }) => ruling)).toEqual(['together', 'together'])
    await store.takedown(hash, now)
    expect(await store.storyReports(story.id)).toHaveLength(2)
  })

  test('two at once make one story of a comparison', async () => {
    const made = submission({ title: 'Talks' })
    await store.create(made, now)
    const [one, other] = await Promise.all(
      ['s-one', 's-two'].map((id) => store.storyOfComparison(made.id, id, now)),
    )
    expect(one).toBe(other)
    expect((await store.storyReports(one ?? '')).map(({ source }) => source)).toEqual(made.sources)
    expect(await store.storyOfComparison('cmp-none', 's-three', now)).toBeNull()
  })

  test('an idempotency key answers the same request alike and refuses another', async () => {
    const idempotency = { key: `k-${serial}`, requestHash: 'one' }
    const first = submission({ idempotency })
    await store.create(first, now)
    const again = await store.create(submission({ idempotency }), now)
    expect(again).toMatchObject({ state: 'repeated', submission: { id: first.id } })
    const other = await store.create(submission({ idempotency: { ...idempotency, requestHash: 'two' } }), now)
    expect(other.state).toBe('conflict')
  })

  test('of many processes that start a round, one does', async () => {
    const { id } = submission()
    await store.create(submission({ id }), now)
    const started = await Promise.all(Array.from({ length: 8 }, () => store.startRound(id, 0)))
    expect(started.filter(Boolean)).toHaveLength(1)
    expect((await store.find(id))?.round).toBe(1)
    expect(await store.startRound(id, 0)).toBe(false)
  })

  test('of many that finish a submission, one does, and its report stays', async () => {
    const { id } = submission()
    await store.create(submission({ id }), now)
    const outcome = (report: string) => ({ state: 'complete', reasons: [], report }) as const
    const won = await Promise.all(
      ['a', 'b', 'c', 'd'].map((report) => store.finish(id, outcome(report), now + 5)),
    )
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await store.report(id)).toBe('abcd'.charAt(won.indexOf(true)))
    expect(await store.find(id)).toMatchObject({ state: 'complete', finishedAt: now + 5 })
    expect(await store.startRound(id, 0)).toBe(false)
  })

  test('each change of state is written down, and the database itself refuses a second end', async () => {
    const { id } = submission()
    await store.create(submission({ id }), now)
    expect(await store.transitions(id)).toEqual([])
    await Promise.all([1, 2, 3].map((after) => store.begin(id, now + after)))
    const outcome = { state: 'partial', reasons: [], report: null } as const
    await Promise.all([1, 2, 3].map(() => store.finish(id, outcome, now + 9)))
    const states = async () => (await store.transitions(id)).map(({ state }) => state)
    expect(await states()).toEqual(['running', 'partial'])
    await store.begin(id, now + 10)
    // Code that forgets what is final changes nothing: its transaction fails as a whole.
    await run(`update comparisons set state = 'running' where id = '${id}'`)
    await expect(store.finish(id, { ...outcome, state: 'complete' }, now + 11)).rejects.toThrow(/unique/iu)
    expect(await states()).toEqual(['running', 'partial'])
    expect((await store.find(id))?.state).toBe('running')
  })

  test('page, article and loss move a source on, and never back', async () => {
    const made = submission()
    const { id } = made
    await store.create(made, now)
    const page = textPage('story.txt', 'Rain in Lund')
    if (page.state !== 'read') throw new Error('the test page was not read')
    await store.savePage(id, 0, page, now)
    expect(await store.page(id, 0)).toEqual({ ...page, source: made.sources[0] })
    expect(await store.page(id, 1)).toBeNull()

    await store.saveArticle(id, 0, 'key-1', article, now)
    await store.lose(id, 0, issue)
    await store.lose(id, 1, issue)
    expect((await store.sources(id)).map(({ state, issue: why }) => [state, why])).toEqual([
      ['read', null],
      ['lost', issue],
    ])
    expect(await store.articles(id)).toEqual([article.json, null])
    expect(await store.article('key-1')).toBe(article.json)
    expect(await store.article('key-none')).toBeNull()
  })

  test('bytes come back as they went in', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256)
    const contents = [{ sha256: 'f'.repeat(64), bytes, mediaType: null }]
    await store.create(submission({ contents }), now)
    const content = await store.content('f'.repeat(64))
    expect(Buffer.from(content?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true)
    expect(content?.mediaType).toBeNull()
    expect(await store.content('0'.repeat(63))).toBeNull()
  })

  test('a fetch serves others within its age, and the newest one does', async () => {
    const url = 'https://a.example/shared'
    const fetched = (sha256: string) => ({
      url,
      finalUrl: url,
      mediaType: 'html',
      charset: null,
      sha256,
      fetchedAt: '2025-12-03T00:00:00.000Z',
      exchange: null,
    })
    await store.saveFetch(fetched('1'.repeat(64)), now)
    await store.saveFetch(fetched('2'.repeat(64)), now + 10)
    expect(await store.recentFetch(url, now, now)).toEqual(fetched('2'.repeat(64)))
    expect(await store.recentFetch(url, now + 11, now + 20)).toBeNull()
  })

  test('one holder leases a URL until the lease ends or is given back', async () => {
    const url = 'https://a.example/leased'
    const all = await Promise.all(['a', 'b', 'c'].map((holder) => store.lease(url, holder, now, now + 100)))
    expect(all.filter(Boolean)).toHaveLength(1)
    const holder = 'abc'.charAt(all.indexOf(true))
    expect(await store.lease(url, 'other', now + 50, now + 150)).toBe(false)
    expect(await store.lease(url, 'other', now + 101, now + 200)).toBe(true)
    await store.release(url, holder)
    expect(await store.lease(url, holder, now + 150, now + 250)).toBe(false)
    await store.release(url, 'other')
    expect(await store.lease(url, holder, now + 150, now + 250)).toBe(true)
  })

  test('a host has one turn per delay, over all callers', async () => {
    const turns = await Promise.all(Array.from({ length: 5 }, () => store.takeTurn('a.example', 500, now)))
    expect(turns.filter((wait) => wait === 0)).toHaveLength(1)
    expect(turns.filter((wait) => wait > 0 && wait <= 500)).toHaveLength(4)
    expect(await store.takeTurn('b.example', 500, now)).toBe(0)
    expect(await store.takeTurn('a.example', 500, now + 500)).toBe(0)
  })

  test('the list is newest first, in pages without gap or repeat', async () => {
    const batch = `batch-${serial}`
    const made: string[] = []
    for (let index = 0; index < 5; index++) {
      const one = submission({ batch })
      made.unshift(one.id)
      await store.create(one, now + Math.floor(index / 2))
    }
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await store.list({ limit: 2, after, batch })
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(made)
  })

  test('it is found whatever its letters, and a text of nothing but other words is taken', async () => {
    const found = async (id: string, words: string) =>
      (await store.list({ limit: 100, after: null, words })).items.some((one) => one.id === id)
    // New Tai Lue, Adlam and small Cherokee: not every database knows them as letters.
    for (const letters of ['ab\u{19b3}cd', 'x\u{1e922}y', '\u{ab70}\u{ab71}\u{ab72}', '渡轮停航']) {
      const one = submission({ title: `Ferry ${letters} 3.5` })
      await store.create(one, now)
      expect(await found(one.id, letters), letters).toBe(true)
      expect(await found(one.id, `ferry ${letters}`), letters).toBe(true)
      expect(await found(one.id, `${letters}q`), letters).toBe(false)
    }
    const [two, long] = [50_000, 8_000].map((count) =>
      Array.from({ length: count }, (_, at) =>
        String.fromCodePoint(0x4e00 + (at % 20_000), 0x4e00 + Math.floor(at / 20_000)).repeat(
          count === 8_000 ? 18 : 1,
        ),
      ).join(' '),
    )
    for (const [at, title] of [two, long, '\ufdfa'.repeat(300_000)].entries()) {
      const one = submission({ title: `wall${at} ${title ?? ''}` })
      await store.create(one, now)
      expect(await found(one.id, `wall${at}`)).toBe(true)
    }
  })

  test('a comparison is found by its title, its outlets and its texts, until a text is taken down or it goes', async () => {
    const made = submission()
    const { id } = made
    await store.create({ ...made, title: 'Żurek in Łódź', by: 'anna' }, now)
    const page = textPage('soup.txt', `Soup ${id}`)
    if (page.state !== 'read') throw new Error('the test page was not read')
    await store.savePage(id, 0, page, now)
    const about = { outlet: 'The Lantern', headline: 'Soup', publishedAt: null, words: 2 }
    const read = { ...article, sha256: page.sha256, about, terms: 'kwasnica plums' }
    await store.saveArticle(id, 0, `soup-${id}`, read, now)
    const found = async (query: object) =>
      (await store.list({ limit: 100, after: null, ...query })).items.some((one) => one.id === id)
    const asked = [{ words: 'zurek' }, { words: 'lantern plum' }, { outlet: 'the lantern' }, { by: 'anna' }]
    expect(await found({ words: 'zurek' })).toBe(true)
    expect(await found({ words: 'plum' }), 'before it ends').toBe(false)
    await store.finish(id, { state: 'complete', reasons: [], report: `"sha256":"${page.sha256}"` }, now + 1)
    for (const query of asked) expect(await found(query), JSON.stringify(query)).toBe(true)
    for (const query of [
      { words: 'plum pear' },
      { outlet: 'lantern' },
      { by: 'ben' },
      { words: "'' | * ( \"" },
    ])
      expect(await found(query), JSON.stringify(query)).toBe(false)
    expect((await store.sources(id))[0]?.read).toEqual(about)
    await store.tag([id], "o'tag", true)
    expect(await found({ tag: "o'tag" })).toBe(true)
    await store.takedown(page.sha256, now)
    expect(await found({ words: 'plum' })).toBe(false)
    expect(await found({ words: 'zurek' })).toBe(true)
    await store.remove(id)
    for (const query of [{ words: 'zurek' }, { tag: "o'tag" }]) expect(await found(query)).toBe(false)
    const search = { id: `s-${id}`, name: 'Soups', query: '?q=zurek', createdAt: now }
    for (let twice = 0; twice < 2; twice++) await store.saveSearch(search)
    expect((await store.savedSearches()).filter((one) => one.id === search.id)).toEqual([search])
    expect([await store.forgetSearch(search.id), await store.forgetSearch(search.id)]).toEqual([true, false])
  })

  test('deleting takes along what nothing else uses, and nothing more', async () => {
    const first = submission()
    const second = submission()
    for (const one of [first, second]) await store.create(one, now)
    const shared = textPage('shared.txt', 'Shared story')
    const own = textPage('own.txt', 'Own story')
    if (shared.state !== 'read' || own.state !== 'read') throw new Error('the test pages were not read')
    await store.savePage(first.id, 0, shared, now)
    await store.savePage(first.id, 1, own, now)
    await store.savePage(second.id, 0, shared, now)
    expect(await store.remove(first.id)).toBe(true)
    expect(await store.find(first.id)).toBeNull()
    expect(await store.content(own.sha256)).toBeNull()
    expect(await store.content(shared.sha256)).not.toBeNull()
    expect(await store.remove(first.id)).toBe(false)
  })

  test('deleting while others submit the same bytes leaves these to the others', async () => {
    for (let round = 0; round < 20; round++) {
      const page = textPage('both.txt', `A story that two have ${round}`)
      if (page.state !== 'read') throw new Error('the test page was not read')
      const bytes = Buffer.from(page.bytes, 'base64')
      const upload = [{ sha256: page.sha256, bytes, mediaType: 'text' }]
      const sources = [{ name: 'both.txt', kind: 'stored', location: page.sha256, outlet: null } as const]
      const [first, second, third] = [submission(), submission(), submission()]
      for (const { id } of [first, third]) await store.create(submission({ id, sources }), now)
      await store.savePage(first.id, 0, page, now)
      await store.saveArticle(first.id, 0, `both-${round}`, { ...article, sha256: page.sha256 }, now)
      await Promise.all([
        store.remove(first.id),
        store.create(submission({ id: second.id, sources, contents: upload }), now),
        store
          .savePage(third.id, 0, page, now)
          .then(() =>
            store.saveArticle(third.id, 0, `both-${round}`, { ...article, sha256: page.sha256 }, now),
          ),
      ])
      expect(await store.content(page.sha256), `bytes in round ${round}`).not.toBeNull()
      expect((await store.articles(third.id))[0], `article in round ${round}`).not.toBeNull()
      for (const { id } of [second, third]) await store.remove(id)
      expect(await store.content(page.sha256)).toBeNull()
      expect(await store.article(`both-${round}`)).toBeNull()
    }
  })

  test('what comes for a submission that was deleted meanwhile is not kept', async () => {
    const { id } = submission()
    await store.create(submission({ id }), now)
    const page = textPage('late.txt', 'A story that came too late')
    if (page.state !== 'read') throw new Error('the test page was not read')
    await store.remove(id)
    expect(await store.savePage(id, 0, page, now)).toBe(false)
    await store.saveArticle(id, 0, 'late', article, now)
    expect(await store.content(page.sha256)).toBeNull()
    expect(await store.article('late')).toBeNull()
  })

  test('a batch is made with all its submissions once, and found in their order', async () => {
    const make = (requestHash: string) => {
      const id = `b-${++serial}`
      const members = [0, 1, 2].map((index) => submission({ id: `${id}-${index}`, batch: id }))
      return { id, title: null, submissions: members, idempotency: { key: 'batch-key', requestHash } }
    }
    const first = make('one')
    expect(await store.createBatch(first, now)).toMatchObject({
      state: 'created',
      batch: { id: first.id, total: 3, createdAt: now },
    })
    expect(await store.createBatch(make('one'), now)).toMatchObject({
      state: 'repeated',
      batch: { id: first.id },
    })
    expect((await store.createBatch(make('two'), now)).state).toBe('conflict')
    expect(await store.batchMembers(first.id)).toEqual(
      first.submissions.map(({ id }) => ({ id, state: 'queued', notes: null })),
    )
    expect(await store.batch(first.id)).toMatchObject({ title: null, total: 3 })
    expect(await store.batch('b-none')).toBeNull()
  })

  test('a webhook is owed from the step that finishes, and each try is one process’s', async () => {
    const { id } = submission()
    await store.create(submission({ id, callbackUrl: 'https://c.example/hook' }), now)
    expect(await store.delivery(id)).toBeNull()
    await store.finish(id, { state: 'failed', reasons: ['x'], report: null }, now)
    const due = { comparison: id, url: 'https://c.example/hook', state: 'pending', attempts: 0, nextAt: now }
    expect(await store.delivery(id)).toEqual({ ...due, lastError: null, deliveredAt: null })
    const take = async (at: number) =>
      (await store.takeDeliveries(at, at + 100, 50, at + 1_000_000)).filter(
        ({ comparison }) => comparison === id,
      )
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(now)))
    expect(taken.flat()).toMatchObject([{ comparison: id, attempts: 1 }])
    expect(await take(now + 50)).toEqual([])
    expect(await take(now + 101)).toMatchObject([{ attempts: 2 }])
    const later = { state: 'pending', nextAt: now + 1_000, lastError: 'away' } as const
    await store.settleDelivery(id, later, now + 110)
    expect(await take(now + 999)).toEqual([])
    expect(await take(now + 1_000)).toMatchObject([{ attempts: 3, lastError: 'away' }])
    await store.settleDelivery(id, { state: 'delivered', nextAt: null, lastError: null }, now + 1_010)
    expect(await take(now + 1_000_000)).toEqual([])
    expect(await store.delivery(id)).toMatchObject({ state: 'delivered', deliveredAt: now + 1_010 })
    expect(await store.remove(id)).toBe(true)
    expect(await store.delivery(id)).toBeNull()
  })

  test('keys are kept and removed, a secret is made once', async () => {
    const key = {
      id: 'k1',
      name: 'Ann',
      scopes: ['read', 'submit'],
      hash: 'a'.repeat(64),
      createdAt: now,
    } as const
    await store.addKey(key)
    expect(await store.key('k1')).toEqual(key)
    expect(await store.keys()).toEqual([key])
    expect(await store.removeKey('k1')).toBe(true)
    expect(await store.removeKey('k1')).toBe(false)
    expect(await store.key('k1')).toBeNull()
    const secrets = await Promise.all(['a', 'b', 'c'].map((fresh) => store.secret('webhook', fresh)))
    expect(new Set(secrets).size).toBe(1)
    expect(await store.secret('webhook', 'd')).toBe(secrets[0])
  })

  test('what a reader makes replaces the report once, and owes the webhook once more', async () => {
    const summary = ReportSummary.parse({
      title: 'Talks',
      complete: true,
      nothingComparable: false,
      errors: [],
      sources: 2,
      readable: 2,
      independentTexts: 2,
      findings: 1,
      blocks: { cannot: 0, quoted: 0, told: 1 },
      first: null,
    })
    const { id } = submission()
    await store.create(submission({ id, reader: true, callbackUrl: 'https://c.example/hook' }), now)
    expect(await store.awaiting(10), 'not compared yet').not.toContain(id)
    await store.finish(id, { state: 'complete', reasons: [], report: '{}', summary }, now)
    expect(await store.awaiting(10)).toContain(id)
    await store.takeDeliveries(now, now + 1, 10, now + 10)
    await store.settleDelivery(id, { state: 'delivered', nextAt: null, lastError: null }, now)
    expect(await store.replaceReport(id, { report: '{"a":1}', summary }, now), 'nothing made yet').toBe(false)
    await store.keepNotes(id, { text: 'one' })
    await store.keepNotes(id, { text: 'two' })
    expect(await store.notes(id)).toBe('two')
    const read = { ...summary, first: 'Which bird? a heron (A) · a stork (B).' }
    expect(await store.replaceReport(id, { report: '{"a":1}', summary: read }, now + 5)).toBe(true)
    const found = await store.list({ limit: 100, after: null, words: 'heron' })
    expect(
      found.items.map((one) => one.id),
      'found by it',
    ).toEqual([id])
    expect(await store.replaceReport(id, { report: '{"a":2}', summary }, now + 6), 'once').toBe(false)
    await store.keepNotes(id, { reason: 'too late' })
    expect(await store.find(id)).toMatchObject({ notes: 'printed', notesReason: null, finishedAt: now + 5 })
    expect(await store.report(id)).toBe('{"a":1}')
    expect(await store.delivery(id)).toMatchObject({ state: 'pending', attempts: 0 })
    expect(await store.awaiting(10)).not.toContain(id)
  })

  test('tokens of a day are given out once, however many ask at once', async () => {
    const given = await Promise.all(Array.from({ length: 8 }, () => store.takeTokens('2025-12-03', 30, 100)))
    expect(given.reduce((sum, tokens) => sum + tokens, 0)).toBe(100)
    await store.returnTokens('2025-12-03', 40)
    expect(await store.takeTokens('2025-12-03', 50, 100)).toBe(40)
    expect(await store.takeTokens('2025-12-04', 50, 100)).toBe(50)
  })

  test('a takedown removes bytes, articles, fetches and reports, and keeps the bytes out', async () => {
    const page = textPage('gone.txt', 'A story to be taken down')
    if (page.state !== 'read') throw new Error('the test page was not read')
    const [finished, under] = [submission(), submission()]
    for (const { id } of [finished, under]) await store.create(submission({ id, notes: '{}' }), now)
    expect(await store.notes(finished.id)).toBe('{}')
    const url = 'https://gone.example/'
    const fetch = {
      url,
      finalUrl: url,
      mediaType: 'text',
      charset: null,
      sha256: page.sha256,
      fetchedAt: 'then',
      exchange: null,
    }
    await store.saveFetch(fetch, now)
    for (const { id } of [finished, under]) await store.savePage(id, 0, page, now)
    await store.saveArticle(finished.id, 0, 'gone', { ...article, sha256: page.sha256 }, now)
    await store.finish(finished.id, { state: 'complete', reasons: [], report: '{}' }, now)

    expect(await store.takedown(page.sha256, now)).toEqual({
      articles: 1,
      reports: [finished.id],
      unfinished: [under.id],
    })
    expect(await store.content(page.sha256)).toBeNull()
    expect(await store.article('gone')).toBeNull()
    expect(await store.recentFetch(url, 0, now)).toBeNull()
    expect(await store.report(finished.id)).toBeNull()
    expect(await store.notes(finished.id), 'they quote it').toBeNull()
    expect((await store.find(finished.id))?.state).toBe('failed')
    expect((await store.sources(under.id))[0]).toMatchObject({ state: 'lost', issue: { code: 'taken-down' } })

    const { id } = submission()
    const contents = [{ sha256: page.sha256, bytes: Buffer.from(page.bytes, 'base64'), mediaType: 'text' }]
    await store.create(submission({ id, contents }), now)
    expect(await store.content(page.sha256)).toBeNull()
    await store.saveArticle(id, 0, 'gone', { ...article, sha256: page.sha256 }, now)
    await store.saveArticle(under.id, 0, 'gone', { ...article, sha256: 'e'.repeat(64) }, now)
    expect(await store.article('gone')).toBeNull()
    expect((await store.sources(under.id))[0], 'lost stays lost').toMatchObject({ state: 'lost' })
    await store.savePage(id, 0, page, now)
    expect((await store.sources(id))[0]).toMatchObject({ state: 'lost', issue: { code: 'taken-down' } })
  })

  test('a run is lost with its process alone, and only while it is under way', async () => {
    const { id } = submission()
    await store.create(submission({ id }), now)
    const run = { stage: 'compare', comparison: id, position: -1 } as const
    const other = { ...run, stage: 'read', position: 0 } as const
    const seenBy = (process: string) => store.runHistory(run, process)
    await store.startRun(run, 'one')
    await store.startRun(other, 'one')
    expect(await seenBy('two')).toEqual({ lost: 0, open: 1 })
    expect(await seenBy('one'), 'one’s own is no news to it').toEqual({ lost: 0, open: 0 })
    await store.endRun(other, 'one')
    await store.countLost('one')
    await store.countLost('one')
    expect(await seenBy('two')).toEqual({ lost: 1, open: 0 })
    expect(await store.runHistory(other, 'two'), 'it had ended').toEqual({ lost: 0, open: 0 })

    await store.startRun(run, 'three')
    await store.signOff('three')
    expect(await seenBy('two'), 'a farewell costs nothing').toEqual({ lost: 1, open: 0 })
    // Taken for lost while it only was silent: it ends its run, and the charge goes.
    await store.startRun(run, 'four')
    await store.countLost('four')
    expect(await seenBy('two')).toEqual({ lost: 2, open: 0 })
    await store.endRun(run, 'four')
    expect(await seenBy('two')).toEqual({ lost: 1, open: 0 })

    await store.finish(id, { state: 'failed', reasons: [], report: null }, now)
    await store.startRun(run, 'five')
    await store.startRun({ ...run, comparison: 'gone' }, 'five')
    expect(await seenBy('two'), 'nothing starts once it is final').toEqual({ lost: 1, open: 0 })
    await store.expire({
      finishedBefore: null,
      discardedBefore: null,
      articlesBefore: null,
      contentsBefore: null,
      fetchesBefore: null,
    })
    expect(await seenBy('two'), 'nor is it remembered for ever').toEqual({ lost: 0, open: 0 })
  })

  test('times from before the clock was set back block nothing for longer than they stand for', async () => {
    const day = 86_400_000
    const tomorrow = now + day
    const url = 'https://set-back.example/'
    expect(await store.takeTurn('set-back.example', 500, tomorrow)).toBe(0)
    expect(await store.takeTurn('set-back.example', 500, now)).toBe(0)
    expect(await store.takeTurn('set-back.example', 500, now), 'and from then on it is kept').toBe(500)
    expect(await store.lease(url, 'one', tomorrow, tomorrow + 1_000)).toBe(true)
    expect(await store.lease(url, 'two', now, now + 1_000)).toBe(true)
    expect(await store.lease(url, 'three', now, now + 1_000)).toBe(false)
    const fetch = {
      finalUrl: null,
      mediaType: null,
      charset: null,
      sha256: 'f'.repeat(64),
      fetchedAt: '',
      exchange: null,
    }
    await store.saveFetch({ ...fetch, url }, tomorrow)
    expect(await store.recentFetch(url, now - 1_000, now)).toBeNull()

    const { id } = submission()
    await store.create(submission({ id, callbackUrl: 'https://hook.example/' }), tomorrow)
    await store.finish(id, { state: 'failed', reasons: [], report: null }, tomorrow)
    const take = async (at: number): Promise<number> =>
      (await store.takeDeliveries(at, at + 100, 500, at + 10_000)).filter((one) => one.comparison === id)
        .length
    expect(await take(now)).toBe(1)
    expect(await take(now)).toBe(0)
  })

  test('each process raises a number of its own', async () => {
    const before = (await store.beat('p')).find(({ process }) => process === 'p')?.beat ?? 0
    const after = await store.beat('q')
    expect(after.find(({ process }) => process === 'p')).toEqual({ process: 'p', beat: before })
    expect((await store.beat('p')).find(({ process }) => process === 'p')?.beat).toBe(before + 1)
    await store.signOff('p')
    expect((await store.beat('q')).map(({ process }) => process)).not.toContain('p')
  })

  test('what is discarded is gone for everybody, until it is restored or its time is up', async () => {
    const { id } = submission()
    await store.create(submission({ id }), now)
    expect(await store.discard(id, now)).toBe(true)
    expect(await store.discard(id, now), 'once').toBe(false)
    expect(await store.find(id)).toBeNull()
    expect((await store.submission(id))?.id, 'for the work on it').toBe(id)
    expect((await store.discarded([id, 'c-none'])).map((one) => one.id)).toEqual([id])
    const listed = async (): Promise<string[]> =>
      (await store.list({ limit: 1_000, after: null })).items
        .map((one) => one.id)
        .concat(await store.unfinished(1_000))
    expect(await listed()).not.toContain(id)

    expect(await store.restore(id)).toBe(true)
    expect(await store.restore(id), 'once').toBe(false)
    expect(await store.discarded([id])).toEqual([])
    expect((await listed()).filter((one) => one === id)).toHaveLength(2)

    await store.discard(id, now)
    const expire = (discardedBefore: number) =>
      store.expire({
        finishedBefore: null,
        discardedBefore,
        articlesBefore: null,
        contentsBefore: null,
        fetchesBefore: null,
      })
    await expire(now)
    expect(await store.restore(id), 'still in time').toBe(true)
    await store.discard(id, now)
    await expire(now + 1)
    expect(await store.restore(id)).toBe(false)
    expect(await store.sources(id)).toEqual([])
  })

  test('uploads of a form are kept before anything uses them', async () => {
    const sha256 = 'a1'.repeat(32)
    const bytes = new TextEncoder().encode('A story that was typed')
    await store.keepContents([{ sha256, bytes, mediaType: 'text/plain' }], now)
    await store.keepContents([{ sha256, bytes, mediaType: 'text/plain' }], now)
    const kept = await store.content(sha256)
    expect(new TextDecoder().decode(kept?.bytes)).toBe('A story that was typed')
    expect(kept?.mediaType).toBe('text/plain')
  })

  test('a finished comparison says what its report comes to, until an article of it is taken down', async () => {
    const page = textPage('summed.txt', 'A story that is summed up')
    if (page.state !== 'read') throw new Error('the test page was not read')
    const { id } = submission()
    await store.create(submission({ id }), now)
    await store.savePage(id, 0, page, now)
    const summary = {
      title: 'T',
      complete: true,
      nothingComparable: false,
      errors: [],
      sources: 2,
      readable: 2,
      independentTexts: 2,
      findings: 3,
      blocks: { cannot: 1, quoted: 1, told: 1 },
      first: 'Reports differ.',
    }
    await store.finish(id, { state: 'complete', reasons: [], report: '{}', summary }, now)
    expect((await store.find(id))?.summary).toEqual(summary)
    await store.takedown(page.sha256, now)
    expect((await store.find(id))?.summary, 'its sentence may be of the article').toBeNull()
  })

  test('what has outlived its time goes, except what an unfinished comparison uses', async () => {
    const old = now - 10_000_000
    const keep = textPage('keep.txt', 'A story still in use')
    const drop = textPage('drop.txt', 'A story nobody uses')
    if (keep.state !== 'read' || drop.state !== 'read') throw new Error('the test pages were not read')
    const [using, done, other] = [submission(), submission(), submission()]
    await store.create(submission({ id: using.id }), old)
    await store.create(submission({ id: done.id }), old)
    await store.create(submission({ id: other.id }), old)
    for (const [{ id }, page] of [
      [using, keep],
      [other, drop],
    ] as const) {
      await store.savePage(id, 0, page, old)
      await store.saveArticle(id, 0, page.sha256, { ...article, sha256: page.sha256 }, old)
    }
    // Done too lately to go itself; what it used has had its time.
    await store.finish(other.id, { state: 'complete', reasons: [], report: '{}' }, now)
    await store.finish(done.id, { state: 'failed', reasons: [], report: null }, old)
    const before = now - 5_000_000
    const nothing = {
      finishedBefore: null,
      discardedBefore: null,
      articlesBefore: null,
      contentsBefore: null,
      fetchesBefore: null,
    }
    expect(await store.expire(nothing)).toEqual({ comparisons: 0, articles: 0, contents: 0, fetches: 0 })
    expect(
      await store.expire({
        ...nothing,
        finishedBefore: before,
        articlesBefore: before,
        contentsBefore: before,
      }),
    ).toEqual({ comparisons: 1, articles: 1, contents: 1, fetches: 0 })
    expect(await store.find(done.id)).toBeNull()
    expect(await store.content(drop.sha256)).toBeNull()
    expect(await store.content(keep.sha256)).not.toBeNull()
    expect(await store.article(keep.sha256)).not.toBeNull()
  })
})

test('what is stored is its owner’s alone; a folder of somebody else’s things is left as it is', async () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'synoptic-store-'))
  const rights = (...names: string[]): string =>
    (statSync(path.join(parent, ...names)).mode & 0o777).toString(8)
  const [fresh, old, shared] = ['fresh', 'old', 'shared'].map((name) => path.join(parent, name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [old, shared]) mkdirSync(folder, { mode: 0o755 })
  for (const name of ['synoptic.db', 'lock.db']) writeFileSync(path.join(old, name), '', { mode: 0o644 })
  writeFileSync(path.join(shared, 'notes.txt'), '')
  for (const folder of [fresh, old, shared]) {
    const store = await sqliteStore(folder)
    await store.beat('x')
    const name = path.basename(folder)
    for (const file of ['synoptic.db', 'synoptic.db-wal', 'synoptic.db-shm', 'lock.db'])
      expect(rights(name, file), `${name} ${file}`).toBe('600')
    expect(rights(name), name).toBe(folder === shared ? '755' : '700')
    await store.close()
  }
  rmSync(parent, { recursive: true })
})

test('a data folder serves one process: a second one is refused with a sentence', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-store-'))
  const store = await sqliteStore(folder)
  await expect(sqliteStore(folder)).rejects.toThrow(/in use by another Synoptic process/u)
  await store.close()
  const again = await sqliteStore(folder)
  await again.close()
  rmSync(folder, { recursive: true })
})
