/** For administrators: taking one article down everywhere, and the queue's dashboard where the queue has one. */
import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv, ServerDeps } from '../deps.js'
import { scopeGuard } from '../guards.js'
import { parse } from '../problems.js'
import { type App, route } from '../route.js'
import { TakedownBody } from '../schemas.js'

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
  route(
    app,
    {
      method: 'delete',
      path: '/api/articles/{sha256}',
      tag: 'articles',
      scope: 'admin',
      summary: 'Take an article down everywhere',
      description:
        'Its bytes and what was read of them are deleted, and every report that holds it: such a comparison becomes `failed` and says why. Comparisons under way go on without it. The hash is kept, so that the same bytes are not taken in again.',
      request: { params: HashPath },
      responses: {
        200: { description: 'What was removed.', content: { 'application/json': { schema: TakedownBody } } },
      },
      problems: ['cross-site', 'invalid'],
    },
    async (c) => {
      const { sha256 } = parse(HashPath, c.req.param())
      const { articles, reports, unfinished } = await store.takedown(sha256, now())
      log('info', 'takedown', { sha256, articles, reports: reports.length, key: c.var.caller.key })
      return c.json({ sha256, articles, reportsDeleted: [...reports], unfinished: [...unfinished] })
    },
  )
}
