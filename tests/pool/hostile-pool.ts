/** Pools of hostile processes (hostile-process.mjs): what they are asked, and who answered. */
import { afterEach } from 'vitest'
import type { Written } from '../../src/model/pool-job.js'
import { processPool, type PoolOptions } from '../../src/pool/process-pool.js'
import type { Outcome, Pool } from '../../src/ports/pool.js'

const entry = new URL('hostile-process.mjs', import.meta.url)

type MakePool = (limit: number, options?: Partial<PoolOptions>) => Pool

/** Makes pools with limits in milliseconds of processor time; each is closed after its test. */
export function hostilePools(): MakePool {
  let open: Pool[] = []
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()))
    open = []
  })
  return (limit, options = {}) => {
    const made = processPool({
      entry,
      timeMs: { read: limit, skim: limit, feed: limit, compare: limit, write: limit },
      memoryMb: 60,
      processes: 1,
      waitingPerProcess: 0,
      deaf: false,
      weightsFolder: null,
      ...options,
    })
    open.push(made)
    return made
  }
}

export const ask = (one: Pool, deed: string, name?: string): Promise<Outcome<Written>> =>
  one.run('write', { as: 'files', forms: [deed], report: '' }, name)

/** Number of the process that answered. */
export function answered(outcome: Outcome<Written>): string {
  if (outcome.state !== 'done' || outcome.value.state !== 'written') throw new Error(JSON.stringify(outcome))
  return outcome.value.printed
}
