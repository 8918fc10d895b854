/** Runs `synoptic worker` for one of the entry files beside this one; what ends it is told as there. */
import { reportFailure } from '../src/cli/outcome.js'
import { worker } from '../src/cli/commands/serve.js'
import type { QueueName } from '../src/model/job.js'
import { readSettings, setting, whole } from '../src/settings.js'

const settings = { SYNOPTIC_CONCURRENCY: setting(whole(1, 64), 2, 'jobs at once in each queue') }

export async function runWorker(queues: readonly QueueName[]): Promise<void> {
  try {
    const { SYNOPTIC_CONCURRENCY: concurrency } = readSettings(settings, process.env)
    process.exitCode = await worker({ queues, concurrency })
  } catch (error) {
    process.exitCode = reportFailure(error)
  }
}
