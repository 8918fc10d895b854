import { request as rawRequest } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scope } from '../../src/model/api-key.js'
import { StoreAway } from '../../src/ports/store.js'
import { createKey } from '../../src/server/keys.js'
import { json, startServer, twoTexts, type ServerOptions, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

async function withKeys(options: ServerOptions = {}) {
  server = await startServer({
    working: false,
    ...options,
    settings: { keysRequired: true, ...options.settings },
  })
  const key = async (...scopes: Scope[]): Promise<string> =>
    (await createKey('test', scopes, server.store, 0)).key
  return { read: await key('read'), submit: await key('submit'), admin: await key('admin') }
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe('keys', () => {
  it('opens each route to the scope it needs, and to admin', async () => {
    const keys = await withKeys()
    const hash = 'a'.repeat(64)
    const cases: readonly (readonly [string, string, Scope | null])[] = [
      ['GET', '/healthz', null],
      ['GET', '/readyz', null],
      ['GET', '/openapi.json', null],
      ['GET', '/api/comparisons', 'read'],
      ['GET', '/api/comparisons/none', 'read'],
      ['GET', '/api/comparisons/none/report', 'read'],
      ['GET', '/api/comparisons/none/events', 'read'],
      ['GET', '/api/batches/none', 'read'],
      ['GET', '/api/batches/none/results', 'read'],
      ['POST', '/api/comparisons', 'submit'],
      ['POST', '/api/batches', 'submit'],
      ['POST', '/api/inspect', 'submit'],
      ['DELETE', '/api/comparisons/none', 'submit'],
      ['DELETE', `/api/articles/${hash}`, 'admin'],
      ['GET', '/metrics', 'admin'],
    ]
    const refused = new Set([401, 403])
    for (const [method, path, scope] of cases) {
      const status = async (headers: Record<string, string>): Promise<number> =>
        (await server.request(path, { method, headers })).status
      expect(await status({}), `${method} ${path} without a key`).toBe(scope === null ? 200 : 401)
      if (scope === null) continue
      for (const [held, key] of Object.entries(keys))
        expect(refused.has(await status(bearer(key))), `${method} ${path} with ${held}`).toBe(
          held !== scope && held !== 'admin',
        )
    }
  })

  it('counts who is turned away from a page as of a page', async () => {
    const { submit, admin } = await withKeys()
    expect((await server.request('/take')).status).toBe(401)
    expect((await server.request('/take', { headers: bearer(submit) })).status).toBe(403)
    const counted = await (await server.request('/metrics', { headers: bearer(admin) })).text()
    expect(counted).toMatch(/route="page",method="GET",status="401"/u)
    expect(counted).toMatch(/route="page",method="GET",status="403"/u)
    expect(counted).not.toMatch(/route="none"/u)
  })

  it('keeps only a hash, and knows a key by all of its characters', async () => {
    const { read } = await withKeys()
    const [stored] = await server.store.keys()
    expect(JSON.stringify(await server.store.keys())).not.toContain(read)
    expect(stored?.hash).toMatch(/^[0-9a-f]{64}$/)
    const last = read.endsWith('A') ? 'B' : 'A'
    for (const wrong of [`${read.slice(0, -1)}${last}`, read.slice(0, -1), `${read}x`, 'x', '', ' '])
      expect((await server.request('/api/comparisons', { headers: bearer(wrong) })).status).not.toBe(200)
    expect((await server.request('/api/comparisons', { headers: bearer(read) })).status).toBe(200)
  })

  it('takes the key as a password too, as browsers send it', async () => {
    const { read } = await withKeys()
    const basic = Buffer.from(`me:${read}`).toString('base64')
    const response = await server.request('/api/comparisons', {
      headers: { authorization: `Basic ${basic}` },
    })
    expect(response.status).toBe(200)
  })

  it('refuses an address that guesses with 429, and a good key from there not', async () => {
    const { read } = await withKeys()
    const statuses: number[] = []
    for (let index = 0; index < 8; index++)
      statuses.push((await server.request('/docs', { headers: bearer(`guess${index}`) })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    expect((await server.request('/api/comparisons', { headers: bearer(read) })).status).toBe(200)
  })

  it('is not in the log', async () => {
    const { submit } = await withKeys()
    await server.post('/api/comparisons?token=secret', twoTexts, bearer(submit))
    const log = JSON.stringify(server.log)
    expect(log).not.toContain(submit)
    expect(log).not.toContain('secret')
    expect(log).not.toContain('fog')
    expect(server.log.find((line) => line.event === 'request')?.fields).toMatchObject({
      method: 'POST',
      status: 422,
      key: submit.split('_')[1],
    })
  })

  it('gives each key its own idempotency keys', async () => {
    const { submit, admin } = await withKeys()
    const send = (key: string): Promise<Response> =>
      server.post('/api/comparisons', twoTexts, { ...bearer(key), 'idempotency-key': 'k' })
    const [first, second] = [await send(submit), await send(admin)]
    expect(first.headers.get('location')).not.toBe(second.headers.get('location'))
  })
})

describe('limits', () => {
  it('answers 429 with Retry-After when a caller asks too often, and others go on', async () => {
    const keys = await withKeys({
      settings: {
        rates: {
          reads: { perMinute: 60, burst: 3 },
          writes: { perMinute: 60, burst: 1 },
          failedKeys: { perMinute: 60, burst: 5 },
        },
      },
    })
    const get = (key: string): Promise<Response> =>
      server.request('/api/comparisons', { headers: bearer(key) })
    for (let index = 0; index < 3; index++) expect((await get(keys.read)).status).toBe(200)
    const limited = await get(keys.read)
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('1')
    expect((await get(keys.admin)).status).toBe(200)
    expect((await server.post('/api/comparisons', twoTexts, bearer(keys.submit))).status).toBe(202)
    expect((await server.post('/api/comparisons', twoTexts, bearer(keys.submit))).status).toBe(429)
    server.forward(1_000)
    expect((await get(keys.read)).status).toBe(200)
  })

  it.each([
    ['declared', { 'content-length': '60000' }],
    ['sent in pieces', { 'transfer-encoding': 'chunked' }],
  ])('refuses a body beyond the limit, its length %s', async (_what, headers) => {
    server = await startServer({ working: false, settings: { maxBodyBytes: 50_000 } })
    const status = await new Promise<number>((resolve, reject) => {
      const sent = rawRequest(
        `${server.url}/api/comparisons`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        },
      )
      sent.on('error', reject)
      for (let index = 0; index < 6; index++) sent.write('x'.repeat(10_000))
      sent.end()
    })
    expect(status).toBe(413)
    expect((await server.request('/healthz')).status).toBe(200)
  })

  it('refuses bodies of a type it does not read', async () => {
    server = await startServer({ working: false })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
      expect((await server.post('/api/comparisons', twoTexts, { 'content-type': type })).status).toBe(415)
  })

  it('refuses compressed bodies, which it does not read', async () => {
    server = await startServer({ working: false })
    const response = await server.post('/api/comparisons', twoTexts, { 'content-encoding': 'gzip' })
    expect(response.status).toBe(415)
    expect(response.headers.get('accept-encoding')).toBe('identity')
    const plain = await server.post('/api/comparisons', twoTexts, { 'content-encoding': 'identity' })
    expect(plain.status).toBe(202)
  })

  it('names the methods an address takes', async () => {
    server = await startServer({ working: false })
    const response = await server.request('/api/comparisons/c-1', { method: 'PUT' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('DELETE, GET, HEAD')
    expect((await server.request('/api/nothing')).status).toBe(404)
  })
})

describe('browsers', () => {
  const from = (headers: Record<string, string>): Promise<Response> =>
    server.post('/api/comparisons', twoTexts, headers)

  it('change nothing here from a page of another site', async () => {
    server = await startServer({ working: false })
    const { host } = new URL(server.url)
    expect((await from({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await from({ origin: 'null' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'same-origin', origin: server.url })).status).toBe(202)
    expect((await from({ origin: `http://${host}` })).status).toBe(202)
    expect((await from({})).status).toBe(202)
  })

  it.each([
    ['127.0.0.1:80', 200],
    ['localhost', 200],
    ['LOCALHOST:8080', 200],
    ['[::1]:8080', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example:8080', 421],
  ])('who come under the name %j get %i', async (host, expected) => {
    server = await startServer({ working: false })
    const status = await new Promise<number>((resolve, reject) => {
      rawRequest(`${server.url}/healthz`, { headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(expected)
  })

  it('are told to run, frame and guess nothing', async () => {
    server = await startServer({ working: false })
    for (const path of ['/healthz', '/api/comparisons', '/api/nothing']) {
      const { headers } = await server.request(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.has('access-control-allow-origin')).toBe(false)
      expect(headers.has('x-powered-by')).toBe(false)
    }
  })
})

describe('trouble', () => {
  it('of the store is 503 where it will pass, and 500 without its inside where it is a defect', async () => {
    server = await startServer({ working: false })
    const find = server.store.find.bind(server.store)
    const store = server.deps.store as { find: unknown }
    store.find = () => Promise.reject(new StoreAway('ECONNREFUSED', new Error('secret host')))
    const away = await server.request('/api/comparisons/c-1')
    store.find = () => Promise.reject(new Error('secret host'))
    const defect = await server.request('/api/comparisons/c-1')
    store.find = find
    expect(away.status).toBe(503)
    expect(away.headers.get('retry-after')).toBe('5')
    expect(defect.status).toBe(500)
    expect(await defect.text()).not.toContain('secret')
    expect((await json(away))['type']).toBe('/problems/unavailable')
  })

  it('of the queue shows in /readyz and not in /healthz', async () => {
    server = await startServer({ working: false })
    ;(server.queue as { ping: unknown }).ping = () => Promise.reject(new Error('away'))
    const ready = await server.request('/readyz')
    expect(ready.status).toBe(503)
    expect(await json(ready)).toEqual({
      status: 'unavailable',
      checks: { store: 'ok', queue: 'unavailable' },
    })
    expect((await server.request('/healthz')).status).toBe(200)
  })
})
