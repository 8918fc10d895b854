/** /api/comparisons/{id}/events: progress as server-sent events, until the comparison is final. */
import { z } from '@hono/zod-openapi'
import { isFinal } from '../../model/submission.js'
import { sha256 } from '../../text/hash.js'
import { comparisonView } from '../comparison-view.js'
import type { ServerDeps } from '../deps.js'
import { route, type App } from '../route.js'
import type { ComparisonBody } from '../schemas.js'
import { pause, type Sending } from '../sending.js'
import { IdPath, noComparison, param } from './comparisons.js'

export function eventRoutes(app: App, deps: ServerDeps, sending: Sending): void {
  const { store, settings } = deps
  route(
    app,
    {
      method: 'get',
      path: '/api/comparisons/{id}/events',
      tag: 'comparisons',
      scope: 'read',
      summary: 'Progress as server-sent events',
      description:
        'Each `progress` event holds the state as `GET /api/comparisons/{id}` gives it; the last one is `final`, after which the stream ends. Comments keep it open. A client that comes back with the Last-Event-ID of the final event is told 204, and stops.',
      request: {
        params: IdPath,
        headers: z.object({ 'last-event-id': z.string().optional() }),
      },
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: z.string() } } },
        204: { description: 'The final event of Last-Event-ID was the last.' },
      },
      problems: ['not-found', 'busy'],
    },
    async (c) => {
      const id = param(c, 'id')
      const first = await comparisonView(id, store)
      if (!first) throw noComparison()
      let seen = c.req.header('last-event-id') ?? ''
      if (isFinal(first.state) && seen === eventId(first)) return c.body(null, 204)
      c.header('content-type', 'text/event-stream')
      c.header('cache-control', 'no-store')
      c.header('x-accel-buffering', 'no')
      return sending.stream(c, async (out) => {
        let view: ComparisonBody | null = first
        let silent = 0
        while (view && !out.gone.aborted) {
          const event = eventId(view)
          const final = isFinal(view.state)
          if (event !== seen || silent >= settings.heartbeatMs) {
            const data = JSON.stringify(view)
            const told = `id: ${event}\nevent: ${final ? 'final' : 'progress'}\ndata: ${data}\n\n`
            const isNews = event !== seen
            await out.write(() => (isNews ? told : ': still working\n\n'))
            seen = event
            silent = 0
          }
          if (final || !(await pause(settings.pollMs, out.gone))) return
          silent += settings.pollMs
          view = await comparisonView(id, store)
        }
      })
    },
  )
}

/** Of the parts that a watcher waits for; a webhook's fate does not count, so that a final event stays final. */
function eventId({ id, state, sources, finishedAt }: ComparisonBody): string {
  return sha256(JSON.stringify([id, state, finishedAt, sources.map((source) => source.state)])).slice(0, 16)
}
