/** How a route of the API is declared: its OpenAPI description and its handler in one place. */
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Scope } from '../model/api-key.js'
import type { AppContext, AppEnv } from './deps.js'
import { queryGuard, scopeGuard } from './guards.js'
import { Problem, problems, problemType, type ProblemCode } from './problems.js'
import { version } from '../generator.js'

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

/** What a route answers, for the document. */
export function answer(description: string, schema: z.ZodType, type = 'application/json') {
  return { description, content: { [type]: { schema } } }
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

export function openApiRoute(app: App): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key with the scope named at the route: read, submit, or admin, which holds the others. Not needed where the server listens on loopback alone.',
  })
  let document: string | null = null
  route(
    app,
    {
      method: 'get',
      path: '/openapi.json',
      tag: 'operation',
      scope: null,
      summary: 'This document',
      responses: { 200: answer('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
    },
    (c) => {
      document ??= JSON.stringify(documentOf(app))
      c.header('content-type', 'application/json')
      return c.body(document)
    },
  )
}

export function documentOf(app: App): ReturnType<App['getOpenAPI31Document']> {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Synoptic',
      description: 'Several reports of one event in, one comparison out.',
      version,
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'comparisons', description: 'Submitting and following comparisons' },
      { name: 'reports', description: 'What came out' },
      { name: 'rulings', description: 'What people make of a report together' },
      { name: 'watching', description: 'Feeds and the stories they tell' },
      { name: 'batches', description: 'Many events at once' },
      { name: 'inspect', description: 'One source alone' },
      { name: 'articles', description: 'Takedown' },
      { name: 'operation', description: 'For those who run the service' },
    ],
  })
}
