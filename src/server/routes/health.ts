/** /healthz: the process answers. /readyz: what it needs answers too. /metrics: for Prometheus. */
import { z } from '@hono/zod-openapi'
import type { ServerDeps } from '../deps.js'
import { route, type App } from '../route.js'
import { Health } from '../schemas.js'

/** A check that takes longer has failed: probes have time-outs of their own. */
const checkMs = 2_000

export function healthRoutes(app: App, { store, queue, metrics }: ServerDeps): void {
  route(
    app,
    {
      method: 'get',
      path: '/healthz',
      tag: 'operation',
      scope: null,
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
      summary: 'Whether store and queue answer',
      responses: {
        200: { description: 'Both do.', content: { 'application/json': { schema: Health } } },
        503: { description: 'One does not.', content: { 'application/json': { schema: Health } } },
      },
    },
    async (c) => {
      const checks = { store: await check(store.ping()), queue: await check(queue.ping()) }
      const ok = Object.values(checks).every((state) => state === 'ok')
      return c.json({ status: ok ? 'ok' : 'unavailable', checks }, ok ? 200 : 503)
    },
  )
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
      c.header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      return c.body(await metrics.text(queue))
    },
  )
}

async function check(ping: Promise<void>): Promise<'ok' | 'unavailable'> {
  const late = new Promise<'unavailable'>((resolve) => {
    setTimeout(resolve, checkMs, 'unavailable' as const).unref()
  })
  return Promise.race([
    ping.then(
      () => 'ok' as const,
      () => 'unavailable' as const,
    ),
    late,
  ])
}
