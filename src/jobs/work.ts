/** Working: handlers on the queue, and now and then a look at what the queue has forgotten. */
import type { QueueName } from '../model/job.js'
import type { JobDeps } from './deps.js'
import { handlers } from './handlers.js'
import { periodically, within } from '../text/periodic.js'
import { startPresence } from './presence.js'
import { watchRounds } from './watching.js'
import { reconcile } from './submit.js'

export type WorkOptions = {
  readonly queues: readonly QueueName[]
  readonly concurrency: number
  readonly reconcileMs: number
  /** Hears of trouble with the store or the queue during a look; the next look tries again. */
  readonly onTrouble: (error: Error) => void
}

export type Work = {
  /** Ends within the time and three seconds, whatever is away. */
  close(graceMilliseconds: number): Promise<void>
}

const closingMs = 3_000
const roundMs = 60_000

export function startWorking(deps: JobDeps, options: WorkOptions): Work {
  const presence = startPresence(deps, options.onTrouble)
  const served = options.queues.filter((name) => name !== 'reader' || deps.reading !== null)
  const worker = deps.queue.work(handlers(deps, presence), served, options.concurrency)
  const rounds = options.queues.includes('fetch')
    ? deps.queue.rounds(roundMs, watchRounds(deps), options.onTrouble)
    : null
  const looks = periodically(options.reconcileMs, (closing) => reconcile(deps, closing), options.onTrouble)
  return {
    async close(graceMilliseconds) {
      // First, for whoever stops the process may not wait for it to end.
      const closing = Promise.all([
        presence.leave(),
        looks.close(),
        rounds?.close(graceMilliseconds),
        worker.close(graceMilliseconds),
      ])
      await within(graceMilliseconds + closingMs, closing)
    },
  }
}
