/** A zip of evidence: what is in it, what is not, and that no byte of it can be changed unseen. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { httpFetcher } from '../../src/adapters/http/http-fetcher.js'
import { evidenceOf, type MadeEvidence } from '../../src/evidence/evidence.js'
import { warcRecords, type KeptPage } from '../../src/evidence/pages.js'
import { verifyEvidence } from '../../src/evidence/verify.js'
import { ingest } from '../../src/ingest/ingest.js'
import { Report } from '../../src/model/report.js'
import { compareArticles, readPage } from '../../src/pipeline.js'
import { writeJson } from '../../src/report/json.js'
import { sha256 } from '../../src/text/hash.js'
import { generator, textPage } from '../support/event.js'

const made = '2025-12-03T09:00:00.000Z'
const body =
  'The council of Dorn closed the bridge over the river to lorries on Monday. “We cannot take the risk,” said Ann Lee, the mayor.'

function kept(name: string, words: string): KeptPage {
  const page = textPage(name, words)
  if (page.state !== 'read') throw new Error('not read')
  return page
}

const pages = [
  kept('a.txt', `Bridge closed\n\n${body}`),
  kept('b.txt', `Dorn shuts its bridge\n\n${body} It was built in 1911.`),
]
const report = compareArticles({
  title: 'The bridge',
  articles: pages.map((page) => readPage(page, { zone: 'UTC' })),
  issues: [],
  generator,
})
const json = writeJson(Report, report)

const zipOf = (some: readonly KeptPage[]): MadeEvidence =>
  evidenceOf({
    report,
    json,
    records: warcRecords(some, 'synoptic/test', made),
    troubles: new Map(),
    generator,
    made,
  })

test('pages, texts, report and hashes are in it, and hold', () => {
  const { zip, evidence } = zipOf(pages)
  const files = unzipSync(zip)
  expect(Object.keys(files)).toEqual([
    'report.json',
    'texts/01-a.txt',
    'texts/02-b.txt',
    'pages.warc',
    'README.txt',
    'manifest.json',
    'SHA256SUMS',
  ])
  expect(evidence.articles.map(({ record, sha256: hash }) => [record === null, hash])).toEqual(
    pages.map((page) => [false, page.sha256]),
  )
  expect(Buffer.from(files['texts/01-a.txt'] ?? []).toString()).toBe(report.articles[0]?.text)
  expect(verifyEvidence(zip)).toEqual({ files: 7, articles: 2, kept: 2, troubles: [] })
})

test('the same report and pages give the same bytes', () => {
  expect(sha256(zipOf(pages).zip)).toBe(sha256(zipOf([...pages]).zip))
})

test('a page that was not kept is named, and one with other bytes is not taken for it', () => {
  const [first] = pages
  if (!first) throw new Error('no page')
  const { zip, evidence } = zipOf([first, kept('b.txt', 'Something else')])
  expect(evidence.articles.map(({ record }) => record === null)).toEqual([false, true])
  expect(evidence.articles[1]?.why).toContain('compare with --keep')
  expect(verifyEvidence(zip)).toMatchObject({ kept: 1, troubles: [] })
})

test.each(['report.json', 'texts/01-a.txt', 'pages.warc', 'manifest.json', 'README.txt'])(
  'a byte of %s that was changed is found, also where the sums were made anew',
  (name) => {
    const files = unzipSync(zipOf(pages).zip)
    const changed = Buffer.from(files[name] ?? [])
    const at =
      name === 'pages.warc'
        ? changed.indexOf('lorries')
        : changed.indexOf(name === 'manifest.json' ? 'UTC' : 'i')
    changed[at < 0 ? 10 : at] = 0x58
    const troubles = (entries: Record<string, Uint8Array>): readonly string[] => {
      const found = verifyEvidence(zipSync(entries))
      return typeof found === 'string' ? [found] : found.troubles
    }
    const broken = { ...files, [name]: changed }
    expect(troubles(broken).join()).toMatch(/was changed|holds no manifest/u)
    const sums = Object.entries(broken)
      .filter(([file]) => file !== 'SHA256SUMS')
      .map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`)
    // The manifest's own hash stands in SHA256SUMS alone.
    if (name !== 'manifest.json')
      expect(troubles({ ...broken, SHA256SUMS: Buffer.from(sums.join('')) })).toContain(
        `${name} is not what manifest.json says.`,
      )
  },
)

test('what is no such zip is said, and a zip that unpacks to too much is not unpacked', () => {
  expect(verifyEvidence(Buffer.from('PK nothing'))).toBe('it is no zip file, or is broken')
  expect(verifyEvidence(zipSync({ 'a.txt': Buffer.from('x') }))).toContain('manifest.json')
})

test('a page that was fetched is kept with request and answer, and without cookies', async () => {
  const server = createServer((_, answer) => {
    answer.setHeader('set-cookie', 'session=secret')
    answer.setHeader('www-authenticate', 'Basic')
    answer.setHeader('last-modified', 'Wed, 03 Dec 2025 08:00:00 GMT')
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end('<!doctype html><title>One</title><p>One page.</p>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const url = httpFetcher(
    {
      timeoutMs: 5_000,
      maxBytes: 1e6,
      maxRedirects: 1,
      hostDelayMs: 0,
      allowPrivate: true,
      userAgent: 'Synoptic/test',
    },
    () => new Date(made),
  )
  const page = await ingest(
    { name: 'x', kind: 'url', location: `http://127.0.0.1:${port}/one?q=1`, outlet: null },
    { url, file: url, stdin: url },
  )
  server.close()
  if (page.state !== 'read') throw new Error('not read')
  const records = warcRecords([page], 'synoptic/test', made)
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'request'])
  const [, answer = '', asked = ''] = records.map(({ content }) => Buffer.from(content).toString())
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/u)
  expect(answer).toContain('last-modified: Wed, 03 Dec 2025 08:00:00 GMT\r\n')
  expect(answer).toMatch(/\r\n\r\n<!doctype html><title>One<\/title><p>One page\.<\/p>$/u)
  expect(asked).toMatch(/^GET \/one\?q=1 HTTP\/1\.1\r\nhost: 127\.0\.0\.1/u)
  expect(asked).toContain('user-agent: Synoptic/test\r\n')
  expect(answer + asked).not.toMatch(/cookie|secret|authenticate/iu)
})
