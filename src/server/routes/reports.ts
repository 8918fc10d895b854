/** /api/comparisons/{id}/report: the report in the form that Accept or the suffix names. */
import { z } from '@hono/zod-openapi'
import { roleOf } from '../../model/api-key.js'
import type { DeskRuling } from '../../model/desk.js'
import type { DeskPlace } from '../../model/pool-job.js'
import { write } from '../../pool/pooled.js'
import { isFinal, type Submission } from '../../model/submission.js'
import { sha256 } from '../../text/hash.js'
import { version } from '../../generator.js'
import { givenOf, namesOf } from '../desk-view.js'
import { placesOf, whoOf } from '../pages/layout.js'
import { negotiate } from '../http.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { HttpProblem } from '../problems.js'
import {
  contentOf,
  documentOf,
  reportFormats,
  reportPolicy,
  type ReportFormat,
  sendHtml,
} from '../report-formats.js'
import { answer, routesOf, type App } from '../route.js'
import type { AppDeps } from '../sending.js'
import { ReportBody } from '../schemas.js'
import { noComparison, param } from './comparisons.js'
import { versionsOfComparison } from './versions.js'

const headers = z.object({ etag: z.string(), vary: z.string().optional() })
const conditional = z.object({ 'if-none-match': z.string().optional() })
const unchanged = { description: 'The report is the one of If-None-Match.' }
export const ofReport = ['no-report', 'not-finished'] as const

export function reportRoutes(app: App, deps: AppDeps): void {
  const api = routesOf(app, 'reports', 'read')
  const byType = new Map(reportFormats.toReversed().map((format) => [format.mediaType, format]))
  const types = [...new Set(reportFormats.map(({ mediaType }) => mediaType))]

  api.get(
    '/api/comparisons/{id}/report',
    'The report, in the form that Accept names',
    {
      request: { headers: conditional },
      responses: {
        200: { description: 'The report.', headers, content: schemasOf([...byType.values()]) },
        304: unchanged,
      },
      problems: [...ofReport, 'not-acceptable', 'cannot-print'],
    },
    async (c) => {
      const type = negotiate(c.req.header('accept'), types)
      const format = type === null ? undefined : byType.get(type)
      if (!format) throw new HttpProblem('not-acceptable', `The report comes as ${types.join(', ')}.`)
      c.header('vary', 'accept')
      return sendReport(c, format, deps)
    },
  )

  for (const format of reportFormats)
    api.get(
      `/api/comparisons/{id}/report${format.suffix}`,
      `The report as ${format.suffix.slice(1)}: ${format.describes}`,
      {
        request: { headers: conditional, ...(isLesson(format.file) && { query: RowsQuery }) },
        responses: {
          200: { description: 'The report.', headers, content: schemasOf([format]) },
          304: unchanged,
        },
        problems: format.suffix === '.pdf' ? [...ofReport, 'cannot-print'] : ofReport,
      },
      (c) => sendReport(c, format, deps),
    )

  api.get(
    '/api/comparisons/{id}/evidence.zip',
    'What the report rests on: pages as WARC with request and answer, texts, hashes',
    {
      description:
        'The zip of `npx synoptic evidence`, which checks it, too. Cookies and credentials are not in it.',
      responses: { 200: answer('The zip.', z.string(), 'application/zip') },
      problems: ofReport,
    },
    async (c) => {
      const submission = await finished(param(c, 'id'), deps)
      c.header('content-type', 'application/zip')
      c.header('content-disposition', `attachment; filename="${submission.id}-evidence.zip"`)
      return deps.sending.body(c, () => evidenceOf(submission, deps))
    },
  )
}

const isLesson = (file: string): boolean => file.startsWith('classroom-')
const RowsQuery = z.object({
  rows: z.array(z.string()).openapi({ description: 'rows of the sheet, by their ids; else the usual ones' }),
})

/** Bytes of pages that one zip holds. */
const mostEvidence = 40_000_000

async function evidenceOf(submission: Submission, deps: ServerDeps): Promise<string | Uint8Array> {
  const { store, generatorFor, now } = deps
  const report = await reportOf(submission, deps)
  const pages = []
  const missing: [string, string][] = []
  let left = mostEvidence
  for (const { source, position } of await store.sources(submission.id)) {
    const page = await store.page(submission.id, position)
    if (page?.state !== 'read') missing.push([source.name, 'its bytes are no longer kept here.'])
    else if ((left -= page.bytes.length) < 0)
      missing.push([source.name, 'the pages are too large for one zip.'])
    else pages.push(page)
  }
  const generator = generatorFor(submission.options)
  const made = new Date(now()).toISOString()
  return contentOf(await write({ as: 'evidence', report, pages, troubles: missing, generator, made }, deps))
}

/** The report as a page of the service: the same file, with a link back to its comparison. */
export async function sendReportPage(c: AppContext, deps: AppDeps): Promise<Response> {
  const submission = await finished(param(c, 'id'), deps)
  const isOld = (await versionsOfComparison(submission.id, deps.store)).some(({ differs }) => differs)
  const page = `/comparisons/${submission.id}`
  const newer = { href: `${page}/versions`, name: 'A newer version states something else' }
  const links = [...placesOf(submission.id), ...(isOld ? [newer] : [])]
  const home = { place: '/comparisons', at: `${page}/report`, links }
  const rulings = await deps.store.desk.rulings(submission.id)
  const asked = c.req.query('rulings') ?? ''
  const of = asked === '' ? 'all' : asked
  const given = of === 'none' ? [] : givenOf(rulings, of === 'all' ? null : of)
  const desk = deskOf(c, submission.id, rulings, of)
  const who = whoOf(c.var.caller)
  if (c.var.caller.session !== null) c.header('cache-control', 'no-store')
  const more = { home: { ...home, ...(desk && { desk }), ...(who && { who }) }, given }
  return sendHtml(c, () => reportOf(submission, deps), deps, more)
}

function deskOf(
  c: AppContext,
  id: string,
  rulings: readonly DeskRuling[],
  of: string,
): DeskPlace | undefined {
  const { caller } = c.var
  if (roleOf(caller.scopes) === 'reads') return undefined
  const me = caller.key ?? ''
  const names = namesOf(rulings)
  const [mine = { reviewer: names.get(me) ?? caller.name, rulings: [] }] = givenOf(rulings, me)
  const people = names.size > 1 ? [...names].filter(([key]) => key !== '') : []
  const whose = [['all', 'the rulings of all'], ...people, ['none', 'none']].map(([key = '', name = '']) => ({
    name,
    href: `/comparisons/${id}/report?rulings=${key}#review`,
    shown: key === of,
  }))
  return { href: `/api/comparisons/${id}/rulings`, mine, page: `/comparisons/${id}/rulings`, whose }
}

export async function finished(id: string, { store }: ServerDeps): Promise<Submission> {
  const submission = await store.find(id)
  if (!submission) throw noComparison()
  if (isFinal(submission.state)) return submission
  throw new HttpProblem('not-finished', 'The report is made when the comparison is finished.', {
    headers: { 'retry-after': '2' },
  })
}

export async function reportOf({ id, reasons }: Submission, { store }: ServerDeps): Promise<string> {
  const stored = await store.report(id)
  if (stored !== null) return stored
  throw new HttpProblem('no-report', reasons.join(' ') || 'The comparison ended without a report.')
}

async function sendReport(
  c: AppContext,
  { suffix, mediaType, file }: ReportFormat,
  deps: AppDeps,
): Promise<Response> {
  const submission = await finished(param(c, 'id'), deps)
  const { id, finishedAt, notes, summary } = submission
  // A report is written once, and once more with a reader's notes; rulings are not in it.
  const rows = isLesson(file) ? c.req.queries('rows') : undefined
  if (rows?.every((row) => row === ''))
    throw new HttpProblem('invalid', 'No row is chosen: tick at least one on the page before.')
  const parts = [suffix, version, id, String(finishedAt), notes, ...(rows ?? [])]
  const etag = `"${sha256(parts.join('\u0000')).slice(0, 32)}"`
  c.header('etag', etag)
  if (summary !== null && matches(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  // The sheet for a lesson has a policy of its own in it.
  if (mediaType === 'text/html')
    c.header(
      'content-security-policy',
      file === 'report.html' ? reportPolicy() : "script-src 'none'; frame-ancestors 'none'",
    )
  c.header('content-type', isBinary.test(mediaType) ? mediaType : `${mediaType}; charset=utf-8`)
  c.header('content-disposition', `inline; filename="${id}${suffix}"`)
  return deps.sending.body(c, async () =>
    documentOf(file, await reportOf(submission, deps), deps, rows && { rows }),
  )
}

const isBinary = /^application\/(?:zip|pdf|vnd\.)/u

/** Weak comparison, as If-None-Match wants it (RFC 9110, 13.1.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}

const values = z.record(z.string(), z.unknown())
/** Of what is no text. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  'application/json': ReportBody,
  'application/jsonl': values,
  'application/ld+json': values,
}

function schemasOf(formats: readonly ReportFormat[]): Record<string, { schema: z.ZodType }> {
  return Object.fromEntries(
    formats.map(({ mediaType }) => [mediaType, { schema: schemas[mediaType] ?? z.string() }]),
  )
}
