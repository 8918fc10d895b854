/** From the configuration to Deps: the only file that chooses adapters. */
import type { Hono } from 'hono'
import { chromiumPaper } from './adapters/chromium.js'
import { localDisk, fileFetcher, storeFetcher, streamFetcher } from './adapters/file-fetcher.js'
import { processPool } from './pool/process-pool.js'
import { readConfig, type Config } from './config.js'
import type { Deps } from './pool/pooled.js'
import type { Fetcher, Notifier, Poller } from './ports/fetcher.js'
import type { Reader } from './ports/reader.js'
import type { EventQueue } from './ports/queue.js'
import type { Store } from './ports/store.js'
import type { ReaderConfig } from './reader-config.js'
import type { ServiceConfig } from './service-config.js'
import { readWeightsFrom } from './text/data-file.js'
import { version } from './generator.js'

export { storeFetcher }

export type PoolManners = {
  /** The pool's processes leave SIGINT and SIGTERM to the program, which lets them end their work. */
  readonly deaf?: boolean
  /** All of the pool's processes are started as soon as there is work for them: for programs that have much of it. */
  readonly eager?: boolean
}

/** Jobs that wait for each running process before another is started for a command that has little to do. */
const waitingPerProcess = 4

/** For a test that puts a pool of its own in place. */
export const pools = { start: processPool }

export function wire(
  config: Config = readConfig(process.env),
  now: () => Date = () => new Date(),
  { deaf = false, eager = false }: PoolManners = {},
): Deps & { readonly poller: Poller } {
  readWeightsFrom(config.weightsFolder)
  const { contact, ...limits } = config.fetch
  const web = onFirstUse(async () => {
    const { httpFetcher } = await import('./adapters/http/http-fetcher.js')
    return httpFetcher({ ...limits, userAgent: userAgent(contact) }, now)
  })
  return {
    disk: localDisk(),
    poller: web,
    fetchers: { url: web, file: fileFetcher(limits), stdin: streamFetcher(process.stdin, limits) },
    paper: chromiumPaper(config.chromium),
    pool: pools.start({
      ...config.pool,
      weightsFolder: config.weightsFolder,
      deaf,
      waitingPerProcess: eager ? 0 : waitingPerProcess,
      entry: poolEntry(),
    }),
  }
}

/** Loads an adapter when it is needed: the HTTP client costs 0.1 s and 20 MB that saved pages need not pay. */
function onFirstUse(load: () => Promise<Fetcher & Poller>): Fetcher & Poller {
  let loading: Promise<Fetcher & Poller> | null = null
  const loaded = (): Promise<Fetcher & Poller> => (loading ??= load())
  return {
    fetch: async (location) => (await loaded()).fetch(location),
    poll: async (address, asking) => (await loaded()).poll(address, asking),
  }
}

/** Says openly what asks; sites that want to refuse it can. */
function userAgent(contact: string | null): string {
  return `synoptic/${version} (compares news reports of one event${contact === null ? '' : `; ${contact}`})`
}

type OnError = (error: Error) => void

// What only the service needs is loaded when it is opened, so that a comparison on the command line starts fast.

/** PostgreSQL where a URL is given, else SQLite in the data folder. */
export async function openStore(
  service: Pick<ServiceConfig, 'databaseUrl' | 'dataFolder'>,
  onError: OnError,
  exclusive = true,
): Promise<Store> {
  if (service.databaseUrl === null) {
    const { sqliteStore } = await import('./adapters/sql/sqlite.js')
    return sqliteStore(service.dataFolder, exclusive)
  }
  const { postgresStore } = await import('./adapters/sql/postgres.js')
  return postgresStore(service.databaseUrl, onError)
}

/** Redis where a URL is given, else in this process. */
export async function openQueue(
  service: ServiceConfig,
  now: () => number,
  random: () => number,
  onError: OnError,
): Promise<EventQueue> {
  const { redisUrl, queuePrefix, retry, lockMs } = service
  if (redisUrl === null) {
    const { memoryQueue } = await import('./adapters/memory-queue.js')
    return memoryQueue(retry, now, random)
  }
  const { bullmqQueue } = await import('./adapters/bullmq-queue.js')
  return await bullmqQueue({ url: redisUrl, prefix: queuePrefix, retry, lockMs, stalledMs: lockMs, onError })
}

export async function openNotifier(config: Config): Promise<Notifier> {
  const { webhookNotifier } = await import('./adapters/http/webhook-notifier.js')
  const { allowPrivate, contact } = config.fetch
  return webhookNotifier({ allowPrivate, timeoutMs: webhookMs, userAgent: userAgent(contact) })
}

export async function openReader({ url, key, limits }: ReaderConfig): Promise<Reader> {
  const [{ modelServer }, { modelReader }] = await Promise.all([
    import('./adapters/http/model-server.js'),
    import('./reader/read.js'),
  ])
  const options = { url, key, timeoutMs: limits.timeMs, maxBytes: answerBytes, userAgent: userAgent(null) }
  return modelReader(modelServer(options), limits)
}

/** Of a model's answer: a hundred times what is asked for. */
const answerBytes = 2_000_000

/** Milliseconds for a receiver to answer: it should take the message and work on it later. */
const webhookMs = 10_000

/** The queue's dashboard, or null for a queue that has none. */
export async function openDashboard(queue: EventQueue, path: string): Promise<Hono | null> {
  if (!('queues' in queue)) return null
  const [{ queueDashboard }, { Queue }] = await Promise.all([
    import('./adapters/queue-dashboard.js'),
    import('bullmq'),
  ])
  const queues: unknown = queue.queues
  if (!Array.isArray(queues)) return null
  return queueDashboard(
    queues.filter((item) => item instanceof Queue),
    path,
  )
}

/** The built entry of the pool's processes, also when this file runs uncompiled: they run JavaScript. */
function poolEntry(): URL {
  const folder = import.meta.url.endsWith('.ts') ? '../dist/src/' : './'
  return new URL(`${folder}start-pool.js`, import.meta.url)
}
