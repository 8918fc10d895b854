/** The service's parts as `serve` and `worker` open them: what goes on in them is counted and logged. */
import type { Config } from '../config.js'
import { openService } from '../open-service.js'
import { logger, logNotice } from '../server/log.js'
import { createMetrics } from '../server/metrics.js'
import type { ServiceConfig } from '../service-config.js'

export async function openWatched(config: Config, service: ServiceConfig) {
  const log = logger()
  const metrics = createMetrics()
  const deps = await openService({
    config,
    service,
    notice: (notice) => {
      metrics.notice(notice)
      logNotice(log, notice)
    },
    onConnectionError: (error) => {
      log('warning', 'connection', { message: error.message })
    },
  })
  return { deps, log, metrics }
}
