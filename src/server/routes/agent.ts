/** /mcp: the tools of an agent over HTTP (Streamable HTTP, without sessions), on what the service stores. Never opens a file of this machine. */
import { createMcpHandler } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { agentTools, type Ground, type SavedReport } from '../../agent/tools.js'
import { isFinal } from '../../model/submission.js'
import { logChange } from '../changes.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { mediaGuard, needScope, queryGuard, scopeGuard, sizeGuard } from '../guards.js'
import { originOf } from '../http.js'
import { HttpProblem } from '../problems.js'
import { readJson } from '../read-body.js'
import type { App } from '../route.js'
import { SourceRequest } from '../schemas.js'
import { pause } from '../../text/periodic.js'
import { sourcesLimit } from '../submission.js'
import { noComparison, submitForm } from './comparisons.js'
import type { ReadAtOnce } from './inspect.js'
import { finished, reportOf } from './reports.js'

/** Bytes of a message: a few pasted articles. */
const largestMessage = 4_000_000
/** Clients give a call up after a minute. */
const longestWaitMs = 45_000
const listed = 30

export function agentRoutes(app: App, deps: ServerDeps, read: ReadAtOnce): void {
  app.post(
    '/mcp',
    scopeGuard('read'),
    queryGuard(null),
    mediaGuard('application/json'),
    sizeGuard(largestMessage),
    async (c) => {
      c.set('route', '/mcp')
      const { value } = await readJson(c, { lists: [sourcesLimit(deps.settings.maxSources)] })
      // One call a request: the rate counts requests.
      if (Array.isArray(value)) throw new HttpProblem('malformed-request', 'Send one message a request.')
      const handler = createMcpHandler(() => agentTools(stored(c, deps, read)), { legacy: 'stateless' })
      return handler.fetch(c.req.raw, { parsedBody: value })
    },
  )
}

const After = z.object({ after: z.string().max(100).optional().describe('`next` of the call before') })

function stored(
  c: AppContext,
  deps: ServerDeps,
  read: ReadAtOnce,
): Ground<SourceRequest, z.infer<typeof After>> {
  const { store, settings } = deps
  const origin = originOf(c)
  const found = async (name: string): Promise<SavedReport> => {
    const watched = await store.watching.report(name)
    if (watched !== null)
      return { name, json: watched, page: `${origin}/watching/comparisons/${encodeURIComponent(name)}` }
    const json = await reportOf(await finished(name, deps), deps)
    return { name, json, page: `${origin}/comparisons/${encodeURIComponent(name)}/report` }
  }
  return {
    pool: deps.pool,
    source: SourceRequest,
    sourceWords:
      'addresses (http, https), or articles as {"text": …} with outlet and publishedAt where known',
    reportWords: 'id of a comparison, as compare_reports and list_stories name it',
    place: After,
    placeWords: 'The stories that are collected and watched here, newest change first',
    mostSources: settings.maxSources,
    async articles(sources) {
      needScope(c, 'submit')
      const articles: string[] = []
      for (const [at, source] of sources.entries())
        articles.push(await read(source, settings.defaultZone, `/sources/${at}`))
      return articles
    },
    async compare(sources, title) {
      needScope(c, 'submit')
      const given = { sources, ...(title === null ? {} : { title }) }
      const { id } = (await submitForm(given, deps, c.var.caller.key, () => null)).submission
      await logChange({ what: 'asked for a comparison', target: `/comparisons/${id}` }, c.var.caller, deps)
      const until = deps.now() + longestWaitMs
      for (;;) {
        const now = await store.find(id)
        if (now === null) throw noComparison()
        if (isFinal(now.state)) break
        if (deps.now() > until || !(await pause(settings.pollMs, deps.stopping)))
          throw new Error(
            `It is still being compared. Call compare_reports with "report": "${id}" in a while; its page is ${origin}/comparisons/${id}.`,
          )
      }
      const { summary } = await finished(id, deps)
      if (summary?.nothingComparable === true)
        throw new Error(`Nothing to compare. ${summary.errors.join(' ')}`.trim())
      return found(id)
    },
    saved: found,
    async stories({ after }) {
      const { items, next } = await store.stories({ limit: listed, after: after ?? null })
      const watched = after === undefined ? await store.watching.comparisons(listed) : []
      const stories = [
        ...items.map(({ id, title, reports, comparison }) => ({
          name: id,
          title,
          sources: reports,
          report: comparison,
        })),
        ...watched
          .filter(({ published }) => published)
          .map(({ id, story, title, reports }) => ({
            name: story,
            title,
            sources: reports.length,
            report: id,
          })),
      ]
      if (stories.length === 0) throw new Error('No story is collected or watched here.')
      return { stories, next }
    },
  }
}
