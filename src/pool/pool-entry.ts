/** Entry of a pool's process: a job in, an answer out. Argument: JSON with the program's id, whether it hears signals, and the folder of weights. */
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { PoolJobs, PoolKind } from '../model/pool-job.js'
import { poolWork } from './pool-work.js'
import { readWeightsFrom, sourceFile } from '../text/data-file.js'

type Message<K extends PoolKind> = { readonly kind: K; readonly job: PoolJobs[K] }

const { program, deaf, weightsFolder } = z
  .object({ program: z.int(), deaf: z.boolean(), weightsFolder: z.string().nullable() })
  .parse(JSON.parse(process.argv[2] ?? 'null'))

// The end of the channel is heard between two jobs only.
new Worker(sourceFile('pool', 'pool-watch.js'), { workerData: program }).unref()

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
    process.send?.({ answer: await work(job) })
  } catch (error) {
    process.send?.({ failure: error instanceof Error ? error.message : String(error) })
  }
}
