/** What a job does when it is its worker that ends, and not the page that is bad. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import { handlers } from '../../src/jobs/handlers.js'
import { articleKey } from '../../src/jobs/read-source.js'
import { unreadableArticle } from '../../src/normalize/unreadable.js'
import { normalize } from '../../src/pipeline.js'
import type { Normalizer } from '../../src/ports/normalizer.js'
import { RunLater } from '../../src/ports/queue.js'
import {
  ferryB,
  ferryPage,
  json,
  startServer,
  twoTexts,
  type ServerOptions,
  type TestServer,
} from '../server/harness.js'
import { testDeps } from '../support/event.js'
import { uncharged } from '../support/service.js'

let server: TestServer
const folders: string[] = []
afterEach(async () => {
  await server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Reads `a.txt` as told and other pages as ever. */
async function submitWith(read: Normalizer['normalize'], options: ServerOptions = {}): Promise<string> {
  const normalizer: Normalizer = {
    normalize: (page) => (page.source.name === 'a.txt' ? read(page) : Promise.resolve(normalize(page))),
    close: () => Promise.resolve(),
  }
  server = await startServer({ ...options, overrides: { normalizer } })
  return (await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))).id
}

const timedOut: Normalizer['normalize'] = (page) =>
  Promise.resolve(unreadableArticle(page, 'normalize-timeout', 'reading the page took longer than 20 s.'))

test('a page that took too long is tried again, for a busy machine may be the reason', async () => {
  let tries = 0
  const id = await submitWith((page) => (++tries === 1 ? timedOut(page) : Promise.resolve(normalize(page))))
  expect(await server.finished(id)).toBe('complete')
  expect(tries).toBe(2)
})

test('one that always takes too long is unreadable in the end, with that reason', async () => {
  let tries = 0
  const id = await submitWith((page) => {
    tries++
    return timedOut(page)
  })
  expect(await server.finished(id)).toMatch(/partial|failed/u)
  expect(tries, 'as many as there are tries').toBe(2)
  const { reasons } = (await server.store.find(id)) ?? { reasons: [] }
  expect(reasons.join(' ')).toContain('a.txt: reading the page took longer than 20 s.')
})

test.each(['fetch', 'read', 'compare'] as const)(
  'a %s that fails because its worker ends at once is left to another, also on its last try',
  async (stage) => {
    const closed = (): Promise<never> => Promise.reject(new Error('closed meanwhile'))
    const id = await submitWith(closed, { working: false })
    const stop = new AbortController()
    stop.abort()
    const deps = { ...server.deps }
    const run = handlers(deps, uncharged)
    const job = { version: 1, comparison: id, round: 1, position: 0 } as const
    const calm = { lastTry: true, signal: new AbortController().signal }
    if (stage !== 'fetch') await run.fetch(job, calm)
    if (stage === 'fetch') deps.fetchers = { ...deps.fetchers, stored: { fetch: closed } }
    if (stage === 'compare') {
      const articles = server.store.articles.bind(server.store)
      ;(server.store as { articles: unknown }).articles = closed
      await expect(run.compare(job, { lastTry: true, signal: stop.signal })).rejects.toThrow(RunLater)
      ;(server.store as { articles: unknown }).articles = articles
    } else await expect(run[stage](job, { lastTry: true, signal: stop.signal })).rejects.toThrow(RunLater)
    expect((await server.store.sources(id))[0]?.state).toBe(stage === 'fetch' ? 'waiting' : 'fetched')
    expect((await server.store.find(id))?.finishedAt).toBeNull()
  },
)

test('a page that another job is reading is left to it, until that ends or is lost with its worker', async () => {
  let reads = 0
  const id = await submitWith(
    (page) => {
      reads++
      return Promise.resolve(normalize(page))
    },
    { working: false },
  )
  const { store, deps } = server
  const run = handlers(deps, uncharged)
  const job = { version: 1, comparison: id, round: 1, position: 0 } as const
  const calm = { lastTry: true, signal: new AbortController().signal }
  await run.fetch(job, calm)
  const page = await store.page(id, 0)
  const options = (await store.find(id))?.options
  if (page?.state !== 'read' || !options) throw new Error('nothing was fetched')
  const lease = `read ${articleKey(page, options)}`
  const now = deps.now()
  expect(await store.lease(lease, 'another/0', now, now + deps.limits.readLeaseMs)).toBe(true)
  await expect(run.read(job, calm)).rejects.toThrow(RunLater)
  expect([reads, (await store.sources(id))[0]?.state]).toEqual([0, 'fetched'])
  server.forward(deps.limits.readLeaseMs + 1)
  await run.read(job, calm)
  expect([reads, (await store.sources(id))[0]?.state]).toEqual([1, 'read'])
  expect(await store.lease(lease, 'another/0', deps.now(), deps.now() + 1), 'it is given back').toBe(true)
})

test('a page that broke off is tried again; what is left in the end is truncated, and nobody else’s', async () => {
  const sentence = 'The ferry Marit reached the harbour of Orsund on Tuesday after nine hours in thick fog. '
  const bytes = Buffer.from(ferryPage('Ferry reaches Orsund', sentence.repeat(5), sentence.repeat(5)))
  let asked = 0
  const url = {
    fetch: (location: string) =>
      Promise.resolve({
        ...({ state: 'read', url: location, mediaType: 'text/html', charset: 'utf-8', bytes } as const),
        fetchedAt: '2025-12-03T09:00:00.000Z',
        ...(++asked === 3 ? {} : { cut: 'the connection broke off after 3 kB.' }),
      }),
  }
  const base = testDeps()
  server = await startServer({ overrides: { fetchers: { ...base.fetchers, url } } })
  const sources = ['https://a.example/x', { text: ferryB, name: 'b.txt' }]
  const submit = async (): Promise<Report> => {
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', { sources }))
    await server.finished(id)
    return Report.parse(JSON.parse((await server.store.report(id)) ?? 'null'))
  }
  const first = await submit()
  expect(asked, 'tried as often as any trouble that may pass').toBe(2)
  expect(first.articles[0]?.completeness).toEqual({ state: 'truncated', reasons: ['transfer-cut'] })
  expect(first.issues.find(({ code }) => code === 'transfer-cut')).toMatchObject({
    severity: 'warning',
    message: 'https://a.example/x: the connection broke off after 3 kB.',
  })
  const second = await submit()
  expect(asked, 'a page that broke off does not serve others').toBe(3)
  expect(second.articles[0]?.completeness, 'nor does its article, though the bytes are the same').toEqual({
    state: 'complete',
    reasons: [],
  })
})

test('an article that another version wrote in a shape unknown here is read again from its page', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-handlers-'))
  folders.push(folder)
  const plainly: Normalizer['normalize'] = (page) => Promise.resolve(normalize(page))
  const [known, unknown] = [await submitWith(plainly, { folder, working: false }), 'c-other']
  const { store } = server
  const first = await store.find(known)
  const sources = (await store.sources(known)).map(({ source }) => source)
  if (!first) throw new Error('nothing was submitted')
  await store.create({ ...first, id: unknown, sources, idempotency: null }, server.deps.now())
  const run = handlers(server.deps, uncharged)
  const calm = { lastTry: true, signal: new AbortController().signal }
  const base = { version: 1, round: 1 } as const
  for (const comparison of [known, unknown])
    for (const position of [0, 1])
      for (const stage of ['fetch', 'read'] as const)
        await run[stage]({ ...base, comparison, position }, calm)
  await run.compare({ ...base, comparison: known }, calm)

  const database = new Database(path.join(folder, 'synoptic.db'))
  database.exec(`update articles set article = '{"shape":"of another version"}'`)
  database.close()
  expect(await store.articles(unknown)).toEqual([null, null])
  await run.compare({ ...base, comparison: unknown }, calm)
  expect((await store.find(unknown))?.state).toBe('complete')
  expect(await store.report(unknown)).toBe(await store.report(known))
})
