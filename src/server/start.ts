/**
 * Starting the service: the app listening, workers, webhooks and retention, and how it all stops in order.
 *
 * In: an opened service and its settings. Out: the address, and a `close` that ends within its limit.
 * Never: handles signals or exits; that is the command's.
 */
import { randomBytes } from 'node:crypto'
import { deliverDue, type DeliverLimits } from '../jobs/deliver.js'
import type { JobDeps } from '../jobs/deps.js'
import { periodically } from '../jobs/periodic.js'
import { retain, type Retention } from '../jobs/retain.js'
import { within } from '../jobs/periodic.js'
import { startWorking } from '../jobs/work.js'
import { queueNames } from '../model/job.js'
import type { Notifier } from '../ports/notifier.js'
import { createApp } from './app.js'
import type { Dashboard, ServerSettings } from './deps.js'
import { listen } from './listen.js'
import type { Log } from './log.js'
import type { Metrics } from './metrics.js'

export type StartOptions = {
  readonly host: string
  readonly port: number
  readonly settings: ServerSettings
  readonly deps: JobDeps
  readonly notifier: Notifier
  readonly webhookSecret: string
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

async function clean({ deps, retention, log }: StartOptions): Promise<void> {
  const expired = await retain(retention, deps.store, deps.now())
  if (Object.values(expired).some((count) => count > 0)) log('info', 'expired', expired)
}
