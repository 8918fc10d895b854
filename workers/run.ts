/** Runs `synoptic worker` for one of the entry files beside this one; what ends it is told as there. */
import { z } from 'zod'
import { reportFailure } from '../src/cli/failure.js'
import { worker } from '../src/cli/commands/worker.js'
import { parseEnvironment } from '../src/config.js'
import type { QueueName } from '../src/model/job.js'

const Environment = z.object({ SYNOPTIC_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2) })
const shouldBe = { SYNOPTIC_CONCURRENCY: 'a whole number from 1 to 64' }

export async function runWorker(queues: readonly QueueName[]): Promise<void> {
  try {
    const { SYNOPTIC_CONCURRENCY: concurrency } = parseEnvironment(Environment, shouldBe, process.env)
    process.exitCode = await worker({ queues, concurrency })
  } catch (error) {
    process.exitCode = reportFailure(error)
  }
}
