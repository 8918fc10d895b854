/** What a job does when it is its worker that ends, and not the page that is bad. */
import { afterEach, expect, test } from 'vitest'
import { handlers } from '../../src/jobs/handlers.js'
import { unreadableArticle } from '../../src/normalize/unreadable.js'
import { normalize } from '../../src/pipeline.js'
import type { Normalizer } from '../../src/ports/normalizer.js'
import { RunLater } from '../../src/ports/queue.js'
import { json, startServer, twoTexts, type ServerOptions, type TestServer } from '../server/harness.js'

let server: TestServer
afterEach(() => server.close())

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
    const run = handlers(deps)
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
