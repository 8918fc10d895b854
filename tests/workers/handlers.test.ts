/** What a job does when it is its worker that ends, and not the page that is bad. */
import { afterEach, expect, test } from 'vitest'
import { Report } from '../../src/model/report.js'
import { handlers } from '../../src/jobs/handlers.js'
import { articleKey } from '../../src/jobs/read-source.js'
import type { PoolJobs, PoolKind } from '../../src/model/pool-job.js'
import type { RawPage } from '../../src/model/raw-page.js'
import type { Outcome, Pool } from '../../src/ports/pool.js'
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
afterEach(async () => {
  await server.close()
})

type Stopped = Outcome<never> & { state: 'stopped' }

/** Asks before `a.txt` is read; null lets it be read as every other page. */
type Before = (page: RawPage) => Promise<Stopped | null>

async function submitWith(before: Before, options: ServerOptions = {}): Promise<string> {
  const { pool } = testDeps()
  const asking: Pool = {
    ...pool,
    async run(kind, job) {
      const given: PoolJobs[PoolKind] = job
      const stopped = 'page' in given && given.page.source.name === 'a.txt' ? await before(given.page) : null
      return stopped ?? pool.run(kind, job)
    },
  }
  server = await startServer({ ...options, overrides: { pool: asking } })
  return submitTwo()
}

async function submitTwo(): Promise<string> {
  return (await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))).id
}

test('a page that costs too much is unreadable, with that reason, and the next comparison reads it anew', async () => {
  let stopped = 0
  const id = await submitWith(() => {
    const reason = 'took more than 20 s of processor time, so it was stopped'
    return Promise.resolve(++stopped === 1 ? { state: 'stopped', why: 'time', reason } : null)
  })
  expect(await server.finished(id)).toMatch(/partial|failed/u)
  const { reasons } = (await server.store.find(id)) ?? { reasons: [] }
  expect(reasons.join(' ')).toContain(
    'a.txt: reading it took more than 20 s of processor time, so it was stopped.',
  )
  const report = Report.parse(JSON.parse((await server.store.report(id)) ?? 'null'))
  expect(report.articles[0]?.completeness).toEqual({ state: 'unreadable', reasons: ['normalize-timeout'] })
  expect(await server.finished(await submitTwo())).toBe('complete')
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
    () => {
      reads++
      return Promise.resolve(null)
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
