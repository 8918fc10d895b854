/**
 * /healthz: the process answers. /readyz: what it needs answers, and the store takes writes. /metrics: for Prometheus. Of the server, and of a
 * worker process: there no key is needed, so it listens on loopback unless told otherwise.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Scope } from '../../model/api-key.js'
import type { EventQueue } from '../../ports/queue.js'
import type { Store } from '../../ports/store.js'
import type { AppEnv, ServerDeps } from '../deps.js'
import { securityHeaders } from '../http.js'
import { HttpProblem, parse } from '../problems.js'
import { answer, type App, routesOf } from '../route.js'
import { Health, TakedownBody } from '../schemas.js'
import type { MiddlewareHandler } from 'hono'
import { scopeGuard } from '../guards.js'

export function healthRoutes(app: App, deps: WorkerAppDeps): void {
  const api = routesOf(app, 'operation', null)
  const ready = readiness(deps)
  api.get(
    '/healthz',
    'Whether the process answers',
    { unlimited: true, responses: { 200: answer('It does.', Health) } },
    (c) => c.json({ status: 'ok' }),
  )
  api.get(
    '/readyz',
    'Whether store and queue answer',
    {
      unlimited: true,
      responses: {
        200: answer('Both do.', Health),
        503: answer('One does not.', Health),
      },
    },
    async (c) => {
      const health = await ready()
      return c.json(health, health.status === 'ok' ? 200 : 503)
    },
  )
}

export function metricsRoute(app: App, { queue, metrics }: WorkerAppDeps, scope: Scope | null): void {
  const api = routesOf(app, 'operation', scope)
  api.get(
    '/metrics',
    'Metrics in the text format of Prometheus',
    { responses: { 200: answer('The metrics.', z.string(), 'text/plain') } },
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
export function readiness({ store, queue }: Pick<ServerDeps, 'store' | 'queue'>) {
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
  const asked = ping.then(() => 'ok' as const).catch(() => 'unavailable' as const)
  return Promise.race([asked, sleep(checkMs, 'unavailable' as const, { ref: false })])
}

export type WorkerAppDeps = Pick<ServerDeps, 'store' | 'queue' | 'metrics'>

export function createWorkerApp(deps: WorkerAppDeps): App {
  const app: App = new OpenAPIHono<AppEnv>()
  app.use(securityHeaders)
  healthRoutes(app, deps)
  metricsRoute(app, deps, null)
  app.notFound((c) =>
    new HttpProblem('not-found', 'A worker has /healthz, /readyz and /metrics.').response(c.req.path),
  )
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return error.response(c.req.path)
    throw error
  })
  return app
}

/** Bull Board is an application of its own: its scripts run, but nothing is loaded from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"

export function adminRoutes(app: App, { dashboard }: ServerDeps): void {
  if (!dashboard) return
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    c.set('route', `${dashboard.path}/*`)
    await next()
    c.res.headers.set('content-security-policy', policy)
  }
  for (const path of [dashboard.path, `${dashboard.path}/*`]) app.use(path, scopeGuard('admin'), guard)
  app.route(dashboard.path, dashboard.app)
}

const HashPath = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits, as articles give it'),
})

export function articleRoutes(app: App, { store, now, log }: ServerDeps): void {
  const api = routesOf(app, 'articles', 'admin')
  api.delete(
    '/api/articles/{sha256}',
    'Take an article down everywhere',
    {
      description:
        'Its bytes and what was read of them are deleted, and every report that holds it: such a comparison becomes `failed` and says why. Comparisons under way go on without it. The hash is kept, so that the same bytes are not taken in again.',
      request: { params: HashPath },
      responses: { 200: answer('What was removed.', TakedownBody) },
    },
    async (c) => {
      const { sha256 } = parse(HashPath, c.req.param())
      const { articles, reports, unfinished } = await store.takedown(sha256, now())
      log('info', 'takedown', { sha256, articles, reports: reports.length, key: c.var.caller.key })
      return c.json({ sha256, articles, reportsDeleted: [...reports], unfinished: [...unfinished] })
    },
  )
}
