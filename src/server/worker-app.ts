/**
 * What a worker process lets be asked: health and metrics, for whoever runs it. No key is needed, so it listens on
 * loopback unless told otherwise; hosts of sources are the most it tells.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { EventQueue } from '../ports/queue.js'
import type { Store } from '../ports/store.js'
import type { AppEnv } from './deps.js'
import { securityHeaders } from './headers.js'
import type { Metrics } from './metrics.js'
import { HttpProblem } from './problems.js'
import { metricsType, readiness } from './readiness.js'
import type { App } from './route.js'

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
    c.header('content-type', metricsType)
    return c.body(await metrics.text(queue))
  })
  app.notFound((c) =>
    new HttpProblem('not-found', 'A worker has /healthz, /readyz and /metrics.').response(c.req.path),
  )
  return app
}
