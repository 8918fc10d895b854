/** `synoptic serve` (API, pages, workers) and `synoptic worker`. SIGTERM or SIGINT: what runs may end within the drain limit; a second ends at once. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../../config.js'
import { scopesOf } from '../../model/api-key.js'
import type { Store } from '../../ports/store.js'
import { readServerConfig, readServiceConfig, type ServerConfig } from '../../service-config.js'
import { loopbackHosts, type ServerSettings } from '../../server/deps.js'
import { createKey } from '../../server/keys.js'
import { start, listen } from '../../server/start.js'
import { openDashboard, openNotifier } from '../../wire.js'
import { type ExitCode, exitCodes, UsageError } from '../outcome.js'
import { closeInTime, openWatched, stopSignal, webhookSecret } from '../service-process.js'
import type { Run, WorkerOptions, serveOptions } from '../options.js'
import type { Terminal } from '../terminal.js'
import { startWorking } from '../../jobs/work.js'
import { createWorkerApp } from '../../server/routes/health.js'

const dashboardPath = '/admin/queues'

export const serve: Run<typeof serveOptions> = async (_, options, terminal) => {
  const config = readConfig(process.env)
  const service = readServiceConfig(process.env)
  const server = readServerConfig(process.env)
  const host = options.host ?? server.host
  const { deps, log, metrics } = await openWatched(config, service)
  try {
    const own = {
      defaultDeadlineSeconds: service.deadlineSeconds,
      maxSourceBytes: config.fetch.maxBytes,
      allowPrivate: config.fetch.allowPrivate,
      reader: deps.reading && {
        ...{ model: deps.reading.reader.model, sendsTo: deps.reading.reader.sendsTo },
        uploads: deps.reading.uploads,
      },
      retention: server.retention,
    }
    const dataFolder = service.databaseUrl === null ? service.dataFolder : null
    const settings = await settingsFor(host, server, own, deps.store, dataFolder, terminal)
    const dashboard = await openDashboard(deps.queue, dashboardPath)
    const started = await start({
      host,
      port: options.port ?? server.port,
      ...deps,
      settings,
      notifier: await openNotifier(config),
      webhookSecret: await webhookSecret(server, service, deps.store),
      watchWebhook: server.watchWebhook,
      deliver: server.deliver,
      dashboard: dashboard && { path: dashboardPath, app: dashboard },
      metrics,
      log,
      concurrency: options.concurrency,
    })
    // Before it is said how to stop it.
    const stop = stopSignal()
    terminal.warn(`Synoptic listens on ${started.url} (stop it with Ctrl+C)`)
    log('info', 'listening', { url: started.url, keysRequired: settings.keysRequired })
    const signal = await stop
    log('info', 'stopping', { signal, drainMs: service.drainMs })
    await started.close(service.drainMs)
    log('info', 'stopped')
    return exitCodes.complete
  } finally {
    await closeInTime(deps.close())
  }
}

/** Without keys only this machine may ask; a name under which others reach it means that others do. */
async function settingsFor(
  host: string,
  server: ServerConfig,
  own: Partial<ServerSettings>,
  store: Store,
  /** Null with a database, where others may be making one. */
  dataFolder: string | null,
  terminal: Terminal,
): Promise<ServerSettings> {
  const loopback = isLoopback(host)
  const keysRequired = !loopback || server.allowedHosts !== null
  if (keysRequired && (await store.keys()).length === 0) {
    const why = loopback
      ? 'SYNOPTIC_ALLOWED_HOSTS names other hosts'
      : `${host} is reached from other machines`
    if (dataFolder === null)
      throw new UsageError(
        `${why}, and there is no API key yet. Make one: npx synoptic keys add --name me --role runs`,
      )
    const file = path.join(dataFolder, 'first.key')
    const { key } = await createKey('first', scopesOf.runs, store, Date.now())
    writeFileSync(file, `${key}\n`, { mode: 0o600 })
    terminal.warn(
      `${why}, and there was no API key yet: one with all rights is in ${file}. Keep it, and remove the file.`,
    )
  }
  const names = host === '0.0.0.0' || host === '::' ? [] : [host.includes(':') ? `[${host}]` : host]
  return {
    ...server.settings,
    keysRequired,
    ...own,
    allowedHosts:
      loopback || server.allowedHosts !== null
        ? [...loopbackHosts, ...names, ...(server.allowedHosts ?? [])]
        : null,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

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
