/** /healthz: the process answers. /readyz: what it needs answers too. /metrics: for Prometheus. */
import { z } from '@hono/zod-openapi'
import type { ServerDeps } from '../deps.js'
import { metricsType, readiness } from '../readiness.js'
import { route, type App } from '../route.js'
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
      c.header('content-type', metricsType)
      return c.body(await metrics.text(queue))
    },
  )
}
