/**
 * Entry of a pool's process: a job in, an answer out, nothing else crosses.
 *
 * Argument: JSON with the longest time of a job in milliseconds, whether signals are left to the program, and the folder
 * whose files stand in for those of `data/`.
 * Never: outlives the program by more than the job it is at.
 */
import { Script } from 'node:vm'
import { z } from 'zod'
import type { PoolJobs, PoolKind } from './model/pool-job.js'
import { poolWork } from './pool-work.js'
import { readWeightsFrom } from './text/data-file.js'

type Message<K extends PoolKind> = { readonly kind: K; readonly job: PoolJobs[K] }

const { longestMs, deaf, weightsFolder } = z
  .object({ longestMs: z.number(), deaf: z.boolean(), weightsFolder: z.string().nullable() })
  .parse(JSON.parse(process.argv[2] ?? 'null'))

readWeightsFrom(weightsFolder)
if (deaf) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => {
  process.exit()
})
process.on('message', (message: Message<PoolKind>) => {
  void answer(message)
})

async function answer<K extends PoolKind>({ kind, job }: Message<K>): Promise<void> {
  try {
    const work = await poolWork[kind]()
    process.send?.({ loaded: true })
    process.send?.({ answer: inTime(() => work(job)) })
  } catch (error) {
    process.send?.({ failure: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * V8 ends by the clock only what a script calls. The pool is there before that with its own limits; this is for a process
 * that nobody watches any more.
 */
function inTime<T>(work: () => T): T {
  const results: T[] = []
  Object.defineProperty(globalThis, 'synopticJob', { configurable: true, value: () => results.push(work()) })
  new Script('synopticJob()').runInThisContext({ timeout: longestMs })
  const [result] = results
  if (result === undefined) throw new Error('the job gave no answer')
  return result
}
