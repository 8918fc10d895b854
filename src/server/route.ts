/** How a route of the API is declared: its OpenAPI description and its handler in one place. */
import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Scope } from '../model/api-key.js'
import type { AppContext, AppEnv } from './deps.js'
import { queryGuard, scopeGuard } from './guards.js'
import { Problem, problems, problemType, type ProblemCode } from './problems.js'

export type App = OpenAPIHono<AppEnv>

type Description = Pick<
  RouteConfig,
  'method' | 'path' | 'summary' | 'description' | 'request' | 'responses'
> & {
  readonly tag: string
  /** Null: open to everybody. */
  readonly scope: Scope | null
  /** Problems beside those of every route. */
  readonly problems?: readonly ProblemCode[]
  /** Whether it is asked before keys and rates. */
  readonly unlimited?: true
}

type Handler = (c: AppContext) => Response | Promise<Response>

export function route(
  app: App,
  { tag, scope, problems: own = [], unlimited, responses, ...description }: Description,
  handler: Handler,
  guards: readonly MiddlewareHandler<AppEnv>[] = [],
): void {
  const codes: ProblemCode[] = scope === null ? [...own] : ['key-required', 'scope-missing', ...own]
  const all = new Set<ProblemCode>([...codes, 'invalid', ...(unlimited ? [] : ['rate-limited' as const])])
  const config = createRoute({
    ...description,
    tags: [tag],
    security: scope === null ? [] : [{ key: [scope] }],
    responses: { ...responses, ...problemResponses(all) },
  })
  app.openAPIRegistry.registerPath(config)
  const path = config.getRoutingPath()
  const query = queryGuard(description.request?.query)
  const before = scope === null ? [query, ...guards] : [scopeGuard(scope), query, ...guards]
  app.on(config.method.toUpperCase(), path, setRoute(config.path), ...before, handler)
}

/** Remembers the pattern of the path, for logs and metrics: patterns are few, paths are not. */
function setRoute(path: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('route', path)
    await next()
  }
}

function problemResponses(all: ReadonlySet<ProblemCode>): RouteConfig['responses'] {
  const codes = [...all]
  const statuses = [...new Set(codes.map((code) => problems[code].status))]
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\`: ${problems[code].title}.`)
          .join(' '),
        content: { [problemType]: { schema: Problem } },
      },
    ]),
  )
}
