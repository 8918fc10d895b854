/** The service's parts, opened once per process: embedded (SQLite, queue in this process) or distributed (PostgreSQL, Redis), by configuration. */
import type { Config } from './config.js'
import { generatorOf } from './generator.js'
import type { JobDeps, JobNotice, SecondReader } from './jobs/deps.js'
import type { ServiceConfig } from './service-config.js'
import { openQueue, openReader, openStore, storeFetcher, wire } from './wire.js'

export type Service = JobDeps & { readonly close: () => Promise<void> }

export type ServiceOptions = {
  readonly config: Config
  readonly service: ServiceConfig
  readonly now?: () => number
  readonly notice: (notice: JobNotice) => void
  /** Hears of broken connections that are being mended. */
  readonly onConnectionError: (error: Error) => void
}

export async function openService(options: ServiceOptions): Promise<Service> {
  const { config, service, notice, onConnectionError } = options
  const now = options.now ?? Date.now
  const store = await openStore(service, onConnectionError)
  const queue = await openQueue(service, now, Math.random, onConnectionError)
  const reading = await readingOf(service)
  const deps = wire(config, () => new Date(now()), { deaf: true, eager: true })
  return {
    ...deps,
    fetchers: { ...deps.fetchers, stored: storeFetcher(store) },
    store,
    queue,
    now,
    random: Math.random,
    reading,
    generatorFor: ({ zone }) => generatorOf({ zone, text: true }),
    limits: {
      fetchAgeMs: service.fetchAgeMs,
      hostDelayMs: config.fetch.hostDelayMs,
      // A fetch that takes longer than its own time limit has lost its worker.
      fetchLeaseMs: config.fetch.timeoutMs * 2,
      // Others wait no longer for one whose worker was lost together with its comparison: a page read twice harms nobody.
      readLeaseMs: Math.min(config.pool.timeMs.read * 3, 60_000),
      silenceMs: service.lockMs,
      // The data folder is held by one process.
      alone: service.databaseUrl === null,
    },
    pace: service.pace,
    zone: 'UTC',
    notice,
    async close() {
      await queue.close()
      await deps.pool.close()
      await reading?.reader.close()
      await store.close()
    },
  }
}

async function readingOf({ reader }: ServiceConfig): Promise<SecondReader | null> {
  if (reader === null) return null
  const { config, ...terms } = reader
  return {
    ...terms,
    reader: await openReader(config),
    tokensOfEvent: config.limits.tokens,
    ...(config.test === null ? {} : { test: config.test.words }),
  }
}
