/** /api/comparisons: submit, list, look at, follow as server-sent events, delete. */
import { z } from '@hono/zod-openapi'
import { submit } from '../../jobs/submit.js'
import { Notes } from '../../model/notes.js'
import { ComparisonState, isSettled, type Submission } from '../../model/submission.js'
import type { Idempotency, ListQuery as StoreQuery, Store } from '../../ports/store.js'
import { sha256 } from '../../text/hash.js'
import { pause } from '../../text/periodic.js'
import { comparisonView, listedOf, viewOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { mediaGuard, sizeGuard } from '../guards.js'
import { HttpProblem } from '../problems.js'
import { readComparison } from '../read-body.js'
import { answer, type App, routesOf } from '../route.js'
import { type BatchBody, ComparisonBody, ComparisonList, ComparisonRequest } from '../schemas.js'
import type { AppDeps } from '../sending.js'
import {
  checkCallback,
  type ComparisonForm,
  idempotencyConflict,
  idempotencyOf,
  prepareEvent,
} from '../submission.js'

const Day = z.iso.date('must be a day, such as 2025-12-03')

export const ListQuery = z.object({
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(20),
  after: z
    .string()
    .regex(/^\d{1,16}_[\w-]{1,80}$/, 'must be the `next` of another page')
    .optional()
    .openapi({ description: '`next` of the page before' }),
  batch: z.string().max(80).optional().openapi({ description: 'only comparisons of this batch' }),
  q: z.string().max(300).optional().openapi({
    description:
      'words, or beginnings of words, that title, outlets and texts hold, in any case and without accents',
  }),
  outlet: z.string().max(200).optional().openapi({ description: 'the whole name of one' }),
  state: ComparisonState.optional(),
  tag: z.string().max(60).optional(),
  from: Day.optional().openapi({ description: 'submitted on this day (UTC) or later' }),
  until: Day.optional().openapi({ description: 'submitted on this day (UTC) or earlier' }),
  mine: z.enum(['true']).optional().openapi({ description: 'sent with the same key' }),
  kind: z
    .enum(['single', 'batch', 'all'])
    .optional()
    .openapi({ description: 'only what was compared by itself, or only events of batches; else all' }),
})

export function storeQuery(
  { after, q, state, from, until, mine, kind, ...asked }: z.infer<typeof ListQuery>,
  c: AppContext,
): StoreQuery {
  return {
    ...asked,
    after: after ?? null,
    words: q,
    states: state && [state],
    from: from === undefined ? undefined : Date.parse(from),
    until: until === undefined ? undefined : Date.parse(until) + 86_400_000,
    by: mine && (c.var.caller.key ?? undefined),
    kind: kind === 'all' ? undefined : kind,
  }
}

const FormBody = z.object({
  text: z.array(z.string()).optional().openapi({ description: 'pasted texts, a field a text' }),
  outlet: z.array(z.string()).optional().openapi({ description: 'the n-th is that of the n-th text' }),
  publishedAt: z.array(z.string()).optional().openapi({ description: 'likewise' }),
  url: z.string().optional().openapi({ description: 'addresses, one a line; repeatable' }),
  files: z.array(z.string().openapi({ format: 'binary' })).optional(),
  notes: z.string().optional().openapi({ description: "a second reader's notes, as a text or a file" }),
  reader: z.enum(['false']).optional(),
  title: z.string().optional(),
  zone: z.string().optional(),
  deadlineSeconds: z.string().optional(),
  callbackUrl: z.string().optional(),
})

export function onePage(schema: z.ZodType) {
  return {
    description: 'One page; Link rel="next" leads on.',
    headers: z.object({ link: z.string().optional() }),
    content: { 'application/json': { schema } },
  }
}

/** The address of the next page, where there is one. */
export function leadOn(c: AppContext, limit: number, after: string | null): void {
  if (after === null) return
  const next = new URLSearchParams({ ...c.req.query(), limit: String(limit), after })
  c.header('link', `<${c.req.path}?${next.toString()}>; rel="next"`)
}

export function comparisonRoutes(app: App, deps: ServerDeps): void {
  const api = routesOf(app, 'comparisons', 'read')
  const { store, settings } = deps

  api.post(
    '/api/comparisons',
    'Submit sources to be compared',
    {
      scope: 'submit',
      request: {
        headers: IdempotencyHeader,
        body: {
          required: true,
          content: {
            'application/json': { schema: ComparisonRequest },
            'multipart/form-data': { schema: FormBody },
          },
        },
      },
      responses: acceptedAs(ComparisonBody),
      problems: ['idempotency-conflict'],
    },
    async (c) => {
      const form = await readComparison(c, settings)
      const { submission, repeated } = await submitForm(form, deps, c.var.caller.key, (request) =>
        idempotencyOf(c, request),
      )
      return accepted(c, await viewOf(submission, store), repeated)
    },
    [mediaGuard('application/json', 'multipart/form-data'), sizeGuard(settings.maxBodyBytes)],
  )

  api.get(
    '/api/comparisons',
    'List and search comparisons, newest first',
    { query: ListQuery, responses: { 200: onePage(ComparisonList) } },
    async (c, { query: asked }) => {
      const page = await store.list(storeQuery(asked, c))
      leadOn(c, asked.limit, page.next)
      return c.json({ items: page.items.map(listedOf), next: page.next })
    },
  )

  api.get(
    '/api/comparisons/{id}',
    'State of a comparison and of each source',
    { responses: { 200: answer('The state.', ComparisonBody) } },
    async (c) => {
      const view = await comparisonView(param(c, 'id'), store)
      if (!view) throw noComparison()
      return c.json(view)
    },
  )

  api.get(
    '/api/comparisons/{id}/notes.json',
    "Its notes of a second reader, as they were handed in or as the operator's reader made them",
    { responses: { 200: answer('The notes, with which `compare --notes` makes the same report.', Notes) } },
    async (c) => {
      const id = param(c, 'id')
      const notes = (await store.find(id)) && (await store.notes(id))
      if (notes === null)
        throw new HttpProblem('not-found', 'There is no comparison with this id, or no notes of it.')
      return c.body(notes, 200, { 'content-type': 'application/json; charset=utf-8' })
    },
  )

  api.delete(
    '/api/comparisons/{id}',
    'Delete a comparison',
    {
      scope: 'submit',
      description:
        'The report goes, and the articles and bytes that no other comparison uses. A comparison under way is not finished.',
      responses: { 204: { description: 'Deleted.' } },
    },
    async (c) => {
      if (!(await store.remove(param(c, 'id')))) throw noComparison()
      return c.body(null, 204)
    },
  )
}

/** Checks and submits; also what the pages' form does. */
export async function submitForm(
  form: ComparisonForm,
  deps: ServerDeps,
  by: string | null,
  idempotency: (request: unknown) => Idempotency | null,
): Promise<{ submission: Submission; repeated: boolean }> {
  const prepared = await prepareEvent(form, deps.settings)
  const callbackUrl = checkCallback(form.callbackUrl, deps.settings)
  const { title, sources, options, notes } = prepared
  const submission = {
    ...prepared,
    id: `c-${deps.newId()}`,
    callbackUrl,
    batch: null,
    by,
    idempotency: idempotency({
      title,
      sources,
      options,
      callbackUrl,
      ...(notes === null ? {} : { notes }),
      ...(form.reader === false ? { reader: false } : {}),
    }),
  }
  const created = await submit(submission, deps)
  if (created.state === 'conflict') throw idempotencyConflict()
  return { submission: created.submission, repeated: created.state === 'repeated' }
}

export function noComparison(): HttpProblem {
  return new HttpProblem('not-found', 'There is no comparison with this id; it may have been deleted.')
}

export async function findComparison(c: AppContext, store: Store): Promise<Submission> {
  const submission = await store.find(param(c, 'id'))
  if (!submission) throw noComparison()
  return submission
}

/** A parameter of the path, which the route's pattern promises. */
export function param(c: AppContext, name: string): string {
  const value = c.req.param(name)
  if (value === undefined) throw new Error(`the route has no parameter ${name}`)
  return value
}

export const IdempotencyHeader = z.object({
  'idempotency-key': z.string().max(255).optional().openapi({
    description:
      'The same key with the same request gives the first answer again; with another request, 422.',
  }),
})

export const acceptedAs = <Schema extends z.ZodType>(schema: Schema) => ({
  202: {
    description: 'Accepted; Location says where to follow it.',
    headers: z.object({ location: z.string(), 'idempotency-replayed': z.string().optional() }),
    content: { 'application/json': { schema } },
  },
})

/** `repeated`: it was taken before, under the same Idempotency-Key. */
export function accepted(c: AppContext, body: ComparisonBody | BatchBody, repeated: boolean): Response {
  if (repeated) c.header('idempotency-replayed', 'true')
  c.header('location', body.links.self)
  return c.json(body, 202)
}

export function eventRoutes(app: App, { store, settings, sending }: AppDeps): void {
  const api = routesOf(app, 'comparisons', 'read')
  api.get(
    '/api/comparisons/{id}/events',
    'Progress as server-sent events',
    {
      description:
        'Each `progress` event holds the state as `GET /api/comparisons/{id}` gives it; the last one is `final`, after which the stream ends. Comments keep it open. A client that comes back with the Last-Event-ID of the final event is told 204, and stops.',
      request: { headers: z.object({ 'last-event-id': z.string().optional() }) },
      responses: {
        200: answer('The stream.', z.string(), 'text/event-stream'),
        204: { description: 'The final event of Last-Event-ID was the last.' },
      },
      problems: ['busy'],
    },
    async (c) => {
      const id = param(c, 'id')
      const first = await comparisonView(id, store)
      if (!first) throw noComparison()
      let seen = c.req.header('last-event-id') ?? ''
      if (isSettled(first) && seen === eventId(first)) return c.body(null, 204)
      c.header('content-type', 'text/event-stream')
      c.header('cache-control', 'no-store')
      c.header('x-accel-buffering', 'no')
      return sending.stream(c, async (out) => {
        let view: ComparisonBody | null = first
        let toldAt = performance.now()
        while (view && !out.gone.aborted) {
          const event = eventId(view)
          const final = isSettled(view)
          if (event !== seen || performance.now() - toldAt >= settings.heartbeatMs) {
            const data = JSON.stringify(view)
            const told = `id: ${event}\nevent: ${final ? 'final' : 'progress'}\ndata: ${data}\n\n`
            const isNews = event !== seen
            await out.write(() => (isNews ? told : ': still working\n\n'))
            seen = event
            toldAt = performance.now()
          }
          if (final || !(await pause(settings.pollMs, out.gone))) return
          view = await comparisonView(id, store)
        }
      })
    },
  )
}

/** Of the parts that a watcher waits for; a webhook's fate does not count, so that a final event stays final. */
function eventId({ id, state, notes, sources, finishedAt }: ComparisonBody): string {
  return sha256(JSON.stringify([id, state, notes, finishedAt, sources.map((source) => source.state)])).slice(
    0,
    16,
  )
}
