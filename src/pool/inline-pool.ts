/** Runs jobs in this process, with nothing that could stop them: for tests and measurements of the stages themselves. */
import type { PoolAnswers, PoolJobs, PoolKind } from '../model/pool-job.js'
import type { Pool } from '../ports/pool.js'

export type Perform = <K extends PoolKind>(kind: K, job: PoolJobs[K]) => Promise<PoolAnswers[K]>

export function inlinePool(perform: Perform): Pool {
  return {
    async run(kind, job) {
      try {
        return { state: 'done', value: await perform(kind, job) }
      } catch (error) {
        return { state: 'failed', message: error instanceof Error ? error.message : String(error) }
      }
    },
    close: () => Promise.resolve(),
  }
}
