/** What happens beside requests: webhooks, retention, takedown. */
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { webhookNotifier } from '../../src/adapters/http/webhook-notifier.js'
import {
  type DeliverDeps,
  deliverDue,
  deliverLimits,
  deliverWatched,
  retain,
} from '../../src/jobs/deliver.js'
import type { MadeComparison } from '../../src/model/watch.js'
import { ferryA, ferryB, ferryPage, json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer
let receiver: Server | null = null
afterEach(async () => {
  await server.close()
  receiver?.closeAllConnections()
  receiver?.close()
  receiver = null
})

type Received = { body: string; headers: Record<string, unknown>; url: string | undefined }

/** A receiver on loopback that answers with these statuses in turn, the last one for ever. */
async function receive(...statuses: number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const made = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ body, headers: request.headers, url: request.url })
      const status = statuses.length > 1 ? statuses.shift() : statuses[0]
      response.writeHead(status ?? 200, { location: 'https://elsewhere.example/' })
      response.end('thanks')
    })
  })
  receiver = made
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}/hook`, received }
}

function deliveries(allowPrivate: boolean, tries = deliverLimits.tries): DeliverDeps {
  return {
    store: server.store,
    notifier: webhookNotifier({ allowPrivate, timeoutMs: 2_000, userAgent: 'synoptic/test' }),
    secret: 'a secret of the test',
    now: server.deps.now,
    random: () => 0,
    limits: { ...deliverLimits, tries },
    told: () => undefined,
  }
}

async function finishedWith(callbackUrl: string): Promise<string> {
  const { id } = await json<{ id: string }>(
    await server.post('/api/comparisons', { ...twoTexts, callbackUrl }),
  )
  await server.finished(id)
  return id
}

async function webhookState(id: string) {
  const view = await json<{ webhook: { state: string; attempts: number; lastError: string | null } }>(
    await server.request(`/api/comparisons/${id}`),
  )
  return view.webhook
}

describe('webhooks', () => {
  it('are signed over time and body, and sent once', async () => {
    server = await startServer()
    const { url, received } = await receive(204)
    const id = await finishedWith(url)
    expect(await webhookState(id)).toMatchObject({ state: 'pending', attempts: 0 })
    expect(await deliverDue(deliveries(true))).toBe(1)
    expect(await deliverDue(deliveries(true))).toBe(0)
    expect(received).toHaveLength(1)
    const [hook] = received
    expect(JSON.parse(hook?.body ?? '')).toMatchObject({
      id,
      state: 'complete',
      links: { report: `/api/comparisons/${id}/report` },
    })
    expect(hook?.headers['synoptic-delivery']).toBe(id)
    const [, time = '', sent = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(hook?.headers['synoptic-signature'])) ?? []
    expect(Math.abs(Number(time) - Date.now() / 1_000)).toBeLessThan(60)
    expect(sent).toBe(
      createHmac('sha256', 'a secret of the test')
        .update(`${time}.${hook?.body ?? ''}`)
        .digest('hex'),
    )
    expect(hook?.body).not.toContain('fog')
    expect(await webhookState(id)).toMatchObject({ state: 'delivered', attempts: 1, lastError: null })
  })

  it('of watched stories are sent once each, again where they are not taken, and not when they are old', async () => {
    server = await startServer()
    const { url, received } = await receive(503, 200)
    const now = server.deps.now()
    const made = (id: string, at: number): MadeComparison => ({
      id,
      story: 's-1',
      title: 'Ferry late',
      at,
      reports: [],
      texts: 3,
      published: true,
      findings: 1,
      first: null,
      told: false,
      news: null,
    })
    const { watching } = server.store
    await watching.commit({ comparisons: [made('c-new', now), made('c-old', now - 3 * 86_400_000)] })
    const deps = { ...deliveries(true), watching }
    expect(await deliverWatched(url, deps)).toEqual([expect.stringContaining('503')])
    expect(await deliverWatched(url, deps)).toEqual([])
    expect(await deliverWatched(url, deps)).toEqual([])
    expect(received.map(({ headers }) => headers['synoptic-delivery'])).toEqual(['c-new', 'c-new'])
    expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({ id: 'c-new', story: 's-1' })
  })

  it('are tried again with growing pauses', async () => {
    server = await startServer()
    const { url, received } = await receive(503, 500, 200)
    const id = await finishedWith(url)
    await deliverDue(deliveries(true))
    expect(await webhookState(id)).toMatchObject({
      state: 'pending',
      attempts: 1,
      lastError: 'it answered HTTP 503.',
    })
    expect(await deliverDue(deliveries(true)), 'not due yet').toBe(0)
    server.forward(10_000)
    await deliverDue(deliveries(true))
    server.forward(10_000)
    expect(await deliverDue(deliveries(true)), 'twice the pause').toBe(0)
    server.forward(10_000)
    await deliverDue(deliveries(true))
    expect(received).toHaveLength(3)
    expect(await webhookState(id)).toMatchObject({ state: 'delivered', attempts: 3 })
  })

  it('are given up after the last try, and the comparison says so', async () => {
    server = await startServer()
    const { url, received } = await receive(500)
    const id = await finishedWith(url)
    for (let index = 0; index < 5; index++) {
      await deliverDue(deliveries(true, 3))
      server.forward(3_600_000)
    }
    expect(received).toHaveLength(3)
    expect(await webhookState(id)).toMatchObject({
      state: 'given-up',
      attempts: 3,
      nextAt: null,
      lastError: 'it answered HTTP 500.',
    })
  })

  it.each([
    [302, 'it answered HTTP 302: redirects are not followed.'],
    [410, 'it answered HTTP 410: it wants no more of these.'],
  ])('are given up at once on HTTP %i', async (status, lastError) => {
    server = await startServer()
    const { url } = await receive(status)
    const id = await finishedWith(url)
    await deliverDue(deliveries(true))
    expect(await webhookState(id)).toMatchObject({ state: 'given-up', lastError })
  })

  it('never reach into a private network', async () => {
    server = await startServer()
    const { url, received } = await receive(200)
    const { port } = new URL(url)
    const addresses = [
      `http://127.0.0.1:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      `http://localhost:${port}/`,
    ]
    const ids = await Promise.all(addresses.map(finishedWith))
    await deliverDue(deliveries(false))
    expect(received).toEqual([])
    for (const id of ids) {
      const { state, lastError } = await webhookState(id)
      expect(state).toBe('given-up')
      expect(lastError).toContain('private network')
    }
  })

  it('that a dying process had taken go to the next one after the lease', async () => {
    server = await startServer()
    const { url, received } = await receive(200)
    await finishedWith(url)
    const { now } = server.deps
    expect(await server.store.takeDeliveries(now(), now() + 60_000, 10, Infinity)).toHaveLength(1)
    expect(await deliverDue(deliveries(true))).toBe(0)
    server.forward(61_000)
    expect(await deliverDue(deliveries(true))).toBe(1)
    expect(received).toHaveLength(1)
  })

  it('are taken by one of many processes', async () => {
    server = await startServer()
    const { url, received } = await receive(200)
    await finishedWith(url)
    await Promise.all(Array.from({ length: 8 }, () => deliverDue(deliveries(true))))
    expect(received).toHaveLength(1)
  })
})

const day = 86_400_000
const forEver = { reportsMs: null, articlesMs: null, contentsMs: null, fetchesMs: null, changesMs: null }

describe('retention', () => {
  it('deletes finished comparisons with all that only they use, and nothing unfinished', async () => {
    server = await startServer()
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
    await server.finished(id)
    const sha = (await server.store.sources(id))[0]?.source.location ?? ''
    server.forward(2 * day)
    expect(await retain(forEver, server.store, server.deps.now())).toEqual({
      comparisons: 0,
      articles: 0,
      contents: 0,
      fetches: 0,
    })
    expect(
      (await retain({ ...forEver, reportsMs: 3 * day }, server.store, server.deps.now())).comparisons,
    ).toBe(0)
    expect((await retain({ ...forEver, reportsMs: day }, server.store, server.deps.now())).comparisons).toBe(
      1,
    )
    expect(await server.store.find(id)).toBeNull()
    expect(await server.store.content(sha)).toBeNull()
  })

  it('drops bytes, articles and fetches by age, the report stays', async () => {
    const page = 'https://one.example/ferry'
    server = await startServer({
      pages: { [page]: ferryPage('Ferry late', ...ferryA.split('\n\n').slice(1)) },
    })
    const { id } = await json<{ id: string }>(
      await server.post('/api/comparisons', { sources: [page, { text: ferryB }] }),
    )
    await server.finished(id)
    server.forward(2 * day)
    const ttl = { ...forEver, articlesMs: day, contentsMs: day, fetchesMs: day }
    expect(await retain(ttl, server.store, server.deps.now())).toEqual({
      comparisons: 0,
      articles: 2,
      contents: 2,
      fetches: 1,
    })
    expect((await server.request(`/api/comparisons/${id}/report.html`)).status).toBe(200)
  })

  it('leaves what an unfinished comparison needs', async () => {
    server = await startServer({ working: false })
    const { id } = await json<{ id: string }>(
      await server.post('/api/comparisons', { ...twoTexts, options: { deadlineSeconds: 86_400 } }),
    )
    server.forward(20 * 3_600_000)
    const ttl = { reportsMs: 1, articlesMs: 1, contentsMs: 1, fetchesMs: 1, changesMs: 1 }
    expect(await retain(ttl, server.store, server.deps.now())).toMatchObject({ comparisons: 0, contents: 0 })
    server.work()
    expect(await server.finished(id)).toBe('complete')
  })
})

describe('takedown', () => {
  const other = { text: `${ferryA}\nOther.\n`, name: 'other.txt' }
  const takedown = async (sha: string) =>
    json<{ articles: number; reportsDeleted: string[]; unfinished: string[] }>(
      await server.request(`/api/articles/${sha}`, { method: 'DELETE' }),
    )
  const submit = async (sources: unknown[]): Promise<string> =>
    (await json<{ id: string }>(await server.post('/api/comparisons', { sources }))).id
  const [a, b] = twoTexts.sources

  it('removes the article everywhere, the reports that hold it, and no other', async () => {
    server = await startServer()
    const [first, second, third] = [await submit([a, b]), await submit([a, other]), await submit([b, other])]
    for (const id of [first, second, third]) await server.finished(id)
    const sha = (await server.store.sources(first))[0]?.source.location ?? ''
    const done = await takedown(sha)
    expect(done.articles).toBe(1)
    expect(done.reportsDeleted.sort()).toEqual([first, second].sort())
    expect(await server.store.content(sha)).toBeNull()
    for (const id of [first, second]) {
      expect((await server.request(`/api/comparisons/${id}/report.json`)).status).toBe(404)
      const view = await (await server.request(`/api/comparisons/${id}`)).text()
      expect(view).toContain('taken down')
      expect(JSON.parse(view)).toMatchObject({ state: 'failed' })
    }
    expect((await server.request(`/api/comparisons/${third}/report.json`)).status).toBe(200)
    expect(await takedown(sha)).toMatchObject({ articles: 0, reportsDeleted: [] })
  })

  it('keeps the same bytes out afterwards, whichever way they come', async () => {
    const page = ferryPage('Ferry late', ...ferryA.split('\n\n').slice(1))
    server = await startServer({ pages: { 'https://one.example/a': page, 'https://two.example/a': page } })
    const first = await submit(['https://one.example/a', b])
    await server.finished(first)
    const report = await json<{ articles: { sha256: string }[] }>(
      await server.request(`/api/comparisons/${first}/report`),
    )
    const sha = report.articles[0]?.sha256 ?? ''
    expect((await takedown(sha)).reportsDeleted).toEqual([first])
    for (const source of ['https://one.example/a', 'https://two.example/a', { html: page }]) {
      const again = await submit([source, b, other])
      expect(await server.finished(again)).toBe('partial')
      expect((await server.store.sources(again))[0]?.issue?.code).toBe('taken-down')
      expect(await (await server.request(`/api/comparisons/${again}/report`)).text()).not.toContain(sha)
    }
    expect(await server.store.content(sha)).toBeNull()
  })

  it('lets a comparison under way go on without it', async () => {
    server = await startServer({ working: false })
    const id = await submit([a, b, other])
    const sha = (await server.store.sources(id))[0]?.source.location ?? ''
    expect(await takedown(sha)).toMatchObject({ unfinished: [id], reportsDeleted: [] })
    server.work()
    expect(await server.finished(id)).toBe('partial')
    expect((await server.store.sources(id)).map(({ state }) => state)).toEqual(['lost', 'read', 'read'])
  })

  it('withdraws a report that was being made meanwhile', async () => {
    server = await startServer({ working: false })
    const id = await submit([a, b])
    const sha = (await server.store.sources(id))[0]?.source.location ?? ''
    await takedown(sha)
    const report = `{"articles":[{"sha256":"${sha}"}]}`
    await server.store.finish(id, { state: 'complete', reasons: [], report }, server.deps.now())
    expect(await server.store.report(id)).toBeNull()
    expect((await server.store.find(id))?.state).toBe('failed')
  })
})
