/** The HTTP application: guards, then routes. Errors are answered as RFC 9457 problems, to people as pages. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { StoreAway } from '../ports/store.js'
import { negotiate, securityHeaders } from './http.js'
import type { AppContext, AppEnv, ServerDeps } from './deps.js'
import { changeLog } from './changes.js'
import { callerGuard, formGuard, hostGuard, isSafe, originGuard, rateGuard, tokenBuckets } from './guards.js'
import { openApiRoute, type App } from './route.js'
import { pagePolicy, personal } from './pages/layout.js'
import { problemPage, signedOutPage } from './pages/lists.js'
import { HttpProblem, problemType } from './problems.js'
import { agentRoutes } from './routes/agent.js'
import { adminRoutes, articleRoutes, healthRoutes, metricsRoute } from './routes/health.js'
import { operationRoute } from './routes/operation.js'
import { batchPageRoutes } from './routes/batch-pages.js'
import { batchRoutes } from './routes/batches.js'
import { comparisonRoutes, eventRoutes } from './routes/comparisons.js'
import { inspectRoutes, readingAtOnce } from './routes/inspect.js'
import { lessonRoute } from './routes/lesson.js'
import { comparisonPageRoutes } from './routes/comparison-pages.js'
import { manualRoutes } from './routes/manual.js'
import { startRoutes } from './routes/start.js'
import { versionRoutes } from './routes/versions.js'
import { askRoutes } from './routes/ask.js'
import { reportRoutes } from './routes/reports.js'
import { peopleRoutes, signInAddress, signInRoutes } from './routes/people.js'
import { rulingRoutes } from './routes/rulings.js'
import { shareRoutes } from './routes/shares.js'
import { storyListRoutes } from './routes/story-list.js'
import { storyPageRoutes } from './routes/story-pages.js'
import { watchingRoutes } from './routes/watching.js'
import { type AppDeps, endStalled, sending } from './sending.js'

export function createApp(given: ServerDeps): App {
  const { settings, now, stopping } = given
  const failures = tokenBuckets(settings.rates.failedKeys, now)
  // The same object: who starts the app may exchange a part of it while it runs.
  const deps: AppDeps = Object.assign(given, { failures, sending: sending(settings, stopping) })
  const app: App = new OpenAPIHono<AppEnv>()
  app.use(observe(deps))
  app.use(securityHeaders)
  app.use(hostGuard(deps))
  app.use(originGuard)
  // Before keys and rates: whatever else comes from a probe's address, a probe is answered.
  healthRoutes(app, deps)
  app.use(callerGuard(deps))
  app.use(rateGuard(deps))
  app.use(formGuard)
  app.use(changeLog(deps))

  metricsRoute(app, deps, 'admin')
  comparisonRoutes(app, deps)
  versionRoutes(app, deps)
  reportRoutes(app, deps)
  askRoutes(app, deps)
  eventRoutes(app, deps)
  batchRoutes(app, deps)
  const read = readingAtOnce(deps)
  inspectRoutes(app, deps, read)
  agentRoutes(app, deps, read)
  articleRoutes(app, deps)
  adminRoutes(app, deps)
  operationRoute(app, deps)
  startRoutes(app, deps)
  comparisonPageRoutes(app, deps)
  manualRoutes(app)
  lessonRoute(app, deps)
  storyListRoutes(app, deps)
  batchPageRoutes(app, deps)
  storyPageRoutes(app, deps)
  watchingRoutes(app, deps)
  signInRoutes(app, deps)
  peopleRoutes(app, deps)
  rulingRoutes(app, deps)
  shareRoutes(app, deps)
  openApiRoute(app)

  app.notFound((c) => answer(c, missing(c, app)))
  app.onError((error, c) => answer(c, problemOf(error, c, deps)))
  return app
}

function observe({ log, metrics, settings }: ServerDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now()
    c.set('route', 'none')
    c.set('caller', { key: null, name: '', scopes: [], session: null, address: 'unknown' })
    await next()
    endStalled(c, settings.stallMs)
    const seconds = (performance.now() - started) / 1_000
    metrics.request(c.var.route, c.req.method, c.res.status, seconds)
    log('info', 'request', {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(seconds * 1_000),
      key: c.var.caller.key,
    })
  }
}

/** A wrong method is told apart from a wrong address. */
function missing({ req: { path } }: AppContext, { router }: App): HttpProblem {
  const isTaken = (method: string): boolean =>
    router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL')
  const allowed = ['DELETE', 'GET', 'POST', 'PUT'].filter(isTaken)
  if (allowed.length === 0) return new HttpProblem('not-found', 'There is nothing at this address.')
  const allow = allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
  return new HttpProblem('method-not-allowed', `This address takes ${allow}.`, { headers: { allow } })
}

function problemOf(error: Error, c: AppContext, { log }: ServerDeps): HttpProblem {
  if (error instanceof HttpProblem) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // PostgreSQL holds no such sign.
  if (code === '22021') return new HttpProblem('invalid', 'It has a sign that is none of a text (U+0000).')
  log('error', 'request-failed', { path: c.req.path, error: error.name, code, ...detailOf(error, code) })
  if (error instanceof StoreAway)
    return new HttpProblem(
      'unavailable',
      `The store cannot be reached, is full, ${/CORRUPT|NOTADB/u.test(code) ? 'is damaged, ' : ''}or takes no writes (${code}). Nothing was changed; try again later.`,
      { headers: { 'retry-after': '5' } },
    )
  return new HttpProblem('defect', 'This should not happen; the log of the server has the details.')
}

/** The words of a database or the system, or the place of a defect: its message may quote an article. */
function detailOf(error: Error, code: string): { message: string } | { at: readonly string[] } {
  if (code !== '') return { message: error.message }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at .+:\d+\)?$/u.test(line))
  return { at: frames.slice(0, 10).map((line) => line.trim()) }
}

/** People get a page, programs a problem; the API always the problem. */
function answer(c: AppContext, problem: HttpProblem): Response {
  const wants = negotiate(c.req.header('accept'), [problemType, 'text/html'])
  if (c.req.path.startsWith('/api/') || wants !== 'text/html') return problem.response(c.req.path)
  // Whoever can sign in is led there, and back; of a form nothing is lost.
  const asksForKey = problem.code === 'key-required' && c.req.header('authorization') === undefined
  if (asksForKey && isSafe(c.req.method)) return signInAddress(c)
  const shown = asksForKey ? signedOutPage() : problemPage(problem)
  return new Response(personal(shown, c.var.caller, c.req.path), {
    status: problem.status,
    headers: {
      ...problem.headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
      'cache-control': 'no-store',
    },
  })
}
