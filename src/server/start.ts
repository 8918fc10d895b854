/** Starting the service: the app listening, workers, webhooks and retention, and how it all stops in order. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { deliverDue, deliverWatched, type DeliverLimits, retain } from '../jobs/deliver.js'
import { periodically, within } from '../text/periodic.js'
import { startWorking } from '../jobs/work.js'
import { queueNames } from '../model/job.js'
import type { Notifier } from '../ports/fetcher.js'
import { createApp } from './app.js'
import type { ServerDeps } from './deps.js'
import type { App } from './route.js'

export type StartOptions = Omit<ServerDeps, 'newId' | 'stopping'> & {
  readonly host: string
  readonly port: number
  readonly notifier: Notifier
  readonly webhookSecret: string
  /** Hears of comparisons of watched stories, or null. */
  readonly watchWebhook: string | null
  readonly deliver: DeliverLimits
  /** Jobs at once in each queue; 0 leaves the work to other processes. */
  readonly concurrency: number
}

const reconcileMs = 15_000
const deliverMs = 1_000
const watchedMs = 60_000
const retainMs = 600_000
/** Beside the time to end: a webhook under way is given up then, and its lease lets another process send it. */
const upkeepMs = 3_000

export async function start(options: StartOptions) {
  const stop = new AbortController()
  const newId = (): string => randomBytes(10).toString('hex')
  const app = createApp({ ...options, newId, stopping: stop.signal })
  const listening = await listen(app, options.host, options.port)
  const trouble = (what: string) => (error: Error) => {
    options.log('warning', `${what}-failed`, { message: error.message })
  }
  const working =
    options.concurrency === 0
      ? null
      : startWorking(options, {
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
    /** Accepts no more, ends streams, lets requests and jobs end within the time; gives nothing back that it was given. */
    async close(graceMilliseconds: number): Promise<void> {
      stop.abort()
      await Promise.all([
        listening.close(graceMilliseconds),
        working?.close(graceMilliseconds),
        ...upkeep.map((task) => within(graceMilliseconds + upkeepMs, task.close())),
      ])
    },
  }
}

function deliveries(options: StartOptions) {
  const { log } = options
  return {
    ...options,
    secret: options.webhookSecret,
    limits: options.deliver,
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

async function tellWatched(options: StartOptions): Promise<void> {
  const { store, now, notifier, webhookSecret: secret, watchWebhook, log } = options
  const [lease, holder] = ['webhooks of watching', randomBytes(10).toString('hex')]
  if (watchWebhook === null || !(await store.lease(lease, holder, now(), now() + 2 * watchedMs))) return
  try {
    const given = { watching: store.watching, notifier, secret, now }
    for (const message of await deliverWatched(watchWebhook, given))
      log('warning', 'webhook-failed', { message })
  } finally {
    await store.release(lease, holder)
  }
}

async function clean({ settings, store, now, log }: StartOptions): Promise<void> {
  const expired = await retain(settings.retention, store, now())
  if (Object.values(expired).some((count) => count > 0)) log('info', 'expired', expired)
}

/** Milliseconds: an upload over a slow line fits, a dripping one does not hold a place for ever. */
const patience = {
  requestTimeout: 120_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 5_000,
  /** Between two looks for requests that are over their time. */
  connectionsCheckingInterval: 5_000,
}

export async function listen(app: App, host: string, port: number, timeouts = patience) {
  const serverOptions = { ...timeouts, maxHeaderSize: 16_384 }
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server
  server.listen(port, host)
  await once(server, 'listening')
  return {
    /** `http://127.0.0.1:8080`, without a slash at the end. */
    url: addressOf(server.address()),
    /** Accepts no more, lets running requests end within the time, then cuts them off. */
    async close(graceMilliseconds: number): Promise<void> {
      const closed = once(server, 'close')
      server.close()
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
