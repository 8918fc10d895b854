/** Programs that use the service: the client of the package, and the example in Python. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientTypes } from '../../scripts/build-client.js'
import { compare, createClient, SynopticProblem, waitFor } from '../../src/client.js'
import { createKey } from '../../src/server/keys.js'
import { root } from '../support/event.js'
import { ferryA, ferryB, startServer, twoTexts, type TestServer } from './harness.js'

const run = promisify(execFile)
let server: TestServer
let key: string

beforeAll(async () => {
  server = await startServer({ settings: { keysRequired: true } })
  key = (await createKey('test', ['read', 'submit'], server.store, 0)).key
})
afterAll(() => server.close())

test('its types are those of the OpenAPI document: after a change of a route, `npm run client`', async () => {
  expect(await clientTypes()).toBe(await readFile(path.join(root, 'schemas/openapi.d.ts'), 'utf8'))
})

test('three texts in, a report out; then what is in it', async () => {
  const client = createClient(server.url, { key })
  const report = await compare(client, twoTexts, { everyMs: 20 })
  expect([report.schema, report.articles.length]).toEqual(['synoptic/report@1', 2])
  const list = await client.call('get', '/api/comparisons', { query: { limit: 5 } })
  const [{ id } = { id: '' }] = list.items
  expect((await waitFor(client, id)).state).toBe('complete')
  const query = { words: 'We never lost contact with the bridge' }
  const answers = await client.call('get', '/api/comparisons/{id}/check-quotation', { path: { id }, query })
  expect(answers.map(({ form }) => form)).toEqual(['verbatim', 'cut'])
  const finding = report.findings[0]?.id ?? ''
  const ruled = await client.call('put', '/api/comparisons/{id}/rulings/{finding}', {
    path: { id, finding },
    body: { verdict: 'accept' },
  })
  expect([ruled.finding, ruled.verdict]).toEqual([finding, 'accept'])
  const made = await client.call('post', '/api/comparisons/{id}/shares', {
    path: { id },
    body: { days: 1 },
  })
  expect(made.link).toContain('/shared/')
})

test('a problem is thrown with the service’s own sentence', async () => {
  const refused = compare(createClient(server.url), twoTexts)
  await expect(refused).rejects.toThrow(SynopticProblem)
  await expect(refused).rejects.toThrow('Send an API key')
  const aborted = waitFor(createClient(server.url, { key }), 'c-none', { signal: AbortSignal.abort() })
  await expect(aborted).rejects.toThrow('abort')
})

test('an answer that breaks off, or is none of the service, is no answer', async () => {
  const answering = (body: BodyInit | null, status = 200) =>
    createClient('http://service.example', { fetch: () => Promise.resolve(new Response(body, { status })) })
  const broken = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(Buffer.from('{"items":['))
    },
    pull: (stream) => {
      stream.error(new Error('the connection was lost'))
    },
  })
  await expect(answering(broken).call('get', '/api/comparisons', {})).rejects.toThrow('connection was lost')
  await expect(answering('<p>Sign in').call('get', '/api/comparisons', {})).rejects.toThrow(SyntaxError)
  const down = answering('<p>Bad gateway', 502).call('get', '/api/comparisons', {})
  await expect(down).rejects.toThrow('The service answered with status 502.')
  const other = answering('{"error":"no route"}', 502).call('get', '/api/comparisons', {})
  await expect(other).rejects.toThrow('The service answered with status 502.')
  const path = { id: 'c-1' }
  expect(await answering(null).call('delete', '/api/comparisons/{id}', { path })).toBeNull()
})

test('the example in Python prints what stands first, with its words', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-python-'))
  try {
    const files = [path.join(folder, 'a.txt'), path.join(folder, 'b.txt')] as const
    await writeFile(files[0], ferryA)
    await writeFile(files[1], ferryB)
    const script = path.join(root, 'docs/examples/compare.py')
    const env = { ...process.env, SYNOPTIC_KEY: key }
    const { stdout } = await run('python3', [script, server.url, ...files], { env })
    expect(stdout).toContain('214')
    for (const [, words = ''] of stdout.matchAll(/^ {4}[a-z]+: (.+)$/gmu))
      expect(`${ferryA} ${ferryB}`.split(/\s+/u).join(' ')).toContain(words)
    const failed = run('python3', [script, server.url, ...files], { env: { ...env, SYNOPTIC_KEY: 'wrong' } })
    await expect(failed).rejects.toThrow('The API key is not known here.')
  } finally {
    await rm(folder, { recursive: true })
  }
})
