import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ferryA, ferryB, ferryPage, json, startServer, twoTexts, type TestServer } from './harness.js'

type View = {
  id: string
  state: string
  title: string | null
  reasons: string[]
  progress: Record<string, number>
  sources: { name: string; kind: string; state: string; issue: { code: string } | null }[]
  links: Record<string, string>
}

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    settings: { allowPrivate: false },
    pages: {
      'https://one.example/ferry': ferryPage('Ferry late', ...ferryA.split('\n\n').slice(1)),
      'https://two.example/ferry': ferryPage('Ferry held up', ...ferryB.split('\n\n').slice(1)),
    },
  })
})
afterAll(() => server.close())

describe('submitting', () => {
  it('takes texts, says where to follow, and ends with a report', async () => {
    const response = await server.post('/api/comparisons', { ...twoTexts, title: 'The late ferry' })
    expect(response.status).toBe(202)
    const view = await json<View>(response)
    expect(response.headers.get('location')).toBe(`/api/comparisons/${view.id}`)
    expect(view).toMatchObject({ state: 'queued', title: 'The late ferry', progress: { total: 2 } })

    expect(await server.finished(view.id)).toBe('complete')
    const after = await json<View>(await server.request(view.links['self'] ?? ''))
    expect(after).toMatchObject({ state: 'complete', progress: { read: 2, waiting: 0 }, reasons: [] })
    const report = await json<{ articles: unknown[]; event: { title: string } }>(
      await server.request(view.links['report'] ?? ''),
    )
    expect(report.articles).toHaveLength(2)
    expect(report.event.title).toBe('The late ferry')
  })

  it('takes addresses, keeps a lost one with its reason, and is partial then', async () => {
    const response = await server.post('/api/comparisons', {
      sources: [
        'https://one.example/ferry',
        { url: 'https://two.example/ferry', outlet: 'The Two' },
        'https://none.example/x',
      ],
    })
    const { id } = await json<View>(response)
    expect(await server.finished(id)).toBe('partial')
    const view = await json<View>(await server.request(`/api/comparisons/${id}`))
    expect(view.sources.map(({ state }) => state)).toEqual(['read', 'read', 'lost'])
    expect(view.sources[2]?.issue?.code).toBe('not-found')
    expect(view.reasons.join(' ')).toContain('https://none.example/x')
  })

  it('reads the same bytes as a text and as a page, as each source was sent', async () => {
    const bytes = '<h1>Ferry late</h1><p>The ferry left an hour late on Monday, the harbour master said.</p>'
    const readAs = async (source: object): Promise<unknown> => {
      const sources = [source, ...twoTexts.sources]
      const { id } = await json<View>(await server.post('/api/comparisons', { sources }))
      await server.finished(id)
      const page = await server.store.page(id, 0)
      return page?.state === 'read' ? page.mediaType : page
    }
    expect(await readAs({ text: bytes })).toBe('text')
    expect(await readAs({ html: bytes })).toBe('html')
    expect(await readAs({ text: bytes })).toBe('text')
  })

  it('takes a form with addresses and files, in the order of the form', async () => {
    const form = new FormData()
    form.append('url', 'https://one.example/ferry\nhttps://two.example/ferry\n')
    form.append('files', new Blob([ferryA]), 'C:\\saved\\morning.txt')
    form.append('title', 'Ferry')
    const response = await server.request('/api/comparisons', { method: 'POST', body: form })
    expect(response.status).toBe(202)
    const view = await json<View>(response)
    expect(view.sources.map(({ name, kind }) => [name, kind])).toEqual([
      ['https://one.example/ferry', 'url'],
      ['https://two.example/ferry', 'url'],
      ['morning.txt', 'stored'],
    ])
    expect(await server.finished(view.id)).toBe('complete')
  })

  it.each([
    ['no source', { sources: [] }, '/sources'],
    ['an unknown field', { ...twoTexts, colour: 'red' }, ''],
    ['a source of the wrong shape', { sources: [{ html: 'x', text: 'y' }] }, '/sources/0'],
    ['another scheme', { sources: ['https://one.example/', 'file:///etc/passwd'] }, '/sources/1'],
    ['a password in an address', { sources: ['https://me:secret@one.example/'] }, '/sources/0'],
    ['an empty text', { sources: [{ text: '' }] }, '/sources/0'],
    ['a control character in a name', { sources: [{ text: 'x', name: 'a\u0000b' }] }, '/sources/0/name'],
    ['an unknown zone', { ...twoTexts, options: { zone: 'Mars/Base' } }, '/options/zone'],
    [
      'a deadline beyond the limit',
      { ...twoTexts, options: { deadlineSeconds: 1e9 } },
      '/options/deadlineSeconds',
    ],
    ['a callback of another scheme', { ...twoTexts, callbackUrl: 'ftp://x.example/' }, '/callbackUrl'],
    ['a callback to this machine', { ...twoTexts, callbackUrl: 'http://localhost:9/hook' }, '/callbackUrl'],
    ['a callback to a private network', { ...twoTexts, callbackUrl: 'http://10.0.0.7/' }, '/callbackUrl'],
    [
      'a callback to a metadata service',
      { ...twoTexts, callbackUrl: 'http://metadata.google.internal/' },
      '/callbackUrl',
    ],
    ['a callback to a private IPv6 address', { ...twoTexts, callbackUrl: 'http://[::1]/' }, '/callbackUrl'],
    ['too many sources', { sources: Array.from({ length: 21 }, () => 'https://one.example/') }, '/sources'],
  ])('refuses %s and points at it', async (_what, body, pointer) => {
    const response = await server.post('/api/comparisons', body)
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await json<{ type: string; errors: { pointer: string }[] }>(response)
    expect(problem.type).toBe('/problems/invalid')
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer)
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  it.each([
    ['cut JSON', '{"sources": [', 400],
    ['nesting without end', '['.repeat(200_000), 400],
    ['a number', '7', 422],
    ['null', 'null', 422],
  ])('refuses %s', async (_what, body, status) => {
    const response = await server.request('/api/comparisons', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(status)
  })

  it('refuses a form that is cut off', async () => {
    const response = await server.request('/api/comparisons', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://one',
    })
    expect(response.status).toBe(400)
  })
})

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'order-66' }

  it('gives the first answer for the same request and refuses another', async () => {
    const first = await server.post('/api/comparisons', twoTexts, key)
    const again = await server.post('/api/comparisons', twoTexts, key)
    expect(again.status).toBe(202)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const other = await server.post('/api/comparisons', { ...twoTexts, title: 'Other' }, key)
    expect(other.status).toBe(422)
    expect((await json<{ type: string }>(other)).type).toBe('/problems/idempotency-conflict')
  })

  it('makes one comparison of twenty requests at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        server.post('/api/comparisons', twoTexts, { 'idempotency-key': 'at-once' }),
      ),
    )
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  })
})

describe('listing', () => {
  it.each(['/api/comparisons', '/api/batches'])(
    '%s: pages through all, newest first, each once',
    async (list) => {
      for (let made = 0; made < 4; made++) await server.post('/api/batches', { events: [twoTexts] })
      const seen: string[] = []
      let next: string | null = `${list}?limit=2`
      while (next !== null) {
        const response: Response = await server.request(next)
        const page: { items: { id: string }[]; next: string | null } = await json(response)
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ id }) => id))
        next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null
        expect(next === null).toBe(page.next === null)
      }
      expect(seen.length).toBeGreaterThan(3)
      expect(new Set(seen).size).toBe(seen.length)
    },
  )

  it.each(['limit=0', 'limit=x', 'limit=1000', "after=1_'; drop table", 'after=x'])(
    'refuses %s',
    async (query) => {
      expect((await server.request(`/api/comparisons?${query}`)).status).toBe(422)
    },
  )
})

describe('deleting', () => {
  it('removes report, article and bytes once nothing else uses them', async () => {
    const body = { sources: [{ text: `${ferryA}\nA third line for this test.\n` }, { text: ferryB }] }
    const ids: string[] = []
    for (let index = 0; index < 2; index++) {
      const { id } = await json<View>(await server.post('/api/comparisons', body))
      await server.finished(id)
      ids.push(id)
    }
    const [first = '', second = ''] = ids
    const sha = (await server.store.sources(first))[0]?.source.location ?? ''
    const remove = (id: string): Promise<Response> =>
      server.request(`/api/comparisons/${id}`, { method: 'DELETE' })

    expect((await remove(first)).status).toBe(204)
    expect((await server.request(`/api/comparisons/${first}`)).status).toBe(404)
    expect((await server.request(`/api/comparisons/${first}/report`)).status).toBe(404)
    expect(await server.store.content(sha), 'still used by the second').not.toBeNull()
    expect((await server.request(`/api/comparisons/${second}/report`)).status).toBe(200)

    expect((await remove(second)).status).toBe(204)
    expect(await server.store.content(sha)).toBeNull()
    expect((await remove(second)).status).toBe(404)
  })
})
