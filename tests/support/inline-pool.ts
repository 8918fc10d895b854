/** Runs jobs in this process, with nothing that could stop them: for tests and measurements of the stages themselves. */
import type { PoolAnswers, PoolJobs, PoolKind } from '../../src/model/pool-job.js'
import { poolWork } from '../../src/pool/pool-work.js'
import type { Pool } from '../../src/ports/pool.js'

async function perform<K extends PoolKind>(kind: K, job: PoolJobs[K]): Promise<PoolAnswers[K]> {
  return (await poolWork[kind]())(job)
}

export function inlinePool(): Pool {
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
