/**
 * Reconciling: what the store says is unfinished and the queue has forgotten is queued again. Runs in every process
 * now and then; a queue emptied by accident, or one that lives in memory and died with its process, is so filled again.
 * However often that happens, it costs a comparison nothing: what takes processes down is told by charged.ts.
 */
import { isFinal } from '../model/submission.js'
import type { JobDeps } from './deps.js'
import { enqueue } from './submit.js'

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
  return requeued
}
