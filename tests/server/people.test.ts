/** Signing in, and what is tried against it: fixation, forged forms, guessing, a role that is not one's own. */
import { JSDOM } from 'jsdom'
import { afterEach, describe, expect, it } from 'vitest'
import { type Role, scopesOf } from '../../src/model/api-key.js'
import { createKey } from '../../src/server/keys.js'
import { json, openRoutes, startServer, twoTexts, type ServerOptions, type TestServer } from './harness.js'
import { signedIn, tokenIn } from './people.js'

let server: TestServer
afterEach(() => server.close())

async function locked(options: ServerOptions = {}): Promise<void> {
  server = await startServer({
    working: false,
    ...options,
    settings: { keysRequired: true, ...options.settings },
  })
}
const keyOf = async (name: string, role: Role) =>
  createKey(name, scopesOf[role], server.store, server.deps.now())

describe('signing in', () => {
  it('leads there from any page and back, and shows the name', async () => {
    await locked()
    const to = await server.request('/comparisons?after=1_x', { headers: { accept: 'text/html' } })
    expect([to.status, to.headers.get('location')]).toEqual([
      303,
      '/sign-in?next=%2Fcomparisons%3Fafter%3D1_x',
    ])
    expect((await server.request('/api/comparisons')).status).toBe(401)
    const { key } = await keyOf('Ana <b>', 'edits')
    const ana = await signedIn(server, key)
    expect(ana.cookie).toMatch(/^synoptic=[\w-]{43}$/u)
    expect(ana.set).toContain('HttpOnly')
    expect(ana.set).toContain('SameSite=Lax')
    expect(ana.set).toContain('Max-Age=43200')
    expect(ana.set).not.toContain('Secure')
    const page = await ana.get('/comparisons')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('Ana &lt;b&gt;')
  })

  it('leads from the bar to people, operation and the log for whoever runs the place alone', async () => {
    await locked()
    const places = async (role: Role): Promise<string[]> => {
      const ana = await signedIn(server, (await keyOf('Ana', role)).key)
      const pages = await Promise.all(['/comparisons', '/operation'].map((at) => ana.get(at)))
      const text = (await Promise.all(pages.map((page) => page.text()))).join('')
      const own = ['/rulings', '/people', '/operation', '/log']
      return own.filter((place) => text.includes(`<a href="${place}"`))
    }
    expect(await places('edits')).toEqual(['/rulings'])
    expect(await places('runs')).toEqual(['/rulings', '/people', '/operation', '/log'])
  })

  it('no page shows whoever may only read what they may not do', async () => {
    await locked({ working: true })
    const ana = await signedIn(server, (await keyOf('Ana', 'edits')).key)
    const send = async (at: string, body: unknown): Promise<string> => {
      const headers = { cookie: ana.cookie, 'sec-fetch-site': 'same-origin' }
      return (await json<{ id: string }>(await server.post(at, body, headers))).id
    }
    const whole = await send('/api/comparisons', { title: 'The ferry', ...twoTexts })
    await server.finished(whole)
    const batch = await send('/api/batches', { title: 'Ferries', events: [{ title: 'Fog', ...twoTexts }] })
    const story = (await ana.post(`/comparisons/${whole}/story`, {})).headers.get('location') ?? ''
    await ana.post('/watching', { address: 'https://feeds.example/' })
    await ana.post('/comparisons/searches', { name: 'Ferries', query: '?q=ferry' })
    const eva = await signedIn(server, (await keyOf('Eva', 'reads')).key)
    const forms = new Set<string>()
    const seen = new Set<string>()
    const left = ['/comparisons', '/nowhere', '/comparisons?q=nothing']
    for (let at = left.shift(); at !== undefined && seen.size < 120; at = left.shift()) {
      if (seen.has(at) || /^\/(?:docs\/|api\/)/u.test(at)) continue
      seen.add(at)
      const answer = await eva.get(at)
      expect(answer.status, at).not.toBe(403)
      left.push(answer.headers.get('location') ?? '/docs')
      if (answer.headers.get('content-type')?.startsWith('text/html') !== true) continue
      const { document } = new JSDOM(await answer.text()).window
      const shown = (selector: string): Element[] =>
        [...document.querySelectorAll(selector)].filter((one) => one.closest('.edits') === null)
      expect(document.body.classList.contains('reads'), at).toBe(true)
      for (const button of shown('form[method=post] :is(button,input:not([type=hidden]))'))
        forms.add(button.closest('form')?.getAttribute('action')?.replace(/\?.*/u, '') ?? '')
      for (const link of shown('a[href^="/"]'))
        left.push(link.getAttribute('href')?.replace(/#.*/u, '') ?? '')
    }
    expect([...forms]).toEqual(['/sign-out'])
    for (const at of [`/comparisons/${whole}/rulings`, `/batches/${batch}`, story, '/watching', '/docs'])
      expect([...seen]).toContain(at)
  })

  it('leads whoever may only read to the list, and whoever asks for comparisons to the form', async () => {
    await locked()
    const eva = await signedIn(server, (await keyOf('Eva', 'reads')).key, {}, '/')
    const first = await eva.get('/')
    expect([eva.location, first.status, first.headers.get('location')]).toEqual(['/', 303, '/comparisons'])
    expect((await eva.get('/comparisons')).status).toBe(200)
    const ana = await signedIn(server, (await keyOf('Ana', 'edits')).key, {}, '/')
    expect((await ana.get('/')).status).toBe(200)
  })

  it('over https, as the proxy says, sets a cookie that only https has', async () => {
    await locked()
    const { key } = await keyOf('Ana', 'edits')
    const ana = await signedIn(server, key, { 'x-forwarded-proto': 'https' })
    expect(ana.set).toMatch(/^__Host-synoptic=.*Secure/u)
    expect((await ana.get('/comparisons')).status).toBe(303)
    expect((await ana.get('/comparisons', { 'x-forwarded-proto': 'https' })).status).toBe(200)
  })

  it('leads to no other site', async () => {
    await locked()
    const { key } = await keyOf('Ana', 'edits')
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/%0d//evil.example',
      'javascript:1',
      '/sign-out',
      '',
    ]) {
      const { location } = await signedIn(server, key, {}, next)
      expect(new URL(location, server.url).origin, next).toBe(server.url)
      expect(location, next).not.toContain('sign-out')
    }
  })

  it('takes no cookie over that was there before, and ends the one it replaces', async () => {
    await locked()
    const { key } = await keyOf('Ana', 'edits')
    const planted = `synoptic=${'a'.repeat(43)}`
    const ana = await signedIn(server, key, { cookie: planted })
    expect(ana.cookie).not.toBe(planted)
    const get = (cookie: string) =>
      server.request('/comparisons', { headers: { cookie, accept: 'text/html' } })
    expect((await get(planted)).status).toBe(303)
    const again = await ana.post('/sign-in', { key, next: '/comparisons' })
    const cookie = again.headers.getSetCookie().at(-1)?.split(';')[0] ?? ''
    expect(cookie).not.toBe(ana.cookie)
    expect((await get(ana.cookie)).status).toBe(303)
    expect((await get(cookie)).status).toBe(200)
  })

  it('keeps only a hash, and ends by time, by signing out, and with the key', async () => {
    await locked()
    const { key, stored } = await keyOf('Ana', 'edits')
    const ana = await signedIn(server, key)
    server.forward(12 * 3_600_000 - 60_000)
    expect((await ana.get('/comparisons')).status).toBe(200)
    server.forward(120_000)
    expect((await ana.get('/comparisons')).status).toBe(303)
    const later = await signedIn(server, key)
    const out = await later.post('/sign-out', {})
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await later.get('/comparisons')).status).toBe(303)
    const last = await signedIn(server, key)
    await server.store.removeKey(stored.id)
    expect((await last.get('/comparisons')).status).toBe(303)
  })

  it('is slow for whoever guesses, and not for others at that address', async () => {
    await locked()
    const { key } = await keyOf('Ana', 'edits')
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++)
      statuses.push(
        (await signedIn(server, `syn_${String(guess).padStart(12, '0')}_${'x'.repeat(43)}`)).status,
      )
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
    expect((await signedIn(server, key)).status).toBe(303)
    expect(JSON.stringify(server.log)).not.toContain(key)
  })

  it('is not there where no key is needed', async () => {
    server = await startServer({ working: false })
    expect((await server.request('/sign-in')).headers.get('location')).toBe('/')
    expect(await (await server.request('/comparisons')).text()).not.toContain('Sign out')
  })
})

describe('forms of whoever is signed in', () => {
  it('change something only from a page of ours that has the token of who is signed in', async () => {
    await locked()
    const [ana, ben] = [
      await signedIn(server, (await keyOf('Ana', 'runs')).key),
      await signedIn(server, (await keyOf('Ben', 'runs')).key),
    ]
    const page = await (await ana.get('/people')).text()
    const token = tokenIn(page)
    expect(page.match(/<form[^>]*method="post"/gu)?.length).toBe(page.match(/form-token=/gu)?.length)
    const send = async (query: string, headers: Record<string, string>): Promise<number> =>
      (
        await server.request(`/people${query}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            cookie: ana.cookie,
            'sec-fetch-site': 'same-origin',
            ...headers,
          },
          body: 'name=Eva&role=reads',
        })
      ).status
    const right = `?form-token=${token}`
    const of = tokenIn(await (await ben.get('/people')).text())
    expect(await send('', {})).toBe(403)
    expect(await send('?form-token=', {})).toBe(403)
    expect(await send(`?form-token=${of}`, {})).toBe(403)
    expect(await send(right, { 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await send(right, { 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await send(right, { 'sec-fetch-site': 'none' })).toBe(403)
    expect(await server.store.keys()).toHaveLength(2)
    expect(await send(right, {})).toBe(200)
    expect(await server.store.keys()).toHaveLength(3)
  })

  it('are also refused where a browser says nothing of where they come from', async () => {
    await locked()
    const ana = await signedIn(server, (await keyOf('Ana', 'edits')).key)
    const { host } = new URL(server.url)
    const send = async (headers: Record<string, string>): Promise<number> =>
      (await server.post('/api/comparisons', twoTexts, { cookie: ana.cookie, ...headers })).status
    expect(await send({})).toBe(403)
    expect(await send({ origin: 'https://evil.example' })).toBe(403)
    expect(await send({ origin: `http://${host}` })).toBe(202)
  })
})

describe('people', () => {
  it('are added and taken back by whoever runs the place alone, and each sees what the role allows', async () => {
    await locked()
    const [runs, edits, reads] = await Promise.all(
      (['runs', 'edits', 'reads'] as const).map(async (role) =>
        signedIn(server, (await keyOf(role, role)).key),
      ),
    )
    if (!runs || !edits || !reads) throw new Error('nobody is signed in')
    for (const path of ['/people', '/log']) {
      expect((await runs.get(path)).status, path).toBe(200)
      for (const other of [edits, reads]) expect((await other.get(path)).status, path).toBe(403)
    }
    for (const other of [edits, reads]) {
      expect((await other.post('/people', { name: 'x', role: 'runs' })).status).toBe(403)
      const [first] = await server.store.keys()
      expect((await other.post(`/people/${first?.id ?? ''}/remove`, {})).status).toBe(403)
    }
    expect((await reads.post('/comparisons/c-1/delete', {})).status).toBe(403)
    expect(await server.store.keys()).toHaveLength(3)
    expect((await runs.post('/people', { name: 'x', role: 'admin' })).status).toBe(422)
    const made = await (await runs.post('/people', { name: '<script>', role: 'edits' })).text()
    expect(made).toContain('&lt;script&gt;')
    const key = /syn_[0-9a-f]{12}_[\w-]{43}/u.exec(made)?.[0] ?? ''
    expect((await signedIn(server, key)).status).toBe(303)
    const own = (await server.store.keys()).find(({ name }) => name === 'runs')?.id ?? ''
    expect((await runs.post(`/people/${own}/remove`, {})).status).toBe(422)
    const id = key.split('_')[1] ?? ''
    expect((await runs.post(`/people/${id}/remove`, {})).status).toBe(303)
    expect((await signedIn(server, key)).status).toBe(422)
  })
})

describe('every address', () => {
  it('shows a stranger nothing that is not open, and changes nothing for whoever may only read', async () => {
    await locked()
    const reads = { authorization: `Bearer ${(await keyOf('Eva', 'reads')).key}` }
    const routes = [...new Set(server.app.routes.map(({ method, path }) => `${method} ${path}`))]
      .filter((route) => !route.startsWith('ALL '))
      .map((route) => ({ route, method: route.split(' ')[0] ?? '', path: route.split(' ')[1] ?? '' }))
    const statuses = async (method: string, headers: Record<string, string>) => {
      const found = new Map<string, number>()
      for (const one of routes.filter((route) => (method === 'GET') === (route.method === 'GET')))
        found.set(
          one.route,
          (await server.request(one.path.replace(/:\w+/gu, 'x1'), { method: one.method, headers })).status,
        )
      return found
    }
    const besides = (found: ReadonlyMap<string, number>, status: number): string[] =>
      [...found].flatMap(([route, had]) => (had === status || route.startsWith('GET /static/') ? [] : route))
    const open = [...besides(await statuses('GET', {}), 401), ...besides(await statuses('POST', {}), 401)]
    expect(open.sort()).toEqual(openRoutes)
    // Each tool of an agent asks for the scope itself.
    expect(besides(await statuses('POST', reads), 403).sort()).toEqual([
      'POST /mcp',
      'POST /sign-in',
      'POST /sign-out',
      'POST /watching/seen',
    ])
    expect(routes.length).toBeGreaterThan(80)
  })
})

describe('the log', () => {
  it('is not filled by strangers, nor by those who are refused', async () => {
    await locked()
    const { key } = await keyOf('Ana', 'reads')
    const own = { 'sec-fetch-site': 'same-origin' }
    expect((await server.request('/sign-out', { method: 'POST', headers: own })).status).toBe(303)
    await signedIn(server, 'wrong')
    await (await signedIn(server, key)).post('/comparisons/c-1/delete', {})
    const { items } = await server.store.desk.changes({ limit: 9, after: null })
    expect(items.map(({ by, what }) => [by.name, what])).toEqual([['Ana', 'signed in']])
  })

  it('tells each of many that were marked, what was watched and saved; what a browser keeps for itself is none', async () => {
    await locked()
    const ana = await signedIn(server, (await keyOf('Ana', 'runs')).key)
    const own = { cookie: ana.cookie, 'sec-fetch-site': 'same-origin' }
    const made = async (): Promise<string> =>
      (await json<{ id: string }>(await server.post('/api/comparisons', twoTexts, own))).id
    const [one, two] = [await made(), await made()]
    const before = (await server.store.desk.changes({ limit: 100, after: null })).items.length
    const marked = [one, two, 'c-none'].map((id) => ['id', id])
    const steps: readonly (readonly [string, string[][]])[] = [
      ['/comparisons/marked', [...marked, ['do', 'delete']]],
      ['/comparisons/restore', [['id', one]]],
      [
        '/comparisons/searches',
        [
          ['name', 'Ferries'],
          ['query', '?q=ferry'],
        ],
      ],
      ['/watching/seen', []],
      ['/watching', [['address', 'https://feeds.example/']]],
      ['/watching', [['address', 'https://ana:word@feeds.example/']]],
      ['/watching', [['address', 'nonsense']]],
    ]
    for (const [path, fields] of steps) expect([303, 422]).toContain((await ana.post(path, fields)).status)
    const { items } = await server.store.desk.changes({ limit: 100, after: null })
    expect(items.slice(0, -before).map(({ what, target, to }) => [what, target, to])).toEqual([
      ['watches a source', '/watching', 'https://feeds.example/'],
      ['saved a search', '/comparisons?q=ferry', 'Ferries'],
      ['took a deletion back', `/comparisons/${one}`, null],
      ['deleted a comparison', `/comparisons/${two}`, null],
      ['deleted a comparison', `/comparisons/${one}`, null],
    ])
  })

  it('tells who changed what, when, and from what to what; and nothing that failed or only looked', async () => {
    await locked()
    const runs = await signedIn(server, (await keyOf('Ana', 'runs')).key)
    const { id } = await json<{ id: string }>(
      await server.post('/api/comparisons', twoTexts, {
        cookie: runs.cookie,
        'sec-fetch-site': 'same-origin',
      }),
    )
    await runs.post(`/comparisons/${id}/delete`, {})
    await runs.post(`/comparisons/none/delete`, {})
    await runs.post('/people', { name: 'Ben', role: 'reads' })
    await runs.get('/comparisons')
    const { items } = await json<{
      items: { by: { name: string }; what: string; target: string; to: string | null }[]
    }>(await runs.get('/api/log'))
    expect(items.map(({ by, what, target }) => [by.name, what, target])).toEqual([
      ['Ana', 'made a key that reads', expect.stringMatching(/^key [0-9a-f]{12}$/u)],
      ['Ana', 'deleted a comparison', `/comparisons/${id}`],
      ['Ana', 'asked for a comparison', `/comparisons/${id}`],
      ['Ana', 'signed in', ''],
    ])
    expect(items[0]?.to).toBe('Ben')
    const page = await (await runs.get('/log')).text()
    expect(page).toContain('deleted a comparison')
    expect(JSON.stringify(items)).not.toContain('syn_')
    const second = await json<{ items: unknown[]; next: string | null }>(await runs.get('/api/log?limit=3'))
    expect(
      (await json<{ items: unknown[] }>(await runs.get(`/api/log?after=${second.next ?? ''}`))).items,
    ).toHaveLength(1)
  })
})
