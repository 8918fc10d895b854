/** What is tried against a desk, on either database: each attempt by its name. More of them: people, rulings, access, hostile. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { memoryQueue } from '../../src/adapters/memory-queue.js'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { type Role, scopesOf } from '../../src/model/api-key.js'
import { createKey } from '../../src/server/keys.js'
import { newFeed } from '../../src/watch/poll.js'
import { newDatabase } from '../support/servers-of-run.js'
import { ferryA, ferryB, json, openRoutes, startServer, type TestServer } from './harness.js'
import { signedIn, type Somebody } from './people.js'

const script = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'${1}'
const own = { 'sec-fetch-site': 'same-origin' }

export function attacksOn(kind: 'sqlite' | 'postgres'): void {
  let server: TestServer
  let drop = (): Promise<void> => Promise.resolve()
  const keys: Partial<Record<Role, string>> = {}
  const people: Partial<Record<Role, Somebody>> = {}
  const as = (role: Role): Somebody => {
    const one = people[role]
    if (!one) throw new Error('nobody is signed in')
    return one
  }
  const bearer = (role: Role) => ({ authorization: `Bearer ${keys[role] ?? ''}` })
  let [id, other]: string[] = []
  let finding = ''
  const routes = () =>
    [...new Set(server.app.routes.map(({ method, path }) => `${method} ${path}`))]
      .filter((route) => !/^ALL |\/static\//u.test(route))
      .map((route) => {
        const [method = '', path = ''] = route.split(' ')
        return { route, method, path: path.replace(/:id\b/gu, id ?? '').replace(/:\w+/gu, 'x1') }
      })

  async function submitted(title: string): Promise<string> {
    const sources = [ferryA, ferryB].map((text, i) => ({
      text,
      name: `${script} ${i}.txt`,
      outlet: `${i} ${script}`,
    }))
    const answer = await server.post('/api/comparisons', { title, sources }, bearer('edits'))
    const { id: made, ...told } = await json<{ id?: string }>(answer)
    if (made === undefined) throw new Error(JSON.stringify(told))
    await server.finished(made)
    return made
  }

  beforeAll(async () => {
    const settings = { keysRequired: true }
    if (kind === 'postgres') {
      const database = await newDatabase()
      drop = database.drop
      const store = await postgresStore(database.url, () => undefined)
      const queue = memoryQueue({ tries: 2, firstDelayMs: 10 }, Date.now, Math.random)
      server = await startServer({ settings, parts: { store, queue } })
    } else server = await startServer({ settings })
    for (const role of ['runs', 'edits', 'reads'] as const) {
      const { key } = await createKey(`${role} ${script}`, scopesOf[role], server.store, server.deps.now())
      keys[role] = key
      people[role] = await signedIn(server, key)
    }
    ;[id, other] = [await submitted(script), await submitted('Another')]
    finding = /"id":"(f-[\w-]+)"/u.exec((await server.store.report(id)) ?? '')?.[1] ?? ''
    expect(finding).not.toBe('')
  })
  afterAll(async () => {
    await server.close()
    await drop()
  })

  it('a route that forgot to ask who comes: each stands here with the least role that it takes, or is the usual', async () => {
    const least = async (method: string, path: string): Promise<Role | 'anybody'> => {
      for (const [who, headers] of [
        ['anybody', {}],
        ['reads', bearer('reads')],
        ['edits', bearer('edits')],
      ] as const) {
        const { status, body } = await server.request(path, { method, headers })
        await body?.cancel()
        if (status !== 401 && status !== 403) return who
      }
      return 'runs'
    }
    const found: Record<string, string[]> = {}
    // Streams do not end by themselves.
    for (const { route, method, path } of routes()) {
      const who = await least(method, path)
      const usual = method === 'GET' ? 'reads' : 'edits'
      if (who !== usual) (found[who] ??= []).push(route)
      // Each of them has been undone where it did something.
      if (method === 'POST' && path === '/sign-out') continue
      if (method === 'DELETE' || path.endsWith('/delete')) id = await again(id ?? '')
    }
    expect(Object.fromEntries(Object.entries(found).map(([who, all]) => [who, all.sort()]))).toEqual({
      anybody: openRoutes,
      edits: [
        'GET /',
        'GET /api/comparisons/:id/shares',
        'GET /batches/new',
        'GET /comparisons/:id/share',
        'GET /take',
      ],
      // An agent asks each of its tools for the scope.
      reads: ['POST /mcp', 'POST /watching/seen'],
      runs: [
        'DELETE /api/articles/:sha256',
        'GET /api/log',
        'GET /log',
        'GET /metrics',
        'GET /operation',
        'GET /people',
        'POST /people',
        'POST /people/:id/remove',
      ],
    })
  })

  /** Back, or made anew. */
  async function again(one: string): Promise<string> {
    if (await server.store.find(one)) return one
    return (await server.store.restore(one)) ? one : submitted(script)
  }

  it('forgery: no changing route takes a session’s cookie from elsewhere, or without its token', async () => {
    const { cookie } = as('runs')
    const host = new URL(server.url).host
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { origin: `http://${host}.evil.example` },
      { origin: 'null' },
      { referer: server.url },
      {},
    ]
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const { route, method, path } of routes().filter((one) => one.method !== 'GET')) {
      for (const from of elsewhere) {
        const { status } = await server.request(path, { method, headers: { ...type, ...from, cookie } })
        expect(status, `${route} ${JSON.stringify(from)}`).toBe(403)
      }
      if (method !== 'POST') continue
      for (const sent of [
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
      ])
        for (const query of ['', '?form-token=', '?form-token=x', '?form-token=%00'])
          expect(
            (
              await server.request(path + query, {
                method,
                headers: { 'content-type': sent, ...own, cookie },
              })
            ).status,
            `${route} ${sent} ${query}`,
          ).toBe(403)
    }
    expect((await as('runs').get('/comparisons')).status).toBe(200)
  })

  it('other people’s rows: readers change nothing, and no row is reached by way of another', async () => {
    const reads = as('reads')
    const before = (await server.store.desk.rulingHistory(id ?? '', 100)).length
    const at = `/api/comparisons/${id}`
    expect((await reads.put(`${at}/rulings/${finding}`, { verdict: 'accept' })).status).toBe(403)
    expect((await reads.put(`${at}/assignments/${finding}`, { to: null })).status).toBe(403)
    const rule = { finding, verdict: 'accept', do: 'rule' }
    expect((await reads.post(`/comparisons/${id}/rulings`, rule)).status).toBe(403)
    expect((await server.store.desk.rulingHistory(id ?? '', 100)).length).toBe(before)
    await as('edits').post(`/comparisons/${id}/delete`, {})
    expect((await reads.post('/comparisons/restore', { id: id ?? '' })).status).toBe(403)
    expect(await server.store.find(id ?? '')).toBeNull()
    expect((await as('edits').post('/comparisons/restore', { id: id ?? '' })).status).toBe(303)
    // A link of one comparison by the address of another.
    const made = await server.post(`${at}/shares`, { days: 1 }, bearer('edits'))
    const share = await json<{ id: string; link: string }>(made)
    expect((await as('edits').post(`/comparisons/${other}/share/${share.id}/revoke`, {})).status).toBe(404)
    const wrong = { method: 'DELETE', headers: bearer('edits') }
    expect((await server.request(`/api/comparisons/${other}/shares/${share.id}`, wrong)).status).toBe(404)
    expect((await server.request(share.link)).status).toBe(200)
    // A note is one’s own, whatever the body says.
    const [note] = [{ verdict: 'accept', note: 'mine', sentence: 'They differ.' }]
    await as('edits').put(`${at}/rulings/${finding}`, note)
    await as('runs').put(`${at}/rulings/${finding}`, { ...note, verdict: 'none', note: '' })
    expect((await server.store.desk.rulings(id ?? '')).map((one) => one.note)).toEqual(['mine'])
  })

  it('script in notes, tags, titles, names, outlets, saved searches, feeds and stories is printed as words', async () => {
    const edits = as('edits')
    const at = `/api/comparisons/${id}`
    const said = { verdict: 'correct', note: script, correction: script, sentence: script }
    expect((await edits.put(`${at}/rulings/${finding}`, said)).status).toBe(200)
    await edits.post('/comparisons/marked', { id: id ?? '', tag: script, do: 'tag' })
    await edits.post('/comparisons/searches', { name: script, query: `?q=${encodeURIComponent(script)}` })
    const story = await edits.post(`/comparisons/${id}/story`, {})
    await server.store.watching.commit({
      feeds: [newFeed('https://feeds.example/"><script>alert(1)</script>', script, null, 1)],
    })
    const me = (await server.store.keys()).find(({ name }) => name.startsWith('runs'))?.id ?? ''
    await edits.post(`/comparisons/${id}/rulings`, { finding, sentence: script, do: 'ask', to: me })
    const { link } = await json<{ link: string }>(await server.post(`${at}/shares`, {}, bearer('edits')))
    const pages = [
      ...routes().flatMap(({ method, path }) =>
        method === 'GET' && !path.startsWith('/api/') ? [path] : [],
      ),
      `/?from=${id}`,
      `/comparisons?q=${encodeURIComponent(script)}&tag=${encodeURIComponent(script)}&outlet=${encodeURIComponent(script)}`,
      `/watching?q=${encodeURIComponent(script)}`,
      `/comparisons/${id}/ask?words=${encodeURIComponent(script)}&saidBy=${encodeURIComponent(script)}`,
      `/sign-in?next=${encodeURIComponent(`/${script}`)}`,
      `/log?by=${encodeURIComponent(script)}`,
      `${at}/report.html`,
      `${at}/report.classroom.html`,
      `${at}/report.classroom-key.html`,
      link,
      story.headers.get('location') ?? '',
    ]
    let printed = 0
    for (const path of pages) {
      const answer = await as('runs').get(path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      const text = await answer.text()
      expect(/<script>alert|<img src=x/u.test(text), path).toBe(false)
      if ((answer.headers.get('content-type') ?? '').startsWith('text/html'))
        expect(policy, path).not.toContain("script-src 'unsafe-inline'")
      if (text.includes('&lt;script&gt;alert(1)')) printed++
    }
    // Else nothing was looked at.
    expect(printed).toBeGreaterThan(15)
  })

  it('a shared link guessed, cut, lengthened, of another time, or used for another form leads nowhere', async () => {
    const at = `/api/comparisons/${id}/shares`
    const { link } = await json<{ link: string }>(await server.post(at, { days: 1 }, bearer('edits')))
    const path = new URL(link, server.url).pathname
    const token = path.split('/').at(-1) ?? ''
    for (const form of ['json', 'pdf', 'docx', 'html', 'md', 'csv', 'evidence.zip', 'classroom.html'])
      for (const address of [
        `${path}.${form}`,
        `${path}/report.${form}`,
        `${path}/${form}`,
        `/api${path}.${form}`,
        `/api/comparisons/${token}/report.${form}`,
      ]) {
        server.forward(60_000)
        expect([401, 404], address).toContain((await server.request(address)).status)
      }
    for (const query of ['?texts=1', '?format=json', '?rulings=all'])
      expect((await server.request(path + query)).status, query).toBe(422)
    for (const accept of ['application/json', 'application/pdf', 'text/csv']) {
      const answer = await server.request(path, { headers: { accept } })
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      await answer.body?.cancel()
    }
    for (const wrong of [
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      `${token}%00`,
      `%2e%2e%2f${token}`,
      '%00',
      "' or 1=1 --",
    ]) {
      server.forward(60_000)
      expect((await server.request(`/shared/${wrong}`)).status, wrong).toBe(404)
    }
    for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `synoptic=${token}` }])
      for (const { route, method, path: asked } of routes()) {
        if (/healthz|readyz|sign-|docs|problems|openapi|favicon|shared/u.test(route)) continue
        server.forward(60_000)
        expect((await server.request(asked, { method, headers })).status, route).toBe(401)
      }
    server.forward(86_400_000)
    expect((await server.request(path)).status).toBe(404)
    people.edits = await signedIn(server, keys.edits ?? '')
    people.runs = await signedIn(server, keys.runs ?? '')
  })

  it('next= leads to this site alone, by one slash', async () => {
    for (const next of [
      '///evil.example',
      '/\t/evil.example',
      '/.//evil.example',
      '/x/..//evil.example',
      '/%2f/evil.example',
      '\\\\evil.example',
      'http:evil.example',
      'https://here.invalid@evil.example',
      'http://here.invalid//evil.example',
      '/\r\nset-cookie: a=b',
      ' //evil.example',
      'data:text/html,x',
    ]) {
      const { location } = await signedIn(server, keys.reads ?? '', {}, next)
      expect(location, next).toMatch(/^\/(?!\/|\\)[\x21-\x7e]*$/u)
      expect(new URL(location, server.url).origin, next).toBe(server.url)
    }
  })

  it('names and ids with line breaks and quotes get no header of their own', async () => {
    const answers = [
      ...['report.json', 'report.csv', 'evidence.zip', 'reviews.json'].map((form) =>
        server.request(`/api/comparisons/${id}/${form}`, { headers: bearer('runs') }),
      ),
      server.request('/api/comparisons/a%0d%0ax-evil:%201/report.json', { headers: bearer('runs') }),
      server.request('/comparisons/a%22%0d%0ax-evil:%201', { headers: bearer('runs') }),
      as('edits').post(`/comparisons/${id}/rulings`, { finding: 'f\r\nx-evil: 1', verdict: 'accept' }),
      as('edits').post('/comparisons/marked', {
        id: id ?? '',
        tag: 'a\r\nx-evil: 1',
        do: 'tag',
        back: '?q=a%0d%0ax-evil:1',
      }),
      as('edits').post('/comparisons/searches', { name: 'a\r\nx-evil: 1', query: '?q=a\r\nx-evil: 1' }),
    ]
    for (const answer of answers) {
      const { status, headers } = await answer
      expect(status).toBeLessThan(500)
      expect([...headers.keys()].filter((name) => name.includes('evil'))).toEqual([])
      expect(headers.get('content-disposition') ?? 'inline').toMatch(
        /^(?:inline|attachment)(?:; filename="[\w.-]+")?$/u,
      )
    }
  })

  it('signs of a search language, of SQL and of neither are words, or nothing; none is a defect', async () => {
    const signs = [
      '"',
      "'",
      '*',
      '(',
      ')',
      ':',
      '^',
      '-',
      '+',
      '|',
      '&',
      '!',
      '<->',
      '\\',
      '%',
      '_',
      ';--',
      '\0',
      '\ud800',
      '🐕',
      '\u202e',
    ]
    const words = [
      ...signs,
      ...signs.map((sign) => `ferry${sign}`),
      ...signs.map((sign) => `${sign}ferry`),
      'ferry OR nowhere',
      'ferry AND NOT nowhere',
      'NEAR(ferry fog)',
      'words:ferry',
      'listed MATCH ferry',
      "'; drop table comparisons; --",
      'a '.repeat(140),
    ]
    for (const q of words)
      for (const field of ['q', 'outlet', 'tag']) {
        const query = new URLSearchParams({ [field]: q })
        const answer = await server.request(`/api/comparisons?${query}`, { headers: bearer('reads') })
        expect([200, 422], `${field}=${q}`).toContain(answer.status)
      }
    const found = async (q: string): Promise<number> => {
      const answer = await server.request(`/api/comparisons?${new URLSearchParams({ q })}`, {
        headers: bearer('reads'),
      })
      return (await json<{ items: unknown[] }>(answer)).items.length
    }
    expect(await found('ferry')).toBeGreaterThan(0)
    for (const none of ['ferry OR nowhere', 'ferry AND NOT nowhere', 'words:ferry -nowhere'])
      expect(await found(none), none).toBe(0)
  })

  it('signs that a database does not take are refused or left out, at every place where one can be given', async () => {
    const odd = 'a\0b\ud800'
    const sent = encodeURIComponent('a\0b')
    const edits = as('edits')
    const at = `/api/comparisons/${id}`
    const answers = new Map<string, Response>([
      [
        'note',
        await edits.put(`${at}/rulings/${finding}`, {
          verdict: 'accept',
          note: odd,
          correction: odd,
          sentence: odd,
        }),
      ],
      ['asked', await edits.put(`${at}/assignments/${finding}`, { to: odd, sentence: odd })],
      [
        'title',
        await server.post(
          '/api/comparisons',
          {
            title: odd,
            sources: [
              { text: `${odd} ${ferryA}`, name: odd, outlet: odd },
              { text: ferryB, name: 'b' },
            ],
          },
          bearer('edits'),
        ),
      ],
      ['tag', await edits.post('/comparisons/marked', { id: id ?? '', tag: odd, do: 'tag' })],
      ['search', await edits.post('/comparisons/searches', { name: odd, query: `?q=${sent}` })],
      ['feed', await edits.post('/watching', { address: `https://feeds.example/${odd}` })],
      ['person', await as('runs').post('/people', { name: odd, role: 'reads' })],
      [
        'once',
        await server
          .post('/api/comparisons', { sources: [] }, { ...bearer('edits'), 'idempotency-key': 'a\u0001' })
          .catch(() => new Response()),
      ],
      ['log', await as('runs').get(`/log?by=${sent}`)],
    ])
    for (const { route, method, path } of routes().filter((one) => one.route.includes(':')))
      answers.set(
        route,
        await server.request(path.replaceAll(id ?? '', sent).replaceAll('x1', sent), {
          method,
          headers: bearer('runs'),
        }),
      )
    const bad = [...answers]
      .filter(([, { status }]) => status >= 500)
      .map(([what, { status }]) => `${what}: ${status}`)
    expect(bad).toEqual([])
  })

  it('the documentation leads to no file beside it', async () => {
    for (const out of [
      '..%2f..%2fpackage.json',
      '%2e%2e%2fREADME.md',
      '..%5cREADME.md',
      '%00',
      '__proto__',
      'constructor',
      'a.png%00',
    ])
      for (const at of ['/docs/', '/docs/images/'])
        expect((await server.request(at + out)).status, at + out).toBe(404)
  })

  it('huge, many, broken and doubled cookies are nobody’s', async () => {
    const good = as('edits').cookie
    const get = async (cookie: string) =>
      (await server.request('/api/comparisons', { headers: { cookie } })).status
    expect(await get(`synoptic=${'a'.repeat(6_000)}`)).toBe(401)
    expect(await get(`synoptic=${'a'.repeat(40_000)}`)).toBe(431)
    expect(await get(Array.from({ length: 500 }, (_, n) => `c${n}=1`).join('; '))).toBe(401)
    for (const broken of [
      'synoptic',
      'synoptic=',
      '=x',
      ';;;',
      'synoptic=%00',
      'synoptic="x"',
      '__proto__=x',
    ])
      expect(await get(broken), broken).toBe(401)
    expect(await get(`${good}; synoptic=${'b'.repeat(43)}`)).toBe(200)
    expect(await get(`c=${'x'.repeat(5_000)}; ${good}`)).toBe(200)
  })

  it('many sessions: the oldest of one person end, nobody else’s', async () => {
    const reads = as('reads')
    const others = as('edits')
    for (let n = 0; n < 25; n++) await signedIn(server, keys.reads ?? '')
    expect((await reads.get('/comparisons')).status).toBe(303)
    expect((await others.get('/comparisons')).status).toBe(200)
  })

  it('line breaks, escapes and other people’s lines in the log of changes and of the server', async () => {
    const forged = 'x\n2026-01-01 Ana deleted everything\u001b[31m\u202e'
    const named = await createKey(forged, scopesOf.edits, server.store, server.deps.now())
    const mallory = await signedIn(server, named.key)
    await mallory.post('/comparisons/searches', { name: forged, query: '?q=x' })
    await mallory.post('/watching', { address: `https://feeds.example/${encodeURIComponent(forged)}` })
    const { items } = await json<{
      items: { by: { name: string }; what: string; target: string; to: string | null }[]
    }>(await server.request('/api/log?limit=3', { headers: bearer('runs') }))
    expect(items.map(({ what }) => what)).toEqual(['watches a source', 'saved a search', 'signed in'])
    for (const { what, target, to } of items)
      expect(`${what}${target}${to ?? ''}`).not.toMatch(/[\n\u001b\u202e]/u)
    await server.request('/comparisons/%0a%1b%5b31m', { headers: { ...bearer('runs'), 'user-agent': 'x' } })
    for (const line of server.log) expect(JSON.stringify(line)).not.toMatch(/[\n\u001b]/u)
  })

  it('timing: a wrong key gets one answer whether or not its beginning is known (both are held against a hash of equal length)', async () => {
    const known = keys.reads ?? ''
    const [, known12 = ''] = known.split('_')
    for (const wrong of [`syn_${known12}_${'x'.repeat(43)}`, `syn_${'0'.repeat(12)}_${'x'.repeat(43)}`]) {
      server.forward(60_000)
      const answer = await server.request('/api/comparisons', {
        headers: { authorization: `Bearer ${wrong}` },
      })
      expect([answer.status, (await json<{ detail: string }>(answer)).detail]).toEqual([
        401,
        'The API key is not known here.',
      ])
    }
  })
}
