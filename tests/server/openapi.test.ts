/** The OpenAPI document held against the server: every route is in it, every documented answer is seen and fits. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Scope } from '../../src/model/api-key.js'
import type { Printed } from '../../src/ports/paper.js'
import { createKey } from '../../src/server/keys.js'
import { problems } from '../../src/server/problems.js'
import { json, startServer, twoTexts, type TestServer } from './harness.js'

type Operation = {
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
  security: Record<string, Scope[]>[]
  requestBody?: { content: Record<string, { schema: object }> }
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: object }

const ajv = new Ajv2020({ strict: false, validateFormats: false })
const seen = new Set<string>()
let open: TestServer
let locked: TestServer
let document: Document
let keys: Record<Scope, string>

beforeAll(async () => {
  open = await startServer()
  locked = await startServer({ working: false, settings: { keysRequired: true } })
  const key = async (scope: Scope): Promise<string> => (await createKey('test', [scope], locked.store, 0)).key
  keys = { read: await key('read'), submit: await key('submit'), admin: await key('admin') }
  document = await json<Document>(await open.request('/openapi.json'))
  ajv.addSchema(document, 'openapi')
})
afterAll(async () => {
  await open.close()
  await locked.close()
})

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Sends a request to a documented path and holds the answer against the document. */
async function call(
  server: TestServer,
  method: string,
  path: string,
  options: { at?: string; query?: string; headers?: Record<string, string>; body?: string | FormData } = {},
): Promise<Response> {
  const target = (options.at ?? path.replace(/\{\w+\}/g, 'none')) + (options.query ?? '')
  const { headers = {}, body } = options
  const response = await server.request(target, {
    method: method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const copy = response.clone()
  const what = `${method} ${path} → ${response.status}`
  const documented = document.paths[path]?.[method]?.responses[String(response.status)]
  expect(documented, `${what} is documented`).toBeDefined()
  seen.add(`${method} ${path} ${response.status}`)
  const type = response.headers.get('content-type')?.split(';')[0] ?? null
  const text = await copy.text()
  if (!documented?.content) {
    expect(text, `${what} has no body`).toBe('')
    return response
  }
  expect(Object.keys(documented.content), `${what} has a documented type`).toContain(type)
  if (type?.endsWith('json')) fits(path, method, response.status, type, JSON.parse(text))
  if (type === 'application/jsonl')
    for (const line of text.trimEnd().split('\n')) fits(path, method, response.status, type, JSON.parse(line))
  return response
}

function fits(path: string, method: string, status: number, type: string, body: unknown): void {
  const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/')
  const validate = ajv.getSchema(`openapi#/${pointer}`)
  expect(validate, `${method} ${path} ${status} has a schema`).toBeDefined()
  const valid = validate?.(body)
  expect(valid, `${method} ${path} ${status}: ${JSON.stringify(validate?.errors?.slice(0, 3))}`).toBe(true)
}

const bearer = (scope: Scope) => ({ authorization: `Bearer ${keys[scope]}` })
const asJson = { 'content-type': 'application/json' }

it('is OpenAPI 3.1 and names every route of the API', () => {
  expect(document.openapi).toBe('3.1.0')
  const documented = operations().map(
    ({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  )
  const pages =
    /^\/($|comparisons|batches|stories|take$|watching|operation$|searches|docs|mcp$|static\/|favicon|problems\/|sign-|people|log$|rulings$|shared\/)/
  const implemented = open.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !pages.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(implemented)].sort()).toEqual(documented.sort())
})

it('documents requests that the server takes', async () => {
  const schema = (path: string) =>
    document.paths[path]?.['post']?.requestBody?.content['application/json']?.schema
  const samples = {
    '/api/comparisons': { ...twoTexts, title: 'x', options: { zone: 'UTC', deadlineSeconds: 5 } },
    '/api/batches': { events: [twoTexts] },
    '/api/inspect': { source: 'https://none.example/', removed: true },
  }
  for (const [path, body] of Object.entries(samples)) {
    const pointer = encodeURIComponent(path.replaceAll('/', '~1'))
    const validate = ajv.getSchema(
      `openapi#/paths/${pointer}/post/requestBody/content/application~1json/schema`,
    )
    expect(schema(path)).toBeDefined()
    expect(validate?.(body), `${path}: ${JSON.stringify(validate?.errors)}`).toBe(true)
    expect(validate?.({ ...body, colour: 'red' })).toBe(false)
    await call(open, 'post', path, { headers: asJson, body: JSON.stringify(body) })
  }
})

it('tells of keys, scopes and rates at each route what the server does', async () => {
  const limited = await startServer({
    working: false,
    settings: {
      rates: {
        reads: { perMinute: 1, burst: 0 },
        writes: { perMinute: 1, burst: 0 },
        failedKeys: { perMinute: 1, burst: 1 },
      },
    },
  })
  for (const { path, method, operation } of operations()) {
    if ('429' in operation.responses) expect((await call(limited, method, path)).status).toBe(429)
    else expect(path).toMatch(/^\/(?:healthz|readyz)$/u)
    const scope = operation.security[0]?.['key']?.[0]
    if (scope === undefined) continue
    const other = scope === 'read' ? 'submit' : 'read'
    expect((await call(locked, method, path)).status).toBe(401)
    expect((await call(locked, method, path, { headers: bearer(other) })).status).toBe(403)
    if (method !== 'get')
      expect((await call(open, method, path, { headers: { origin: 'https://evil.example' } })).status).toBe(
        403,
      )
  }
  await limited.close()
})

const emptyNotes = {
  format: 'synoptic-notes/1',
  reader: { kind: 'person', name: 'a desk editor' },
  differences: [],
  pairs: [],
}

it('shows every other documented answer', async () => {
  for (const path of [
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/metrics',
    '/api/comparisons',
    '/api/watching',
    '/api/log',
  ])
    await call(open, 'get', path)
  await call(open, 'get', '/api/comparisons', { query: '?limit=nine' })

  // Bodies
  for (const path of ['/api/comparisons', '/api/batches', '/api/inspect']) {
    const send = (body: string, headers: Record<string, string> = asJson): Promise<Response> =>
      call(open, 'post', path, { headers, body })
    expect((await send('{')).status).toBe(400)
    expect((await send('{}')).status).toBe(422)
    expect((await send('<a/>', { 'content-type': 'text/xml' })).status).toBe(415)
  }
  const small = await startServer({
    working: false,
    settings: { maxBodyBytes: 10, maxBatchBytes: 10, maxInspections: 0, maxStreams: 0 },
  })
  for (const path of ['/api/comparisons', '/api/batches', '/api/inspect'])
    expect(
      (await call(small, 'post', path, { headers: asJson, body: JSON.stringify(twoTexts) })).status,
    ).toBe(413)

  // A comparison and its report
  const form = new FormData()
  for (const { text, name } of twoTexts.sources) form.append('files', new Blob([text]), name)
  const settings = open.deps.settings
  Object.assign(open.deps, {
    settings: { ...settings, reader: { model: 'm', sendsTo: null, uploads: true } },
  })
  const submitted = await call(open, 'post', '/api/comparisons', { body: form })
  Object.assign(open.deps, { settings })
  const { id } = await json<{ id: string }>(submitted)
  await open.finished(id)
  await open.store.keepNotes(id, { reason: 'It was away.' })
  const at = (path: string) => path.replace('{id}', id)
  const reports = Object.keys(document.paths).filter((path) => path.includes('/report'))
  const idle = await startServer({ working: false })
  const queued = await json<{ id: string }>(await idle.post('/api/comparisons', twoTexts))
  for (const path of ['check-quotation', 'find-statement'].map((name) => `/api/comparisons/{id}/${name}`)) {
    const query = '?words=the+ferry'
    expect((await call(open, 'get', path, { at: at(path), query })).status).toBe(200)
    expect((await call(open, 'get', path, { query })).status).toBe(404)
    expect((await call(idle, 'get', path, { at: path.replace('{id}', queued.id), query })).status).toBe(409)
  }
  // Printing itself is tested with a Chromium.
  const paper = (printed: Printed) =>
    Object.assign(open.deps, { paper: { print: () => Promise.resolve(printed) } })
  paper({ state: 'printed', bytes: new Uint8Array([37]) })
  for (const path of reports) {
    const first = await call(open, 'get', path, { at: at(path) })
    expect(first.status).toBe(200)
    const etag = first.headers.get('etag') ?? ''
    expect((await call(open, 'get', path, { at: at(path), headers: { 'if-none-match': etag } })).status).toBe(
      304,
    )
    expect((await call(open, 'get', path)).status).toBe(404)
    expect((await call(idle, 'get', path, { at: path.replace('{id}', queued.id) })).status).toBe(409)
  }
  const evidence = '/api/comparisons/{id}/evidence.zip'
  expect((await call(open, 'get', evidence, { at: at(evidence) })).status).toBe(200)
  expect((await call(open, 'get', evidence)).status).toBe(404)
  expect((await call(idle, 'get', evidence, { at: evidence.replace('{id}', queued.id) })).status).toBe(409)
  const negotiated = '/api/comparisons/{id}/report'
  for (const accept of ['text/html', 'text/markdown', 'text/csv'])
    await call(open, 'get', negotiated, { at: at(negotiated), headers: { accept } })
  const refused = await call(open, 'get', negotiated, {
    at: at(negotiated),
    headers: { accept: 'image/png' },
  })
  expect(refused.status).toBe(406)
  paper({ state: 'none', reason: 'Nothing prints here.' })
  for (const path of [negotiated, `${negotiated}.pdf`]) {
    const headers = { accept: 'application/pdf' }
    expect((await call(open, 'get', path, { at: at(path), headers })).status).toBe(501)
  }

  // Following
  const events = '/api/comparisons/{id}/events'
  const stream = await call(open, 'get', events, { at: at(events) })
  const last = /^id: ?(\w+)/m.exec(await stream.text())?.[1] ?? ''
  expect(
    (await call(open, 'get', events, { at: at(events), headers: { 'last-event-id': last } })).status,
  ).toBe(204)
  await call(open, 'get', events)
  await call(open, 'get', '/api/comparisons/{id}', { at: `/api/comparisons/${id}` })
  await call(open, 'get', '/api/comparisons/{id}')
  const versions = '/api/comparisons/{id}/versions'
  expect((await call(open, 'get', versions, { at: at(versions) })).status).toBe(200)
  await call(open, 'get', versions)
  const withNotes = await json<{ id: string }>(
    await open.post('/api/comparisons', { ...twoTexts, notes: emptyNotes }),
  )
  const notes = '/api/comparisons/{id}/notes.json'
  await call(open, 'get', notes, { at: notes.replace('{id}', withNotes.id) })
  await call(open, 'get', notes)

  // Rulings, links, and a reader that is away, then there
  const usage = { requests: 1, tokensIn: 9, tokensOut: 1, cost: null, seconds: 0 }
  const reads = (outcome: object): void => {
    const read = (): Promise<unknown> => Promise.resolve({ ...outcome, usage })
    const terms = { tokensOfEvent: 5_000, tokensOfDay: 100_000, gapMs: 0, uploads: true }
    Object.assign(open.deps, { reading: { reader: { model: 'm', read }, ...terms } })
  }
  const judging = '/api/comparisons/{id}/find-statement'
  reads({ state: 'failed', reason: 'It is away.', transient: true })
  const asking = { at: at(judging), headers: asJson, body: '{"words":"The ferry came in late."}' }
  expect((await call(open, 'post', judging, asking)).status).toBe(503)
  reads({ state: 'read', notes: emptyNotes })
  const finding = /"id":"(f-[\w-]+)"/u.exec((await open.store.report(id)) ?? '')?.[1] ?? ''
  const rulings = '/api/comparisons/{id}/rulings'
  for (const [path, body] of [
    [`${rulings}/{finding}`, { verdict: 'accept', note: 'seen' }],
    ['/api/comparisons/{id}/assignments/{finding}', { to: null }],
    ['/api/comparisons/{id}/shares', { days: 1 }],
    [judging, { words: 'The ferry came in late.' }],
  ] as const) {
    const method = path.endsWith('shares') || path === judging ? 'post' : 'put'
    const of = (comparison: string): string => path.replace('{id}', comparison).replace('{finding}', finding)
    const send = async (where: TestServer, target: string, text: string, headers = asJson): Promise<number> =>
      (await call(where, method, path, { at: target, body: text, headers })).status
    expect(await send(open, of(id), JSON.stringify(body))).toBe(path.endsWith('shares') ? 201 : 200)
    expect(await send(open, of('none'), JSON.stringify(body))).toBe(404)
    expect(await send(idle, of(queued.id), JSON.stringify(body))).toBe(409)
    expect(await send(open, of(id), '{')).toBe(400)
    expect(await send(open, of(id), JSON.stringify('x'.repeat(200_000)))).toBe(413)
    expect(await send(open, of(id), '<a/>', { 'content-type': 'text/xml' })).toBe(415)
  }
  for (const path of [rulings, '/api/comparisons/{id}/shares']) {
    expect((await call(open, 'get', path, { at: at(path) })).status).toBe(200)
    expect((await call(open, 'get', path)).status).toBe(404)
  }
  for (const path of ['reviews.json', 'agreement', 'shares'].map((name) => `/api/comparisons/{id}/${name}`)) {
    expect((await call(open, 'get', path, { at: at(path) })).status).toBe(200)
    expect((await call(open, 'get', path)).status).toBe(404)
    expect((await call(idle, 'get', path, { at: path.replace('{id}', queued.id) })).status).toBe(409)
  }
  const share = '/api/comparisons/{id}/shares/{share}'
  const [made] = await open.store.desk.shares(id)
  const revoke = () => call(open, 'delete', share, { at: at(share).replace('{share}', made?.id ?? '') })
  expect((await revoke()).status).toBe(204)
  expect((await revoke()).status).toBe(404)

  // A batch
  const batch = await json<{ id: string }>(await open.post('/api/batches', { events: [twoTexts] }))
  const results = '/api/batches/{id}/results'
  await call(open, 'get', results, { at: `/api/batches/${batch.id}/results` })
  await call(open, 'get', results, { at: `/api/batches/${batch.id}/results`, query: '?follow=x' })
  await call(open, 'get', results)
  await call(open, 'get', '/api/batches/{id}', { at: `/api/batches/${batch.id}` })
  await call(open, 'get', '/api/batches/{id}')
  await call(open, 'get', '/api/batches')
  await call(open, 'get', '/api/batches', { query: '?limit=nine' })
  const tables = Object.keys(document.paths).filter((path) => /\/batches\/.*\.csv$/u.test(path))
  for (const path of tables) {
    await call(open, 'get', path, { at: path.replace('{id}', batch.id) })
    await call(open, 'get', path)
  }

  // No place left
  const full = await startServer({ working: false, settings: { maxInspections: 0, maxStreams: 0 } })
  const held = await json<{ id: string }>(await full.post('/api/comparisons', twoTexts))
  const heldBatch = await json<{ id: string }>(await full.post('/api/batches', { events: [twoTexts] }))
  const busy = [
    await call(full, 'get', events, { at: `/api/comparisons/${held.id}/events` }),
    await call(full, 'get', results, { at: `/api/batches/${heldBatch.id}/results` }),
    await call(full, 'post', '/api/inspect', { headers: asJson, body: '{"source":{"text":"x"}}' }),
  ]
  for (const path of tables)
    busy.push(await call(full, 'get', path, { at: path.replace('{id}', heldBatch.id) }))
  expect(busy.map(({ status }) => status)).toEqual(busy.map(() => 503))
  ;(full.queue as { ping: unknown }).ping = () => Promise.reject(new Error('away'))
  expect((await call(full, 'get', '/readyz')).status).toBe(503)

  // Deleting
  const article = '/api/articles/{sha256}'
  await call(open, 'delete', article, { at: `/api/articles/${'0'.repeat(64)}` })
  await call(open, 'delete', article)
  await call(open, 'delete', '/api/comparisons/{id}', { at: `/api/comparisons/${id}` })
  await call(open, 'delete', '/api/comparisons/{id}')
  for (const { path, method } of operations())
    expect((await call(open, method, path, { query: '?none=1' })).status).toBe(422)
  await Promise.all([small.close(), idle.close(), full.close()])

  const documented = operations().flatMap(({ path, method, operation }) =>
    Object.keys(operation.responses).map((status) => `${method} ${path} ${status}`),
  )
  expect(documented.filter((answer) => !seen.has(answer))).toEqual([])
})

it('has a page behind the type of each problem', async () => {
  for (const code of Object.keys(problems)) expect((await open.request(`/problems/${code}`)).status).toBe(200)
  expect((await open.request('/problems/none')).status).toBe(404)
})
