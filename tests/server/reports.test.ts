import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyEvidence } from '../../src/evidence/verify.js'
import { Report } from '../../src/model/report.js'
import { reportPolicy } from '../../src/server/report-formats.js'
import { ferryA, ferryB, ferryPage, json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer
let base: string
beforeAll(async () => {
  server = await startServer()
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  await server.finished(id)
  base = `/api/comparisons/${id}/report`
})
afterAll(() => server.close())

const get = (suffix: string, headers: Record<string, string> = {}): Promise<Response> =>
  server.request(base + suffix, { headers })

it.each([
  ['.json', 'application/json; charset=utf-8', '{"schema":"synoptic/report@1"'],
  ['.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ['.md', 'text/markdown; charset=utf-8', '# '],
  ['.cells.csv', 'text/csv; charset=utf-8', 'column_kind,'],
  ['.csv', 'text/csv; charset=utf-8', 'column_kind,'],
  ['.findings.csv', 'text/csv; charset=utf-8', ''],
  ['.quotes.csv', 'text/csv; charset=utf-8', ''],
  ['.actors.csv', 'text/csv; charset=utf-8', 'actor_id,'],
  ['.articles.csv', 'text/csv; charset=utf-8', 'article_id,'],
  ['.cells.jsonl', 'application/jsonl; charset=utf-8', '{"column_kind":'],
  ['.findings.jsonl', 'application/jsonl; charset=utf-8', ''],
  ['.quotes.jsonl', 'application/jsonl; charset=utf-8', ''],
  ['.actors.jsonl', 'application/jsonl; charset=utf-8', ''],
  ['.articles.jsonl', 'application/jsonl; charset=utf-8', '{"article_id":'],
  ['.annotations.jsonld', 'application/ld+json; charset=utf-8', '{'],
  ['.qdpx', 'application/zip', 'pk'],
  ['.codebook.md', 'text/markdown; charset=utf-8', '# '],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'pk'],
])('report%s comes as %s', async (suffix, type, start) => {
  const response = await get(suffix)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
  const text = await response.text()
  expect(text.toLowerCase().trimStart()).toMatch(new RegExp(`^\ufeff?${escape(start)}`))
  expect(text.length).toBeGreaterThan(20)
})

it('is the contract in JSON', async () => {
  expect(() => Report.parse(JSON.parse('{}'))).toThrow()
  expect(Report.parse(await json(await get('.json'))).articles).toHaveLength(2)
})

it.each([
  ['application/json', 'application/json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
  ['text/markdown', 'text/markdown'],
  ['text/csv;q=0.9, text/html;q=0.1', 'text/csv'],
  ['text/*;q=0.5, application/json;q=0.4', 'text/html'],
  ['*/*', 'application/json'],
  ['application/json;q=0, */*', 'text/html'],
  ['text/markdown;q=nonsense, text/csv;q=0.1', 'text/csv'],
  ['text/markdown;q=Infinity, text/csv;q=0.1', 'text/csv'],
])('Accept: %s gives %s', async (accept, type) => {
  const response = await get('', { accept })
  expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  expect(response.headers.get('vary')).toBe('accept')
})

it('refuses what it cannot give', async () => {
  for (const accept of ['image/png', 'application/json;q=0', 'x'])
    expect((await get('', { accept })).status).toBe(406)
})

it('answers 304 to who has it, with a tag of its own for each form', async () => {
  const tags = new Set<string>()
  for (const suffix of ['.json', '.html', '.md', '.cells.csv']) {
    const etag = (await get(suffix)).headers.get('etag') ?? ''
    tags.add(etag)
    for (const match of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await get(suffix, { 'if-none-match': match })
      expect(response.status).toBe(304)
      expect(await response.text()).toBe('')
    }
    expect((await get(suffix, { 'if-none-match': '"other"' })).status).toBe(200)
  }
  expect(tags.size).toBe(4)
})

it('a ruling changes neither what is served nor its tag', async () => {
  const read = async () => {
    const response = await get('.json')
    return [response.headers.get('etag'), await response.text()] as const
  }
  const before = await read()
  const { findings } = JSON.parse(before[1]) as { findings: { id: string }[] }
  const ruled = await server.request(`${base.replace(/report$/u, 'rulings')}/${findings[0]?.id ?? ''}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"verdict":"accept"}',
  })
  expect(ruled.status).toBe(200)
  expect(await read()).toEqual(before)
})

it('lets nothing load in the page, and nothing run but its own script', async () => {
  const response = await get('.html')
  const policy = response.headers.get('content-security-policy')
  expect(policy).toBe(reportPolicy())
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /)
  expect([...(await response.text()).matchAll(/<script[^>]*>/gi)].map(String)).toEqual([
    '<script type="module">',
  ])
})

it('is not there before the comparison is finished', async () => {
  const waiting = await startServer({ working: false })
  const { id } = await json<{ id: string }>(await waiting.post('/api/comparisons', twoTexts))
  const response = await waiting.request(`/api/comparisons/${id}/report`)
  expect(response.status).toBe(409)
  expect(response.headers.get('retry-after')).toBe('2')
  await waiting.close()
})

function escape(text: string): string {
  return text.replace(/[{}"/.*+?^$()|[\]\\]/g, '\\$&')
}

it('the zip of evidence holds pages with request and answer, also of a page that another comparison fetched, and holds', async () => {
  const pages = {
    'https://a.example/1': ferryPage('Ferry reaches Orsund', ...ferryA.split('\n').filter(Boolean)),
    'https://b.example/2': ferryPage('Fog holds up ferry', ...ferryB.split('\n').filter(Boolean)),
  }
  const own = await startServer({ pages })
  const sources = [...Object.keys(pages), { text: ferryA, name: 'a.txt' }]
  for (const again of [false, true]) {
    const { id } = await json<{ id: string }>(await own.post('/api/comparisons', { sources }))
    await own.finished(id)
    const answer = await own.request(`/api/comparisons/${id}/evidence.zip`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const zip = new Uint8Array(await answer.arrayBuffer())
    expect(verifyEvidence(zip), String(again)).toMatchObject({ articles: 3, kept: 3, troubles: [] })
    const warc = Buffer.from(unzipSync(zip)['pages.warc'] ?? []).toString()
    expect(warc.match(/WARC-Type: (?:request|response|resource)/gu)).toHaveLength(5)
    expect(warc).toContain('user-agent: test')
  }
  expect(own.fetched).toHaveLength(2)
  await own.close()
})
