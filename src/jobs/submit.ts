/** Submitting: a submission into the store and its flow into the queue, in this order, so that nothing is lost between. */
import type { Source } from '../model/source.js'
import { isFinal, type Submission } from '../model/submission.js'
import type { Created, NewSubmission } from '../ports/store.js'
import type { JobDeps } from './deps.js'

/** Whether an event goes to the reader: what was pasted or uploaded only where the operator allows it. */
export function isForReader(
  sources: readonly Pick<Source, 'kind'>[],
  reader: { readonly uploads: boolean } | null,
): boolean {
  return reader !== null && (reader.uploads || sources.every(({ kind }) => kind === 'url'))
}

type QueueDeps = Pick<JobDeps, 'store' | 'queue' | 'now'>

/** Stores a submission and queues it. If the queue cannot be reached it stays stored, and reconcile queues it later. */
export async function submit(submission: NewSubmission, deps: QueueDeps): Promise<Created> {
  const created = await deps.store.create(submission, deps.now())
  if (created.state === 'created') await enqueue(created.submission, deps).catch(() => false)
  return created
}

/** Queues the next round of an unfinished submission; false when another process did. */
export async function enqueue(submission: Submission, { store, queue, now }: QueueDeps): Promise<boolean> {
  if (!(await store.startRound(submission.id, submission.round))) return false
  const open = (await store.sources(submission.id)).filter(
    ({ state }) => state === 'waiting' || state === 'fetched',
  )
  await queue.add({
    comparison: submission.id,
    round: submission.round + 1,
    positions: open.map(({ position }) => position),
    // No further off than it was at first: the clock may have been set back since.
    deadlineAt: Math.min(submission.deadlineAt, now() + submission.options.deadlineSeconds * 1_000),
  })
  return true
}

/** A submission younger than this may be on its way into the queue. */
const settleMs = 5_000
const atOnce = 5_000

type ReconcileDeps = Pick<JobDeps, 'store' | 'queue' | 'now' | 'notice'>

/** How many submissions were queued again. Stops between two of them when told to. */
export async function reconcile(deps: ReconcileDeps, closing?: AbortSignal): Promise<number> {
  let requeued = 0
  for (const id of await deps.store.unfinished(atOnce)) {
    if (closing?.aborted === true) break
    const submission = await deps.store.find(id)
    if (!submission || isFinal(submission.state)) continue
    const age = deps.now() - submission.createdAt
    // A clock that was set back gives ages below zero, which say nothing.
    if (submission.round > 0 && age >= 0 && age < settleMs) continue
    if (submission.round > 0 && (await deps.queue.holds(submission.id, submission.round))) continue
    if (!(await enqueue(submission, deps))) continue
    requeued++
    deps.notice({ kind: 'requeued', comparison: submission.id, round: submission.round + 1 })
  }
  for (const id of await deps.store.awaiting(atOnce)) {
    if (closing?.aborted === true) break
    const finishedAt = (await deps.store.find(id))?.finishedAt ?? deps.now()
    if (deps.now() - finishedAt > longestMs)
      await deps.store.keepNotes(id, { reason: 'no process that has a reader came to it within a day.' })
    else if (!(await deps.queue.holdsReading(id))) await deps.queue.addReading(id)
  }
  return requeued
}

/** A comparison waits no longer for the reader. */
const longestMs = 86_400_000
