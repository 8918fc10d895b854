/**
 * `synoptic worker`: serves queues until it is told to stop. SIGTERM or SIGINT: takes no new job, lets running ones
 * end within the drain limit, and ends with 0; a second signal ends at once.
 */
import { readConfig } from '../../config.js'
import { startWorking } from '../../jobs/work.js'
import { readServerConfig, readServiceConfig } from '../../service-config.js'
import { listen } from '../../server/start.js'
import { createWorkerApp } from '../../server/routes/health.js'
import type { WorkerOptions } from '../options.js'
import { exitCodes, type ExitCode } from '../outcome.js'
import { closeInTime, openWatched, stopSignal } from '../service-process.js'

const reconcileMs = 15_000

export async function worker(options: WorkerOptions): Promise<ExitCode> {
  const service = readServiceConfig(process.env)
  const { workerMetrics } = readServerConfig(process.env)
  const { deps, log, metrics } = await openWatched(readConfig(process.env), service)
  if (service.redisUrl === null)
    log('warning', 'alone', {
      message: `REDIS_URL is not set: this worker serves the data folder ${service.dataFolder} by itself, and takes no jobs of other processes`,
    })
  const asked =
    workerMetrics &&
    (await listen(createWorkerApp({ ...deps, metrics }), workerMetrics.host, workerMetrics.port))
  const work = startWorking(deps, {
    ...options,
    reconcileMs,
    onTrouble: (error) => {
      log('warning', 'reconcile-failed', { message: error.message })
    },
  })
  log('info', 'working', {
    queues: options.queues,
    concurrency: options.concurrency,
    metrics: asked?.url ?? null,
  })
  const signal = await stopSignal()
  log('info', 'stopping', { signal, drainMs: service.drainMs })
  await work.close(service.drainMs)
  await asked?.close(0)
  await closeInTime(deps.close())
  return exitCodes.complete
}
