/** Handlers that also tell how long each job took and how it ended, for metrics and logs. */
import { RunLater, type Handlers } from '../ports/queue.js'
import type { QueueName } from '../model/job.js'
import type { JobDeps } from './deps.js'

export function observed(handlers: Handlers, { notice }: Pick<JobDeps, 'notice'>): Handlers {
  const watch = async (stage: QueueName, comparison: string, work: Promise<void>): Promise<void> => {
    const started = performance.now()
    const tell = (outcome: 'done' | 'later' | 'failed', cause: string | null): void => {
      const seconds = (performance.now() - started) / 1_000
      notice({ kind: 'ran', stage, comparison, seconds, outcome, cause })
    }
    try {
      await work
      tell('done', null)
    } catch (error) {
      if (error instanceof RunLater && error.cause === undefined) tell('later', null)
      else tell('failed', causeOf(error instanceof RunLater ? error.cause : error))
      throw error
    }
  }
  return {
    fetch: (job, context) => watch('fetch', job.comparison, handlers.fetch(job, context)),
    read: (job, context) => watch('read', job.comparison, handlers.read(job, context)),
    compare: (job, context) => watch('compare', job.comparison, handlers.compare(job, context)),
  }
}

/** The code of an issue, the system or the database (`timeout`, `ENOSPC`, `25006`) where there is one, else the error's name. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
