/** The contracts of the ports Fetcher and Pool, run over every adapter. (Store and queue have suites of their own.) */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { fileFetcher, storeFetcher, streamFetcher } from '../../src/adapters/file-fetcher.js'
import { httpFetcher } from '../../src/adapters/http/http-fetcher.js'
import { inlinePool } from '../support/inline-pool.js'
import { processPool } from '../../src/pool/process-pool.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { Report } from '../../src/model/report.js'
import { readPage } from '../../src/pipeline.js'
import { compareEvent, readPage as readInPool } from '../../src/pool/pooled.js'
import type { Fetcher } from '../../src/ports/fetcher.js'
import type { Pool } from '../../src/ports/pool.js'
import { writeJson } from '../../src/report/json.js'
import { sha256 } from '../../src/text/hash.js'
import { htmlPage, rawPage } from '../normalize/pages.js'
import { compareAll, generator } from '../support/event.js'
import { site } from './local-site.js'

const maxBytes = 1_000
const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
const tooMany = Buffer.alloc(maxBytes + 1, 'x')

type Opened = {
  readonly fetcher: Fetcher
  readonly good: string
  /** Null where there is no way to name what is not there, or to be too large. */
  readonly missing: string | null
  readonly large: Fetcher | null
  readonly largeAt: string
  readonly web: boolean
  readonly close: () => Promise<void>
}

const fetchers: Record<string, () => Promise<Opened>> = {
  file() {
    const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-contract-'))
    const [good, largeAt] = [path.join(folder, 'a.bin'), path.join(folder, 'b.bin')]
    writeFileSync(good, bytes)
    writeFileSync(largeAt, tooMany)
    const fetcher = fileFetcher({ maxBytes })
    const close = (): Promise<void> => {
      rmSync(folder, { recursive: true })
      return Promise.resolve()
    }
    const missing = path.join(folder, 'none.html')
    return Promise.resolve({ fetcher, good, missing, large: fetcher, largeAt, web: false, close })
  },
  stream() {
    const fetcher = streamFetcher(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]), { maxBytes })
    const large = streamFetcher(Readable.from([tooMany]), { maxBytes })
    const close = (): Promise<void> => Promise.resolve()
    return Promise.resolve({ fetcher, good: '-', missing: null, large, largeAt: '-', web: false, close })
  },
  async http() {
    const one = await site((request, response) => {
      if (request.url === '/none') response.writeHead(404, { 'content-type': 'text/html' }).end()
      else {
        response.setHeader('content-type', 'text/html; charset=latin1')
        response.end(request.url === '/large' ? tooMany : bytes)
      }
    })
    const limits = { timeoutMs: 5_000, maxBytes, maxRedirects: 1, hostDelayMs: 0 }
    const settings = { ...limits, allowPrivate: true, userAgent: 'synoptic/test' }
    const fetcher = httpFetcher(settings, () => new Date(0))
    const [good, missing, largeAt] = ['/good', '/none', '/large'].map((at) => one.address + at)
    if (good === undefined || missing === undefined || largeAt === undefined) throw new Error('no address')
    return { fetcher, good, missing, large: fetcher, largeAt, web: true, close: () => one.close() }
  },
  async store() {
    const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-contract-'))
    const store = await sqliteStore(folder)
    const good = sha256(bytes)
    const rest = { title: null, callbackUrl: null, batch: null, idempotency: null }
    const options = { zone: 'UTC', deadlineSeconds: 60 }
    const sources = [{ name: 'a', kind: 'stored', location: good, outlet: null } as const]
    const contents = [{ sha256: good, bytes, mediaType: null }]
    await store.create({ id: 'c', sources, contents, options, ...rest }, 0)
    const close = async (): Promise<void> => {
      await store.close()
      rmSync(folder, { recursive: true })
    }
    const missing = '0'.repeat(64)
    // What is stored was let in under the limits of uploads and fetches.
    return { fetcher: storeFetcher(store), good, missing, large: null, largeAt: '', web: false, close }
  },
}

describe.each(Object.keys(fetchers))('fetcher of %s', (name) => {
  const opened = fetchers[name]?.()
  afterAll(async () => (await opened)?.close())

  test('gives the bytes as they are, twice alike, and says when they came from the web', async () => {
    const adapter = await opened
    if (!adapter) throw new Error(`no adapter ${name}`)
    for (let time = 0; time < 2; time++) {
      const outcome = await adapter.fetcher.fetch(adapter.good)
      if (outcome.state !== 'read') throw new Error(outcome.message)
      expect(Buffer.from(outcome.bytes).equals(bytes)).toBe(true)
      expect([outcome.url, outcome.fetchedAt, outcome.charset]).toEqual(
        adapter.web ? [adapter.good, '1970-01-01T00:00:00.000Z', 'latin1'] : [null, null, null],
      )
    }
  })

  test('never rejects: what is not there, or too large, is a failure with its sentence', async () => {
    const adapter = await opened
    if (!adapter) throw new Error(`no adapter ${name}`)
    const { fetcher, missing, large, largeAt } = adapter
    const failures = [
      ...(missing === null ? [] : [[await fetcher.fetch(missing), /^(?:not-found|content-gone)$/u] as const]),
      ...(large === null ? [] : [[await large.fetch(largeAt), /^too-large$/u] as const]),
    ]
    expect(failures.length).toBeGreaterThan(0)
    for (const [outcome, code] of failures) {
      if (outcome.state !== 'failed') throw new Error('it was read')
      expect(outcome.code).toMatch(code)
      expect(outcome.message).toMatch(/^[a-z].+\.$/u)
      expect(outcome.transient).toBe(false)
    }
  })
})

const pools: Record<string, () => Pool> = {
  inline: inlinePool,
  process: () =>
    processPool({
      entry: new URL('../../dist/src/pool/pool-entry.js', import.meta.url),
      timeMs: { read: 60_000, skim: 60_000, feed: 60_000, compare: 60_000, write: 60_000 },
      memoryMb: 512,
      processes: 2,
      waitingPerProcess: 0,
      deaf: false,
      weightsFolder: null,
    }),
}

describe.each(Object.keys(pools))('pool in %s', (name) => {
  const pool = pools[name]?.()
  if (!pool) throw new Error(`no adapter ${name}`)
  afterAll(() => pool.close())

  const page = htmlPage(
    '<article><h1>Rain in Lund</h1><p>It rained in Lund on Monday, the mayor said.</p></article>',
  )
  const pages = [page, rawPage('text', 'Rain in Lund\n\nIt rained.'), rawPage('html', '\u0000<p>')]
  const options = { zone: 'UTC' }

  test('makes of pages and events what the stages make of them, in order, many at once', async () => {
    const read = await Promise.all(pages.map((one) => readInPool(one, { pool }, options)))
    const articles = pages.map((one) => readPage(one, options))
    expect(read.map(({ json }) => json)).toEqual(articles.map((article) => JSON.stringify(article)))
    const given = read.map(({ json }) => ({ json, source: null }))
    const event = { title: 'test', articles: given, issues: [], generator, reference: null }
    const compared = await compareEvent(event, { pool })
    expect(compared.json).toBe(writeJson(Report, compareAll(articles)))
  })

  test('makes an unreadable article of a page that was lost, with its issues', async () => {
    const { source } = page
    const issue = { code: 'timeout', severity: 'error', stage: 'ingest', article: null } as const
    const issues = [{ ...issue, source: source.name, message: `${source.name}: no answer.` }]
    const lost = { state: 'lost', source, url: null, fetchedAt: null, transient: true, issues } as const
    const article = await readInPool(lost, { pool }, options)
    expect(article.completeness.state).toBe('unreadable')
    expect(article.issues.map(({ code }) => code)).toContain('timeout')
    expect(JSON.parse(article.json)).toEqual(readPage(lost, options))
  })

  test('gives what a job throws as its failure', async () => {
    const job = { as: 'files', forms: ['.none'], report: '{}' } as const
    expect(await pool.run('write', job)).toMatchObject({ state: 'failed' })
  })
})
