/** Runs `synoptic worker` for one of the entry files beside this one. */
import { z } from 'zod'
import { worker } from '../src/cli/commands/worker.js'
import type { QueueName } from '../src/model/job.js'

const Concurrency = z.coerce.number().int().min(1).max(64).default(2)

export async function runWorker(queues: readonly QueueName[]): Promise<void> {
  process.exitCode = await worker({
    queues,
    concurrency: Concurrency.parse(process.env['SYNOPTIC_CONCURRENCY']),
  })
}
