/** The queue's dashboard, for administrators, where the queue has one. */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv, ServerDeps } from '../deps.js'
import { scopeGuard } from '../guards.js'
import type { App } from '../route.js'

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
