/** /api/batches: many events in one request, their states, and their results as a stream of JSON lines. */
import { z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { enqueue } from '../../jobs/submit.js'
import type { Batch } from '../../model/batch.js'
import { ComparisonState, isFinal } from '../../model/submission.js'
import type { Idempotency, Store } from '../../ports/store.js'
import { iso } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { mediaGuard, sizeGuard } from '../guards.js'
import type { ListLimit } from '../json-shape.js'
import { HttpProblem, parse } from '../problems.js'
import { readJson } from '../read-body.js'
import { route, type App } from '../route.js'
import { BatchBody, BatchList, BatchRequest, BatchResult } from '../schemas.js'
import { pause, type Streams } from '../streams.js'
import {
  checkCallback,
  idempotencyConflict,
  idempotencyOf,
  newSubmission,
  prepareEvent,
  sourcesLimit,
  type EventRequest,
} from '../submission.js'
import { accepted, acceptedAs, IdempotencyHeader, submissionProblems } from './accepting.js'
import { ListQuery, param } from './comparisons.js'

export const BatchPath = z.object({ id: z.string().openapi({ example: 'b-5f0c5b0a4e1d4b6e9a77' }) })
const BatchesQuery = ListQuery.pick({ limit: true, after: true })
const ResultsQuery = z.object({
  follow: z.enum(['true', 'false']).default('true').openapi({
    description: 'false: only what is finished now; else the stream ends when all comparisons are final',
  }),
})

export function batchRoutes(app: App, deps: ServerDeps, open: Streams): void {
  const { store, settings } = deps

  route(
    app,
    {
      method: 'post',
      path: '/api/batches',
      tag: 'batches',
      scope: 'submit',
      summary: 'Submit many events at once',
      description:
        'All events are taken, or none. Options and callbackUrl hold for every event that has no options of its own; the callback is called once for each comparison.',
      request: {
        headers: IdempotencyHeader,
        body: { required: true, content: { 'application/json': { schema: BatchRequest } } },
      },
      responses: acceptedAs(BatchBody),
      problems: submissionProblems,
    },
    async (c) => {
      const { batch, repeated } = await createBatch(c, deps)
      return accepted(c, await batchView(batch, store), repeated)
    },
    [mediaGuard('application/json'), sizeGuard(settings.maxBatchBytes)],
  )

  route(
    app,
    {
      method: 'get',
      path: '/api/batches',
      tag: 'batches',
      scope: 'read',
      summary: 'List batches, newest first',
      request: { query: BatchesQuery },
      responses: {
        200: { description: 'One page.', content: { 'application/json': { schema: BatchList } } },
      },
      problems: ['invalid'],
    },
    async (c) => {
      const { limit, after } = parse(BatchesQuery, c.req.query())
      const page = await store.batches({ limit, after: after ?? null })
      const items = []
      for (const batch of page.items) items.push(await batchView(batch, store))
      return c.json({ items, next: page.next })
    },
  )

  route(
    app,
    {
      method: 'get',
      path: '/api/batches/{id}',
      tag: 'batches',
      scope: 'read',
      summary: 'How far a batch has come',
      request: { params: BatchPath },
      responses: {
        200: { description: 'The state.', content: { 'application/json': { schema: BatchBody } } },
      },
      problems: ['not-found'],
    },
    async (c) => c.json(await batchView(await findBatch(c, store), store)),
  )

  route(
    app,
    {
      method: 'get',
      path: '/api/batches/{id}/results',
      tag: 'batches',
      scope: 'read',
      summary: 'Results as JSON lines, each when its comparison is final',
      description: 'A line is a BatchResult. Lines come in the order in which comparisons end.',
      request: { params: BatchPath, query: ResultsQuery },
      responses: {
        200: { description: 'The lines.', content: { 'application/jsonl': { schema: BatchResult } } },
      },
      problems: ['not-found', 'invalid', 'busy'],
    },
    async (c) => {
      const follow = parse(ResultsQuery, c.req.query()).follow === 'true'
      const batch = await findBatch(c, store)
      const leave = open.enter()
      c.header('content-type', 'application/jsonl; charset=utf-8')
      c.header('cache-control', 'no-store')
      c.header('x-accel-buffering', 'no')
      return stream(c, async (out) => {
        const ended = new AbortController()
        out.onAbort(() => {
          ended.abort()
        })
        try {
          const lines = results(batch.id, follow, deps, AbortSignal.any([ended.signal, deps.stopping]))
          for await (const line of lines) {
            if (out.aborted) return
            await out.write(line)
          }
        } finally {
          leave()
        }
      })
    },
  )
}

async function createBatch(c: AppContext, deps: ServerDeps): Promise<{ batch: Batch; repeated: boolean }> {
  const { settings } = deps
  const lists = [eventsLimit(settings.maxEvents), sourcesLimit(settings.maxSources)]
  const request = parse(BatchRequest, await readJson(c, { lists }))
  const events = request.events.map((event) => ({
    ...event,
    options: { ...request.options, ...event.options },
  }))
  return submitBatch({ ...request, events }, deps, idempotencyOf(c, request))
}

export function eventsLimit(most: number): ListLimit {
  return { most, detail: `at most ${most} events are taken at once` }
}

type BatchToSubmit = {
  readonly title?: string | undefined
  readonly callbackUrl?: string | undefined
  readonly events: readonly EventRequest[]
}

/** Checks and submits; also what the pages' form does. */
export async function submitBatch(
  { title, callbackUrl: callback, events }: BatchToSubmit,
  deps: ServerDeps,
  idempotency: Idempotency | null,
): Promise<{ batch: Batch; repeated: boolean }> {
  const callbackUrl = checkCallback(callback, deps.settings)
  const random = deps.newId()
  const batch = `b-${random}`
  const prepared = events.map((event, index) => prepareEvent(event, deps.settings, `/events/${index}`))
  const submissions = prepared.map((event, index) =>
    newSubmission(memberId(random, index), event, { callbackUrl, batch, idempotency: null }),
  )
  const created = await deps.store.createBatch(
    { id: batch, title: title ?? null, submissions, idempotency },
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
    finished: members.every((member) => isFinal(member.state)),
    links: {
      self,
      results: `${self}/results`,
      comparisons: `/api/comparisons?batch=${id}`,
      page: `/batches/${id}`,
    },
  }
}

async function* results(
  batch: string,
  follow: boolean,
  { store, settings }: ServerDeps,
  gone: AbortSignal,
): AsyncGenerator<string> {
  const sent = new Set<string>()
  for (;;) {
    const members = await store.batchMembers(batch)
    for (const { id, state } of members)
      if (isFinal(state) && !sent.has(id)) {
        sent.add(id)
        const line = await resultLine(id, store)
        if (line !== null) yield line
        if (gone.aborted) return
      }
    if (!follow || members.every(({ id }) => sent.has(id))) return
    if (!(await pause(settings.pollMs, gone))) return
  }
}

/** Null when the comparison was deleted meanwhile. The report goes in as it is stored, byte for byte. */
async function resultLine(id: string, store: Store): Promise<string | null> {
  const submission = await store.find(id)
  if (!submission) return null
  const report = await store.report(id)
  const { title, state, reasons } = submission
  const position = Number(id.split('-').at(-1))
  const head = JSON.stringify({ position, id, title, state, reasons })
  return `${head.slice(0, -1)},"report":${report ?? 'null'}}\n`
}
