/** /api/comparisons/{id}/check-quotation and /find-statement, and their page: what each report of a comparison answers. */
import { z } from '@hono/zod-openapi'
import { Asked, CheckedQuotation, FoundStatement } from '../../model/asked.js'
import { write } from '../../pool/pooled.js'
import type { ServerDeps } from '../deps.js'
import { queryGuard, scopeGuard } from '../guards.js'
import { askPage } from '../pages/ask-page.js'
import { titleOf } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import { answer, route, type App } from '../route.js'
import { IdPath, param } from './comparisons.js'
import { page, send } from '../page-answer.js'
import { finished, reportOf } from './reports.js'

const words = z.string().trim().min(1).max(4_000)
const QuotationQuery = z.object({ words, saidBy: z.string().trim().max(300).optional() })
const StatementQuery = z.object({ words })
/** The page's form; empty fields are not asked yet. */
const PageQuery = z.object({
  words: z.string().trim().max(4_000).default(''),
  saidBy: z.string().trim().max(300).default(''),
  for: z.enum(['quotation', 'statement']).default('quotation'),
})
const Quotations = z.array(CheckedQuotation.clone().openapi('CheckedQuotation'))
const Statements = z.array(FoundStatement.clone().openapi('FoundStatement'))

export function askRoutes(app: App, deps: ServerDeps): void {
  const common = { method: 'get', tag: 'reports', scope: 'read' } as const
  const problems = ['not-found', 'no-report', 'not-finished'] as const
  route(
    app,
    {
      ...common,
      path: '/api/comparisons/{id}/check-quotation',
      summary:
        'Whether each report has some words: verbatim, cut, altered, in other words, credited to somebody else',
      request: { params: IdPath, query: QuotationQuery },
      responses: {
        200: answer('An answer a report, as `npx synoptic check-quotation --json` prints it.', Quotations),
      },
      problems,
    },
    async (c) => {
      const { words: asked, saidBy } = parse(QuotationQuery, c.req.query())
      c.header('content-type', 'application/json')
      return c.body(
        await answers(param(c, 'id'), { for: 'quotation', words: asked, saidBy: named(saidBy) }, deps),
      )
    },
  )
  route(
    app,
    {
      ...common,
      path: '/api/comparisons/{id}/find-statement',
      summary:
        'Whether each report makes a statement: says it, gives another value, denies it, does not tell it',
      request: { params: IdPath, query: StatementQuery },
      responses: {
        200: answer('An answer a report, as `npx synoptic find-statement --json` prints it.', Statements),
      },
      problems,
    },
    async (c) => {
      const { words: asked } = parse(StatementQuery, c.req.query())
      c.header('content-type', 'application/json')
      return c.body(await answers(param(c, 'id'), { for: 'statement', words: asked }, deps))
    },
  )

  app.get('/comparisons/:id/ask', page, scopeGuard('read'), queryGuard(PageQuery), async (c) => {
    const query = parse(PageQuery, c.req.query())
    const submission = await finished(param(c, 'id'), deps)
    const asked: Asked =
      query.for === 'statement'
        ? { for: 'statement', words: query.words }
        : { for: 'quotation', words: query.words, saidBy: named(query.saidBy) }
    const found =
      query.words === ''
        ? null
        : z
            .array(z.union([CheckedQuotation, FoundStatement]))
            .parse(JSON.parse(await answers(submission.id, asked, deps)))
    return send(
      c,
      askPage({ id: submission.id, title: titleOf(submission) ?? 'Comparison', asked, answers: found }),
    )
  })
}

const named = (name = ''): string | null => (name === '' ? null : name)

/** A list, as JSON. */
async function answers(id: string, asked: Asked, deps: ServerDeps): Promise<string> {
  const report = await reportOf(await finished(id, deps), deps)
  const written = await write({ as: 'asked', asked, of: { report } }, deps)
  if (written.state === 'refused') throw new HttpProblem('no-report', written.reason)
  return `[${written.printed.split('\n').filter(Boolean).join(',')}]`
}
