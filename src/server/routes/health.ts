/**
 * /healthz: the process answers. /readyz: what it needs answers too, and the store takes writes: one that is full or read-only
 * answers, too. /metrics: for Prometheus. Of the server, and of a worker process: there no key is needed, so it listens on
 * loopback unless told otherwise; hosts of sources are the most it tells.
 */
import { randomUUID } from 'node:crypto'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { EventQueue } from '../../ports/queue.js'
import type { Store } from '../../ports/store.js'
import type { AppEnv, ServerDeps } from '../deps.js'
import { securityHeaders } from '../http.js'
import type { Metrics } from '../metrics.js'
import { HttpProblem } from '../problems.js'
import { type App, route } from '../route.js'
import { Health } from '../schemas.js'

export function healthRoutes(app: App, deps: ServerDeps): void {
  const ready = readiness(deps)
  route(
    app,
    {
      method: 'get',
      path: '/healthz',
      tag: 'operation',
      scope: null,
      unlimited: true,
      summary: 'Whether the process answers',
      responses: { 200: { description: 'It does.', content: { 'application/json': { schema: Health } } } },
    },
    (c) => c.json({ status: 'ok' }),
  )
  route(
    app,
    {
      method: 'get',
      path: '/readyz',
      tag: 'operation',
      scope: null,
      unlimited: true,
      summary: 'Whether store and queue answer',
      responses: {
        200: { description: 'Both do.', content: { 'application/json': { schema: Health } } },
        503: { description: 'One does not.', content: { 'application/json': { schema: Health } } },
      },
    },
    async (c) => {
      const health = await ready()
      return c.json(health, health.status === 'ok' ? 200 : 503)
    },
  )
}

export function metricsRoute(app: App, { queue, metrics }: ServerDeps): void {
  route(
    app,
    {
      method: 'get',
      path: '/metrics',
      tag: 'operation',
      scope: 'admin',
      summary: 'Metrics in the text format of Prometheus',
      responses: {
        200: { description: 'The metrics.', content: { 'text/plain': { schema: z.string() } } },
      },
    },
    async (c) => {
      c.header('content-type', metrics.contentType)
      return c.body(await metrics.text(queue))
    },
  )
}

type State = 'ok' | 'unavailable'

/** A check that takes longer has failed: probes have time-outs of their own. */
const checkMs = 2_000

/** One look serves all who ask meanwhile: probes are under no rate limit. */
export function readiness({ store, queue }: { store: Store; queue: EventQueue }) {
  let under: ReturnType<typeof look> | null = null
  return () =>
    (under ??= look(store, queue).finally(() => {
      under = null
    }))
}

async function look(store: Store, queue: EventQueue) {
  const [ofStore, ofQueue] = await Promise.all([check(written(store)), check(queue.ping())])
  const checks = { store: ofStore, queue: ofQueue }
  const status: State = ofStore === 'ok' && ofQueue === 'ok' ? 'ok' : 'unavailable'
  return { status, checks }
}

/** A row of its own, written and taken back. */
async function written(store: Pick<Store, 'lease' | 'release'>): Promise<void> {
  const name = `ready ${randomUUID()}`
  await store.lease(name, name, 0, 0)
  await store.release(name, name)
}

async function check(ping: Promise<void>): Promise<State> {
  const late = new Promise<State>((resolve) => {
    setTimeout(resolve, checkMs, 'unavailable').unref()
  })
  const asked = ping.then(
    (): State => 'ok',
    (): State => 'unavailable',
  )
  return Promise.race([asked, late])
}

export type WorkerAppDeps = { readonly store: Store; readonly queue: EventQueue; readonly metrics: Metrics }

export function createWorkerApp({ store, queue, metrics }: WorkerAppDeps): App {
  const ready = readiness({ store, queue })
  const app: App = new OpenAPIHono<AppEnv>()
  app.use(securityHeaders)
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const health = await ready()
    return c.json(health, health.status === 'ok' ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    c.header('content-type', metrics.contentType)
    return c.body(await metrics.text(queue))
  })
  app.notFound((c) =>
    new HttpProblem('not-found', 'A worker has /healthz, /readyz and /metrics.').response(c.req.path),
  )
  return app
}
