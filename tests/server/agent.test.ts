/** The tools of an agent over HTTP: asked by the protocol's own client, then by whoever should not be. */
import { request as rawRequest } from 'node:http'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { httpFetcher } from '../../src/adapters/http/http-fetcher.js'
import { readConfig } from '../../src/config.js'
import { sha256 } from '../../src/text/hash.js'
import { createKey } from '../../src/server/keys.js'
import { ferryA, ferryB, startServer, twoTexts, type TestServer } from './harness.js'
import { callTool, expectTools } from '../support/agent.js'
import { testDeps } from '../support/event.js'
import { storeFetcher } from '../../src/adapters/file-fetcher.js'

let server: TestServer
let client: Client
let reader: Client
let keys: { read: string; submit: string }

async function connected(key: string): Promise<Client> {
  const made = new Client({ name: 'test', version: '1' })
  const requestInit = { headers: { authorization: `Bearer ${key}` } }
  await made.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit }))
  return made
}

const call = (name: string, given: Record<string, unknown>, by = client) => callTool(by, name, given)

beforeAll(async () => {
  server = await startServer({ settings: { keysRequired: true, allowPrivate: false } })
  // The guard of real fetching, in place of the harness's map.
  const limits = readConfig({}).fetch
  const url = httpFetcher({ ...limits, userAgent: 'test' }, () => new Date())
  Object.assign(server.deps.fetchers, { ...testDeps().fetchers, url, stored: storeFetcher(server.store) })
  const keyOf = async (scope: 'read' | 'submit'): Promise<string> =>
    (await createKey('test', scope === 'submit' ? ['read', 'submit'] : ['read'], server.store, 0)).key
  keys = { read: await keyOf('read'), submit: await keyOf('submit') }
  client = await connected(keys.submit)
  reader = await connected(keys.read)
})

afterAll(async () => {
  await client.close()
  await reader.close()
  await server.close()
})

test('the same tools as over standard input and output, with schemas of both sides', async () => {
  expect(await expectTools(client)).not.toMatch(/--root|folder/u)
})

test('texts are compared and stored; the report answers from then on, and its page opens here', async () => {
  const made = await call('compare_reports', twoTexts)
  const Made = z.object({
    report: z.string(),
    page: z.string().startsWith(server.url),
    front: z.array(z.object({ finding: z.string() })).min(1),
  })
  const { report, page, front } = Made.parse(made.structuredContent)
  const { items } = await server.store.desk.changes({ limit: 1, after: null })
  expect(items).toMatchObject([{ what: 'asked for a comparison', target: `/comparisons/${report}` }])
  const opened = await server.request(page, { headers: { authorization: `Bearer ${keys.read}` } })
  expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<!doctype html>')])
  expect((await call('compare_reports', { report })).structuredContent).toEqual(made.structuredContent)

  const found = await call('get_finding', { report, finding: front[0]?.finding }, reader)
  const passages = z.object({ passages: z.array(z.object({ words: z.string().min(1) })).min(1) })
  for (const { words } of passages.parse(found.structuredContent).passages)
    expect(`${ferryA}${ferryB}`.replace(/\s+/gu, ' ')).toContain(words)
  const words = 'We never lost contact with the bridge'
  const Forms = z.object({ answers: z.array(z.object({ form: z.string() })) })
  for (const where of [{ report }, { sources: twoTexts.sources }])
    expect(
      Forms.parse((await call('check_quotation', { words, ...where })).structuredContent).answers.map(
        ({ form }) => form,
      ),
    ).toEqual(['verbatim', 'cut'])
  const told = await call('find_statement', { report, statement: 'The fares would be paid back.' }, reader)
  expect(JSON.stringify(told.structuredContent)).toContain('"state":"says"')
  expect((await call('diff_reports', { old: report, new: report }, reader)).isError).not.toBe(true)
  const same = await call('match', { a: 'Talks lasted five hours.', b: 'The talks took five hours.' }, reader)
  expect(same.structuredContent).toMatchObject({ same: true })
})

test('stories are those of the store, a page of them at a time', async () => {
  expect((await call('list_stories', {}, reader)).isError).toBe(true)
  const source = {
    name: 'a',
    kind: 'stored',
    location: 'a',
    mediaType: null,
    outlet: null,
    publishedAt: null,
  }
  for (let at = 0; at < 31; at++)
    await server.store.addToStory(
      { id: `s-${at}`, title: `Ferry ${at}` },
      [{ address: `https://news.example/${at}`, source: { ...source, kind: 'stored' } }],
      [],
      { most: 10, now: at },
    )
  const Listed = z.object({ stories: z.array(z.object({ title: z.string() })), next: z.string().nullable() })
  const first = Listed.parse((await call('list_stories', {}, reader)).structuredContent)
  expect([first.stories.length, first.stories[0]?.title]).toEqual([30, 'Ferry 30'])
  const rest = Listed.parse((await call('list_stories', { after: first.next }, reader)).structuredContent)
  expect([rest.stories.length, rest.next]).toEqual([1, null])
})

test('no file and no private address is opened, and the error says why', async () => {
  const [first] = twoTexts.sources
  for (const source of [
    'file:///etc/passwd',
    '/etc/passwd',
    '../../etc/passwd',
    { url: 'file:///etc/passwd' },
  ])
    for (const [name, rest] of [
      ['compare_reports', {}],
      ['check_quotation', { words: 'root' }],
    ] as const) {
      const answer = await call(name, { ...rest, sources: [source, first] })
      expect(answer.isError, JSON.stringify(source)).toBe(true)
      expect(JSON.stringify(answer)).not.toContain('root:')
    }
  const kept = { kept: sha256(ferryA), name: 'x' }
  expect((await call('compare_reports', { sources: [kept, first] })).isError).toBe(true)
  const seen = server.log.length
  for (const address of [
    server.url,
    'http://169.254.169.254/latest',
    'http://[::1]:1/',
    'http://2130706433/',
  ])
    expect(
      JSON.stringify(await call('check_quotation', { words: 'x', sources: [`${address}/healthz`] })),
    ).toContain('unreadable')
  expect(server.log.slice(seen).filter(({ fields }) => fields['path'] === '/healthz')).toEqual([])
  const lost = await call('compare_reports', { sources: ['http://127.0.0.1:1/a', 'http://10.0.0.1/b'] })
  expect([lost.isError, lost.content[0]?.text]).toEqual([true, expect.stringContaining('private')])
  for (const report of ['none', '../report.json', 'file:///etc/passwd'])
    expect((await call('get_finding', { report, finding: 'f' })).isError).toBe(true)
})

test('who may read may not have anything fetched or compared', async () => {
  for (const [name, given] of [
    ['compare_reports', twoTexts],
    ['check_quotation', { words: 'x', ...twoTexts }],
  ] as const) {
    const answer = await call(name, given, reader)
    expect([answer.isError, answer.content[0]?.text]).toEqual([true, expect.stringContaining('"submit"')])
  }
})

const listing = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
const asked = (headers: Record<string, string>, body: unknown = listing): Promise<Response> =>
  server.post('/mcp', body, { accept: 'application/json, text/event-stream', ...headers })

test('without a key, from another site, under another name, too large or many in one: refused', async () => {
  const authorization = `Bearer ${keys.submit}`
  const bare = await asked({})
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('Bearer'),
  ])
  expect((await asked({ authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await asked({ authorization })).status).toBe(200)
  expect((await asked({ authorization, origin: 'https://evil.example' })).status).toBe(403)
  expect((await asked({ authorization, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await asked({ authorization }, [listing, listing])).status).toBe(400)
  expect((await asked({ authorization }, { ...listing, params: 'x'.repeat(4_000_001) })).status).toBe(413)
  expect((await asked({ authorization, 'content-type': 'text/plain' })).status).toBe(415)
  expect((await server.request('/mcp', { headers: { authorization } })).status).toBe(405)
  const { hostname, port } = new URL(server.url)
  const rebound = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: 'evil.example', authorization, 'content-type': 'application/json' }
    rawRequest({ hostname, port, path: '/mcp', method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end(JSON.stringify(listing))
  })
  expect(rebound).toBe(421)
})
