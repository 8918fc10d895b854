/** How a route of the API is declared: its OpenAPI description and its handler in one place. */
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Scope } from '../model/api-key.js'
import type { AppContext, AppEnv } from './deps.js'
import { mediaGuard, queryGuard, scopeGuard, sizeGuard } from './guards.js'
import { parse, Problem, problems, problemType, type ProblemCode } from './problems.js'
import { readJson } from './read-body.js'
import { version } from '../generator.js'

export type App = OpenAPIHono<AppEnv>

type Told<Body extends z.ZodType, Query extends z.ZodType> = Pick<
  RouteConfig,
  'description' | 'request' | 'responses'
> & {
  /** Null: open to everybody. */
  readonly scope?: Scope | null
  readonly body?: Body
  readonly mostBytes?: number
  readonly query?: Query
  /** Problems beside those of every route of its kind. */
  readonly problems?: readonly ProblemCode[]
  readonly unlimited?: true
}
type Handler<Body, Query> = (
  c: AppContext,
  given: { readonly body: Body; readonly query: Query },
) => Response | Promise<Response>

/** What a route answers, for the document. */
export function answer(description: string, schema: z.ZodType, type = 'application/json') {
  return { description, content: { [type]: { schema } } }
}

/** JSON that is a text already. */
export function jsonText(c: AppContext, text: string): Response {
  return c.body(text, 200, { 'content-type': 'application/json' })
}

/** Of a few routes, what most of them have alike. */
export function routesOf(app: App, tag: string, usual: Scope | null) {
  const by =
    (method: 'get' | 'post' | 'put' | 'delete') =>
    <Body extends z.ZodType = z.ZodUndefined, Query extends z.ZodType = z.ZodUndefined>(
      path: string,
      summary: string,
      told: Told<Body, Query>,
      handler: Handler<z.infer<Body>, z.infer<Query>>,
      guards: readonly MiddlewareHandler<AppEnv>[] = [],
    ): void => {
      const { scope = usual, body, query, mostBytes = 100_000, request, responses, ...about } = told
      const config = createRoute({
        ...about,
        method,
        path,
        summary,
        tags: [tag],
        security: scope === null ? [] : [{ key: [scope] }],
        request: {
          params: paramsOf(path),
          ...(query instanceof z.ZodObject && { query }),
          ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
          ...request,
        },
        responses: { ...responses, ...problemResponses(problemsOf(method, path, { ...told, scope })) },
      })
      app.openAPIRegistry.registerPath(config)
      app.on(
        method.toUpperCase(),
        config.getRoutingPath(),
        setRoute(path),
        ...(scope === null ? [] : [scopeGuard(scope)]),
        queryGuard(config.request.query),
        ...(body ? [mediaGuard('application/json'), sizeGuard(mostBytes)] : []),
        ...guards,
        async (c: AppContext) =>
          handler(c, {
            query: (query && parse(query, c.req.query())) as z.infer<Query>,
            body: (body && parse(body, (await readJson(c, { lists: [] })).value)) as z.infer<Body>,
          }),
      )
    }
  return { get: by('get'), post: by('post'), put: by('put'), delete: by('delete') }
}

function paramsOf(path: string): z.ZodObject {
  const example = `${path.startsWith('/api/batches') ? 'b' : 'c'}-5f0c5b0a4e1d4b6e9a77`
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
  return z.object(
    Object.fromEntries(
      names.map((name) => [name, name === 'id' ? z.string().openapi({ example }) : z.string()]),
    ),
  )
}

function problemsOf(
  method: string,
  path: string,
  { scope, body, request, problems: own = [], unlimited }: Told<z.ZodType, z.ZodType>,
): ReadonlySet<ProblemCode> {
  const of = (holds: boolean, ...codes: readonly ProblemCode[]): readonly ProblemCode[] =>
    holds ? codes : []
  return new Set([
    ...of(scope !== null, 'key-required', 'scope-missing'),
    ...of(path.includes('{id}'), 'not-found'),
    ...own,
    ...of(method !== 'get', 'cross-site'),
    ...of(
      body !== undefined || request?.body !== undefined,
      'malformed-request',
      'too-large',
      'unsupported-media-type',
    ),
    ...of(true, 'invalid'),
    ...of(unlimited !== true, 'rate-limited'),
  ])
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
  const api = routesOf(app, 'operation', null)
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key with the scope named at the route: read, submit, or admin, which holds the others. Not needed where the server listens on loopback alone.',
  })
  let document: string | null = null
  api.get(
    '/openapi.json',
    'This document',
    { responses: { 200: answer('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) } },
    (c) => {
      document ??= JSON.stringify(documentOf(app))
      return jsonText(c, document)
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
