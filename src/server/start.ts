/** Starting the service: the app listening, workers, webhooks and retention, and how it all stops in order. */
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { deliverDue, deliverWatched, type DeliverLimits, retain, type Retention } from '../jobs/deliver.js'
import type { JobDeps } from '../jobs/deps.js'
import { periodically, within } from '../text/periodic.js'
import { startWorking } from '../jobs/work.js'
import { queueNames } from '../model/job.js'
import type { Notifier } from '../ports/fetcher.js'
import { createApp } from './app.js'
import type { Dashboard, ServerSettings } from './deps.js'
import type { Log, Metrics } from './metrics.js'
import type { App } from './route.js'

export type StartOptions = {
  readonly host: string
  readonly port: number
  readonly settings: ServerSettings
  readonly deps: JobDeps
  readonly notifier: Notifier
  readonly webhookSecret: string
  /** Hears of comparisons of watched stories, or null. */
  readonly watchWebhook: string | null
  readonly deliver: DeliverLimits
  readonly retention: Retention
  readonly dashboard: Dashboard | null
  readonly metrics: Metrics
  readonly log: Log
  /** Jobs at once in each queue; 0 leaves the work to other processes. */
  readonly concurrency: number
}

export type Started = {
  readonly url: string
  /** Accepts no more, ends streams, lets requests and jobs end within the time; gives nothing back that it was given. */
  close(graceMilliseconds: number): Promise<void>
}

const reconcileMs = 15_000
const deliverMs = 1_000
const watchedMs = 60_000
const retainMs = 600_000
/** Beside the time to end: a webhook under way is given up then, and its lease lets another process send it. */
const upkeepMs = 3_000

export async function start(options: StartOptions): Promise<Started> {
  const { deps, log } = options
  const stop = new AbortController()
  const app = createApp({
    ...deps,
    settings: options.settings,
    metrics: options.metrics,
    log,
    newId: () => randomBytes(10).toString('hex'),
    stopping: stop.signal,
    dashboard: options.dashboard,
  })
  const listening = await listen(app, options.host, options.port)
  const trouble = (what: string) => (error: Error) => {
    log('warning', `${what}-failed`, { message: error.message })
  }
  const working =
    options.concurrency === 0
      ? null
      : startWorking(deps, {
          queues: queueNames,
          concurrency: options.concurrency,
          reconcileMs,
          onTrouble: trouble('reconcile'),
        })
  const upkeep = [
    periodically(deliverMs, () => deliverDue(deliveries(options)), trouble('webhooks')),
    periodically(watchedMs, () => tellWatched(options), trouble('webhooks')),
    periodically(retainMs, () => clean(options), trouble('retention')),
  ]
  return {
    url: listening.url,
    async close(graceMilliseconds) {
      stop.abort()
      await Promise.all([
        listening.close(graceMilliseconds),
        working?.close(graceMilliseconds),
        ...upkeep.map((task) => within(graceMilliseconds + upkeepMs, task.close())),
      ])
    },
  }
}

function deliveries({ deps, notifier, webhookSecret, deliver, log }: StartOptions) {
  const { store, now, random } = deps
  return {
    store,
    now,
    random,
    notifier,
    secret: webhookSecret,
    limits: deliver,
    told: (delivery: { comparison: string; attempts: number }, outcome: string, message: string): void => {
      const { comparison, attempts } = delivery
      log(outcome === 'delivered' ? 'info' : 'warning', `webhook-${outcome}`, {
        comparison,
        attempts,
        ...(message === '' ? {} : { message }),
      })
    },
  }
}

async function tellWatched({
  deps,
  notifier,
  webhookSecret,
  watchWebhook,
  log,
}: StartOptions): Promise<void> {
  const { store, now } = deps
  const [lease, holder] = ['webhooks of watching', randomBytes(10).toString('hex')]
  if (watchWebhook === null || !(await store.lease(lease, holder, now(), now() + 2 * watchedMs))) return
  try {
    const given = { watching: store.watching, notifier, secret: webhookSecret, now }
    for (const message of await deliverWatched(watchWebhook, given))
      log('warning', 'webhook-failed', { message })
  } finally {
    await store.release(lease, holder)
  }
}

async function clean({ deps, retention, log }: StartOptions): Promise<void> {
  const expired = await retain(retention, deps.store, deps.now())
  if (Object.values(expired).some((count) => count > 0)) log('info', 'expired', expired)
}

export type Listening = {
  /** `http://127.0.0.1:8080`, without a slash at the end. */
  readonly url: string
  /** Accepts no more, lets running requests end within the time, then cuts them off. */
  close(graceMilliseconds: number): Promise<void>
}

/** Milliseconds. */
export type Patience = {
  /** For a request to arrive whole: an upload over a slow line fits, a dripping one does not hold a place for ever. */
  readonly requestMs: number
  readonly headersMs: number
  readonly keepAliveMs: number
  /** Between two looks for requests that are over their time. */
  readonly lookMs: number
}

const patience: Patience = { requestMs: 120_000, headersMs: 20_000, keepAliveMs: 5_000, lookMs: 5_000 }

export async function listen(
  app: App,
  host: string,
  port: number,
  { requestMs, headersMs, keepAliveMs, lookMs }: Patience = patience,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      requestTimeout: requestMs,
      headersTimeout: headersMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: lookMs,
      maxHeaderSize: 16_384,
    },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    url: addressOf(server.address()),
    async close(graceMilliseconds) {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
      server.closeIdleConnections()
      const timer = setTimeout(() => {
        server.closeAllConnections()
      }, graceMilliseconds)
      await closed
      clearTimeout(timer)
    },
  }
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
