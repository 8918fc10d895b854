/** A real server on loopback: SQLite in a folder of its own, the queue in memory, pages from a map instead of the web. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { memoryQueue } from '../../src/adapters/memory-queue.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { storeFetcher } from '../../src/adapters/file-fetcher.js'
import { generatorOf } from '../../src/generator.js'
import type { JobNotice } from '../../src/jobs/deps.js'
import { startWorking, type Work } from '../../src/jobs/work.js'
import { queueNames } from '../../src/model/job.js'
import { sha256 } from '../../src/text/hash.js'
import type { Fetcher, Poller } from '../../src/ports/fetcher.js'
import type { EventQueue } from '../../src/ports/queue.js'
import { StoreAway, type Store } from '../../src/ports/store.js'
import { createApp } from '../../src/server/app.js'
import {
  defaultSettings,
  loopbackHosts,
  type ServerDeps,
  type ServerSettings,
} from '../../src/server/deps.js'
import { listen } from '../../src/server/start.js'
import { usualPace } from '../../src/watch/schedule.js'
import { createMetrics } from '../../src/server/metrics.js'
import type { App } from '../../src/server/route.js'
import { testDeps } from '../support/event.js'

export type LogLine = { level: string; event: string; fields: Readonly<Record<string, unknown>> }

export type TestServer = {
  readonly url: string
  readonly app: App
  readonly deps: ServerDeps
  readonly store: Store
  readonly queue: EventQueue
  readonly notices: JobNotice[]
  readonly log: LogLine[]
  /** Addresses that were fetched, in order. */
  readonly fetched: string[]
  /** Milliseconds added to the server's clock. */
  forward(milliseconds: number): void
  /** Starts the workers; without it everything stays queued. */
  work(): void
  request(target: string, init?: RequestInit): Promise<Response>
  post(target: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Waits until the comparison is final. */
  finished(id: string): Promise<string>
  close(): Promise<void>
}

export type ServerOptions = {
  readonly settings?: Partial<ServerSettings>
  /** Pages by address; others are not found. */
  readonly pages?: Readonly<Record<string, string>>
  readonly overrides?: Partial<ServerDeps>
  readonly working?: boolean
  /** Another store and queue, which the server closes. */
  readonly parts?: { readonly store: Store; readonly queue: EventQueue }
  /** Of looks at the store and rounds of watching; without, all but a store that is away is a defect. */
  readonly onTrouble?: (error: Error) => void
  /** The data folder, which the caller makes and removes; else one of its own. */
  readonly folder?: string
}

export const testLimits = {
  fetchAgeMs: 60_000,
  hostDelayMs: 0,
  fetchLeaseMs: 5_000,
  readLeaseMs: 5_000,
  silenceMs: 5_000,
  alone: true,
}

/** Tests work in the server's own process, and may hold it for longer than an idle connection is kept. */
const patience = {
  requestTimeout: 120_000,
  headersTimeout: 120_000,
  keepAliveTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
}

/** Less than a test is given, so that a comparison that never ends is told with where it stands. */
const mostMs = 200_000

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'synoptic-server-'))
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const { store, queue } = options.parts ?? {
    store: await sqliteStore(folder),
    queue: memoryQueue({ tries: 2, firstDelayMs: 10 }, now, Math.random),
  }
  const notices: JobNotice[] = []
  const log: LogLine[] = []
  const fetched: string[] = []
  const stop = new AbortController()
  const metrics = createMetrics()
  const base = testDeps()
  let ids = 0
  const deps: ServerDeps = {
    ...base,
    fetchers: {
      ...base.fetchers,
      url: mapFetcher(options.pages ?? {}, fetched, now),
      stored: storeFetcher(store),
    },
    store,
    queue,
    now,
    random: Math.random,
    generatorFor: ({ zone }) => generatorOf({ zone, text: true }),
    limits: testLimits,
    poller: mapPoller(options.pages ?? {}, fetched, now),
    pace: usualPace,
    zone: 'UTC',
    reading: null,
    notice: (notice) => {
      notices.push(notice)
      metrics.notice(notice)
    },
    settings: {
      ...defaultSettings,
      // Receivers of the tests stand on this machine.
      allowPrivate: true,
      keysRequired: false,
      allowedHosts: loopbackHosts,
      pollMs: 20,
      heartbeatMs: 60,
      rates: {
        reads: { perMinute: 600_000, burst: 10_000 },
        writes: { perMinute: 600_000, burst: 10_000 },
        failedKeys: { perMinute: 60, burst: 5 },
      },
      ...options.settings,
    },
    metrics,
    log: (level, event, fields = {}) => {
      log.push({ level, event, fields })
    },
    newId: () => (++ids).toString(16).padStart(20, '0'),
    stopping: stop.signal,
    dashboard: null,
    ...options.overrides,
  }
  const app = createApp(deps)
  const listening = await listen(app, '127.0.0.1', 0, patience)
  let work: Work | null = null
  const startWork = (): void => {
    work ??= startWorking(deps, {
      queues: queueNames,
      concurrency: 2,
      reconcileMs: 60_000,
      // A store that is away, as on a full disk, is waited for; all else is a defect.
      onTrouble:
        options.onTrouble ??
        ((error) => {
          if (!(error instanceof StoreAway)) throw error
        }),
    })
  }
  if (options.working !== false) startWork()
  const request = (target: string, init?: RequestInit): Promise<Response> =>
    fetch(target.startsWith('http') ? target : listening.url + target, { redirect: 'manual', ...init })

  return {
    url: listening.url,
    app,
    deps,
    store,
    queue,
    notices,
    log,
    fetched,
    forward: (milliseconds) => {
      ahead += milliseconds
    },
    work: startWork,
    request,
    post: (target, body, headers = {}) =>
      request(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    async finished(id) {
      for (const begun = Date.now(); Date.now() - begun < mostMs;) {
        const submission = await store.find(id)
        if (submission && submission.finishedAt !== null) return submission.state
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      const told = [await store.find(id), await queue.depth(), notices.slice(-5), log.slice(-5)]
      throw new Error(`${id} has not ended in ${mostMs} ms: ${JSON.stringify(told)}`)
    },
    async close() {
      stop.abort()
      await listening.close(1_000)
      await work?.close(5_000)
      await queue.close()
      await store.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Unchanged where the page is what the tag says; feeds are sent as XML. */
function mapPoller(pages: Readonly<Record<string, string>>, fetched: string[], now: () => number): Poller {
  const fetcher = mapFetcher(pages, fetched, now)
  return {
    async poll(location, { etag }) {
      const tag = `"${sha256(pages[location] ?? '').slice(0, 12)}"`
      const answer = {
        etag: tag,
        lastModified: null,
        cacheControl: null,
        retryAfter: null,
        redirected: false,
      }
      if (etag === tag) return { outcome: { state: 'unchanged' }, answer }
      const outcome = await fetcher.fetch(location)
      if (outcome.state === 'failed') return { outcome, answer: null }
      const isFeed = pages[location]?.startsWith('<rss') === true
      return { outcome: isFeed ? { ...outcome, mediaType: 'application/rss+xml' } : outcome, answer }
    },
  }
}

function mapFetcher(pages: Readonly<Record<string, string>>, fetched: string[], now: () => number): Fetcher {
  return {
    fetch(location) {
      fetched.push(location)
      const page = pages[location]
      if (page === undefined)
        return Promise.resolve({
          state: 'failed',
          code: 'not-found',
          message: 'the site has no page at this address (HTTP 404); check the address in a browser.',
          transient: false,
        })
      return Promise.resolve({
        state: 'read',
        url: location,
        mediaType: 'text/html',
        charset: 'utf-8',
        bytes: new TextEncoder().encode(page),
        fetchedAt: new Date(now()).toISOString(),
        exchange: {
          request: [['user-agent', 'test']],
          status: 200,
          response: [['content-type', 'text/html']],
        },
      })
    },
  }
}

/** What the service answers to whoever has no key. */
export const openRoutes: readonly string[] = [
  'GET /docs',
  'GET /docs/:name',
  'GET /docs/images/:file',
  'GET /favicon.ico',
  'GET /healthz',
  'GET /openapi.json',
  'GET /problems/:code',
  'GET /readyz',
  'GET /shared/:token',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
]

/** Two reports of one invented event that differ in a number. */
export const ferryA = [
  'Ferry reaches Orsund after nine hours in fog',
  '',
  'ORSUND - The ferry Marit reached the harbour of Orsund on Tuesday after nine hours in thick fog, the coast guard said.',
  '',
  'All 214 passengers were unhurt, according to the shipping line Nordfar. "We never lost contact with the bridge," said Ida Holm, head of the harbour office.',
  '',
  'The line said that it would pay back the fares and that the ferry would sail again on Thursday.',
  '',
].join('\n')

export const ferryB = [
  'Fog holds up ferry with 240 on board',
  '',
  'The ferry Marit came into Orsund on Tuesday with 240 passengers after nine hours in fog, the coast guard said.',
  '',
  '"We never lost contact," said Ida Holm of the harbour office. Nobody was hurt.',
  '',
  'Nordfar, which runs the ferry, said that fares would be paid back.',
  '',
].join('\n')

export const ferryPage = (headline: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`

export const twoTexts = {
  sources: [
    { text: ferryA, name: 'a.txt' },
    { text: ferryB, name: 'b.txt' },
  ],
}

/** The parsed body; what it holds is for the test to say. */
export async function json<T = Record<string, unknown>>(response: Response): Promise<T> {
  return (await response.json()) as T
}
