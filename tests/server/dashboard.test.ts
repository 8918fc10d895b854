/** Bull Board over a real Redis: there for administrators, and for nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bullmqQueue } from '../../src/adapters/bullmq-queue.js'
import type { EventQueue } from '../../src/ports/queue.js'
import { createKey } from '../../src/server/keys.js'
import { openDashboard } from '../../src/wire.js'
import { serverOfRun } from '../support/servers-of-run.js'
import { json, startServer, twoTexts, type TestServer } from './harness.js'

let queue: EventQueue
let server: TestServer
let admin: Record<string, string>
let submitter: Record<string, string>

beforeAll(async () => {
  const redis = await serverOfRun('redis')
  queue = await bullmqQueue({
    url: redis.url,
    prefix: `dashboard-${process.pid}`,
    retry: { tries: 1, firstDelayMs: 10 },
    lockMs: 5_000,
    stalledMs: 5_000,
    onError: () => undefined,
  })
  const path = '/admin/queues'
  const app = await openDashboard(queue, path)
  server = await startServer({
    working: false,
    settings: { keysRequired: true },
    overrides: { queue, dashboard: app && { path, app } },
  })
  const key = async (scope: 'submit' | 'admin') => ({
    authorization: `Bearer ${(await createKey('test', [scope], server.store, 0)).key}`,
  })
  admin = await key('admin')
  submitter = await key('submit')
})
afterAll(async () => {
  await server.close()
})

it('needs the scope admin in every part', async () => {
  for (const path of ['/admin/queues', '/admin/queues/api/queues', '/admin/queues/static/js/x.js']) {
    expect((await server.request(path)).status).toBe(401)
    expect((await server.request(path, { headers: submitter })).status).toBe(403)
  }
})

it('shows the queues and their jobs, and loads only its own files', async () => {
  expect((await server.post('/api/comparisons', twoTexts, submitter)).status).toBe(202)
  const page = await server.request('/admin/queues', { headers: admin })
  expect(page.status).toBe(200)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'")
  const script = /src="(static\/js\/main[^"]+)"/.exec(await page.text())?.[1] ?? ''
  expect((await server.request(`/admin/queues/${script}`, { headers: admin })).status).toBe(200)
  const { queues } = await json<{ queues: { name: string; counts: Record<string, number> }[] }>(
    await server.request('/admin/queues/api/queues', { headers: admin }),
  )
  expect(queues.map(({ name }) => name)).toEqual([
    'synoptic-fetch',
    'synoptic-read',
    'synoptic-compare',
    'synoptic-reader',
    'synoptic-watch',
  ])
  // Who came first stands first: jobs wait in the order of their priority.
  expect(queues[0]?.counts['prioritized']).toBe(2)
})

it('changes nothing for a page of another site', async () => {
  const response = await server.request('/admin/queues/api/queues/synoptic-fetch/pause', {
    method: 'PUT',
    headers: { ...admin, origin: 'https://evil.example' },
  })
  expect(response.status).toBe(403)
})

it('is not there for a queue that has none', async () => {
  const plain = await startServer({ working: false })
  expect(await openDashboard(plain.queue, '/admin/queues')).toBeNull()
  expect((await plain.request('/admin/queues')).status).toBe(404)
  await plain.close()
})
