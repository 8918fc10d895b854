/**
 * `synoptic worker`: serves queues until it is told to stop. SIGTERM or SIGINT: takes no new job, lets running ones
 * end within the drain limit, and ends with 0; a second signal ends at once.
 */
import { readConfig } from '../../config.js'
import { startWorking } from '../../jobs/work.js'
import type { QueueName } from '../../model/job.js'
import { openService } from '../../open-service.js'
import { readServiceConfig } from '../../service-config.js'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { logger } from '../log.js'
import { stopSignal } from '../signals.js'

export type WorkerOptions = { readonly queues: readonly QueueName[]; readonly concurrency: number }

const reconcileMs = 15_000

export async function worker(options: WorkerOptions): Promise<ExitCode> {
  const service = readServiceConfig(process.env)
  const log = logger()
  const deps = await openService({
    config: readConfig(process.env),
    service,
    notice: (notice) => {
      log('info', notice.kind, notice)
    },
    onConnectionError: (error) => {
      log('warning', 'connection', { message: error.message })
    },
  })
  const work = startWorking(deps, {
    ...options,
    reconcileMs,
    onTrouble: (error) => {
      log('warning', 'reconcile-failed', { message: error.message })
    },
  })
  log('info', 'working', { queues: options.queues, concurrency: options.concurrency })
  const signal = await stopSignal()
  log('info', 'stopping', { signal, drainMs: service.drainMs })
  await work.close(service.drainMs)
  await deps.close()
  return exitCodes.complete
}
