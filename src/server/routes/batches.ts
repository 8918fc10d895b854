/** /api/batches: many events in one request, their states, and their results as a stream of JSON lines. */
import { z } from '@hono/zod-openapi'
import { enqueue } from '../../jobs/submit.js'
import type { Batch } from '../../model/batch.js'
import { ComparisonState, isSettled } from '../../model/submission.js'
import type { Idempotency, NewSubmission, Store } from '../../ports/store.js'
import { writeCsv, pooledRows, type Table } from '../../editions/tables/table.js'
import { tables } from '../../editions/tables/tables.js'
import { pause } from '../../text/periodic.js'
import { turn } from '../../text/turn.js'
import { iso } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { mediaGuard, sizeGuard } from '../guards.js'
import type { ListLimit } from '../json-shape.js'
import { checked, HttpProblem, parse, refuse, type ProblemError } from '../problems.js'
import { readJson } from '../read-body.js'
import { documentOf } from '../report-formats.js'
import { answer, routesOf, type App } from '../route.js'
import { BatchBody, BatchList, BatchRequest, BatchResult } from '../schemas.js'
import type { AppDeps, Out } from '../sending.js'
import {
  checkCallback,
  idempotencyConflict,
  idempotencyOf,
  prepareEvent,
  sourcesLimit,
  type EventRequest,
} from '../submission.js'
import { accepted, acceptedAs, IdempotencyHeader, leadOn, ListQuery, onePage, param } from './comparisons.js'

const BatchesQuery = ListQuery.pick({ limit: true, after: true })
const ResultsQuery = z.object({
  follow: z.enum(['true', 'false']).default('true').openapi({
    description: 'false: only what is finished now; else the stream ends when all comparisons are final',
  }),
})

export function batchRoutes(app: App, deps: AppDeps): void {
  const api = routesOf(app, 'batches', 'read')
  const { store, settings, sending } = deps

  api.post(
    '/api/batches',
    'Submit many events at once',
    {
      scope: 'submit',
      description:
        'All events are taken, or none. Options and callbackUrl hold for every event that has no options of its own; the callback is called once for each comparison.',
      request: {
        headers: IdempotencyHeader,
        body: { required: true, content: { 'application/json': { schema: BatchRequest } } },
      },
      responses: acceptedAs(BatchBody),
      problems: ['idempotency-conflict'],
    },
    async (c) => {
      const { batch, repeated } = await createBatch(c, deps)
      return accepted(c, await batchView(batch, store), repeated)
    },
    [mediaGuard('application/json'), sizeGuard(settings.maxBatchBytes)],
  )

  api.get(
    '/api/batches',
    'List batches, newest first',
    { query: BatchesQuery, responses: { 200: onePage(BatchList) } },
    async (c, { query: { limit, after } }) => {
      const page = await store.batches({ limit, after: after ?? null })
      const items = []
      for (const batch of page.items) items.push(await batchView(batch, store))
      leadOn(c, limit, page.next)
      return c.json({ items, next: page.next })
    },
  )

  api.get(
    '/api/batches/{id}',
    'How far a batch has come',
    { responses: { 200: answer('The state.', BatchBody) } },
    async (c) => c.json(await batchView(await findBatch(c, store), store)),
  )

  api.get(
    '/api/batches/{id}/results',
    'Results as JSON lines, each when its comparison is final',
    {
      description: 'A line is a BatchResult. Lines come in the order in which comparisons end.',
      query: ResultsQuery,
      responses: { 200: answer('The lines.', BatchResult, 'application/jsonl') },
      problems: ['busy'],
    },
    async (c, { query }) => {
      const batch = await findBatch(c, store)
      c.header('content-type', 'application/jsonl; charset=utf-8')
      c.header('cache-control', 'no-store')
      c.header('x-accel-buffering', 'no')
      return sending.stream(c, (out) => results(batch.id, query.follow === 'true', deps, out))
    },
  )

  for (const { name, columns, row } of tables)
    api.get(
      `/api/batches/{id}/${name}.csv`,
      `${name}.csv of all events that are finished`,
      {
        description: `${row} The columns event (id of the comparison) and event_title stand in front.`,
        responses: { 200: answer('The table.', z.string(), 'text/csv') },
        problems: ['busy'],
      },
      async (c) => {
        const { id } = await findBatch(c, store)
        c.header('content-type', 'text/csv; charset=utf-8')
        c.header('content-disposition', `attachment; filename="${id}.${name}.csv"`)
        return sending.stream(c, async (out) => {
          await out.write(() =>
            writeCsv(['event', 'event_title', ...columns.map((column) => column.name)], []),
          )
          for (const member of await store.batchMembers(id)) {
            if (out.gone.aborted) return
            await out.write(() => rowsOfEvent(member.id, name, deps))
          }
        })
      },
    )
}

async function createBatch(c: AppContext, deps: ServerDeps): Promise<{ batch: Batch; repeated: boolean }> {
  const { settings } = deps
  const lists = [eventsLimit(settings.maxEvents), sourcesLimit(settings.maxSources)]
  const { value, items } = await readJson(c, { lists, apart: 'events' })
  const { events: none, ...request } = parse(BatchHead, value)
  if (items.length === 0 || none.length > 0) parse(BatchRequest, value)
  const events: EventRequest[] = []
  const errors: ProblemError[] = []
  for (const [index, item] of items.entries()) {
    await turn()
    const found = checked(EventBody, item, `/events/${index}`)
    if (found.ok) events.push({ ...found.value, options: { ...request.options, ...found.value.options } })
    else errors.push(...found.errors)
  }
  refuse(errors)
  return submitBatch({ ...request, events }, deps, c.var.caller.key, (wanted) => idempotencyOf(c, wanted))
}

/** The events are checked one by one. */
const BatchHead = BatchRequest.extend({ events: z.array(z.unknown()) })
const EventBody = BatchRequest.shape.events.element

export function eventsLimit(most: number): ListLimit {
  return { most, detail: `at most ${most} events are taken at once` }
}

type BatchToSubmit = Omit<BatchRequest, 'events'> & { readonly events: readonly EventRequest[] }

/** Checks and submits; also what the pages' form does. */
export async function submitBatch(
  { title, callbackUrl: callback, events }: BatchToSubmit,
  deps: ServerDeps,
  by: string | null,
  idempotency: (request: unknown) => Idempotency | null,
): Promise<{ batch: Batch; repeated: boolean }> {
  const callbackUrl = checkCallback(callback, deps.settings)
  const random = deps.newId()
  const batch = `b-${random}`
  const submissions: NewSubmission[] = []
  // Of a file that many events name, the first brings the bytes.
  const brought = new Set<string>()
  for (const [index, event] of events.entries()) {
    const prepared = await prepareEvent(event, deps.settings, `/events/${index}`)
    const contents = prepared.contents.filter(({ sha256 }) => !brought.has(sha256))
    for (const { sha256 } of contents) brought.add(sha256)
    const id = memberId(random, index)
    submissions.push({ ...prepared, contents, id, callbackUrl, batch, by, idempotency: null })
  }
  const wanted = submissions.map((one, index) => [
    one.title,
    one.sources,
    one.options,
    ...(one.notes == null ? [] : [one.notes]),
    ...(events.at(index)?.reader === false ? ['no reader'] : []),
  ])
  const created = await deps.store.createBatch(
    { id: batch, title: title ?? null, submissions, idempotency: idempotency([title, callbackUrl, wanted]) },
    deps.now(),
  )
  if (created.state === 'conflict') throw idempotencyConflict()
  // What is not queued here, because the queue or this process goes away, reconcile queues later.
  if (created.state === 'created') void enqueueAll(batch, deps)
  return { batch: created.batch, repeated: created.state === 'repeated' }
}

async function enqueueAll(batch: string, deps: ServerDeps): Promise<void> {
  try {
    for (const { id } of await deps.store.batchMembers(batch)) {
      const submission = deps.stopping.aborted ? null : await deps.store.find(id)
      if (submission?.round === 0) await enqueue(submission, deps)
    }
  } catch (error) {
    deps.log('warning', 'batch-not-queued-yet', { batch, error: error instanceof Error ? error.message : '' })
  }
}

/** Ids in the order of the request, so that the order of ids is that of the events. */
function memberId(random: string, index: number): string {
  return `c-${random}-${String(index).padStart(5, '0')}`
}

export async function findBatch(c: AppContext, store: Store): Promise<Batch> {
  const batch = await store.batch(param(c, 'id'))
  if (!batch) throw new HttpProblem('not-found', 'There is no batch with this id.')
  return batch
}

export async function batchView({ id, title, createdAt, total }: Batch, store: Store): Promise<BatchBody> {
  const members = await store.batchMembers(id)
  const self = `/api/batches/${id}`
  return {
    id,
    title,
    createdAt: iso(createdAt),
    total,
    states: Object.fromEntries(
      ComparisonState.options.map((state) => [
        state,
        members.filter((member) => member.state === state).length,
      ]),
    ) as Record<ComparisonState, number>,
    finished: members.every(isSettled),
    links: {
      self,
      results: `${self}/results`,
      comparisons: `/api/comparisons?batch=${id}`,
      page: `/batches/${id}`,
    },
  }
}

async function results(
  batch: string,
  follow: boolean,
  { store, settings }: ServerDeps,
  out: Out,
): Promise<void> {
  const sent = new Set<string>()
  for (;;) {
    const members = await store.batchMembers(batch)
    for (const member of members) {
      const { id } = member
      if (out.gone.aborted) return
      if (!isSettled(member) || sent.has(id)) continue
      sent.add(id)
      await out.write(() => resultLine(id, store))
    }
    if (!follow || members.every(({ id }) => sent.has(id))) return
    if (!(await pause(settings.pollMs, out.gone))) return
  }
}

/** Empty when the comparison was deleted meanwhile. The report goes in as it is stored, byte for byte. */
async function resultLine(id: string, store: Store): Promise<string> {
  const submission = await store.find(id)
  if (!submission) return ''
  const report = await store.report(id)
  const { title, state, reasons } = submission
  const position = Number(id.split('-').at(-1))
  const head = JSON.stringify({ position, id, title, state, reasons })
  return `${head.slice(0, -1)},"report":${report ?? 'null'}}\n`
}

async function rowsOfEvent(id: string, table: Table['name'], deps: ServerDeps): Promise<string> {
  const submission = await deps.store.find(id)
  const report =
    submission?.state === 'complete' || submission?.state === 'partial' ? await deps.store.report(id) : null
  if (!submission || report === null) return ''
  const { title, summary } = submission
  const csv = await documentOf(`${table}.csv`, report, deps)
  return pooledRows(String(csv), [id, title ?? summary?.title ?? ''])
}
