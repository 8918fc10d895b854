/** The queue on Redis or Valkey through BullMQ, for any number of processes: a comparison is a flow, and a failed child never holds its parent up. */
import {
  DelayedError,
  FlowProducer,
  Queue,
  UnrecoverableError,
  Worker,
  type FlowJob,
  type Job,
  type JobsOptions,
  type RedisOptions,
} from 'bullmq'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { jobSchemas, queueNames, type QueueName } from '../model/job.js'
import {
  ofQueues,
  RunLater,
  turnOf,
  type EventQueue,
  type Flow,
  type Handlers,
  type JobContext,
  type QueueDepth,
} from '../ports/queue.js'
import { itemAt } from '../text/item-at.js'
import { periodically, within } from '../text/periodic.js'
import type { Retry } from './memory-queue.js'

export type BullmqOptions = {
  readonly url: string
  /** Prefix of all keys, so that several installations can share one server. */
  readonly prefix: string
  readonly retry: Retry
  /** How long a worker may be silent before its job is given to another, and how often that is looked at. */
  readonly lockMs: number
  readonly stalledMs: number
  readonly onError: (error: Error) => void
}

/** Jobs that ended are kept this long, for the dashboard and so that a repeated `add` stays one flow. */
const keptSeconds = { completed: 3_600, failed: 7 * 24 * 3_600 }
/** BullMQ counts every lock that ran out, whoever's fault it was. What takes workers down is told by jobs/presence.ts: here no loss is one too many. */
export const maxStalledCount = 1_000_000_000
const closeMs = 3_000
const roundName = 'round'
const roundOptions = { removeOnComplete: { count: 100 }, removeOnFail: { count: 100 } }

const finalJobStates = new Set(['completed', 'failed', 'unknown'])

/** Waits for the server, for as long as it takes (`onError` hears of every try), and opens the queues. */
export async function bullmqQueue(
  options: BullmqOptions,
): Promise<EventQueue & { readonly queues: readonly Queue[] }> {
  // A producer must not hang while Redis is away: it fails at once, and the store keeps the submission.
  const producer = new Redis(options.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (tries) => Math.min(1_000, tries * 100),
  })
  producer.on('error', options.onError)
  await new Promise((resolve) => producer.once('ready', resolve))
  const shared = { connection: producer, prefix: options.prefix, skipWaitingForReady: true }
  const queues = ofQueues((name) => new Queue(queueKey(name), shared))
  const watch = new Queue(queueKey('watch'), shared)
  const flows = new FlowProducer(shared)
  const all = [...Object.values(queues), watch]
  for (const queue of all) queue.on('error', options.onError)
  flows.on('error', options.onError)

  const jobOptions = (id: string): JobsOptions => ({
    jobId: id,
    attempts: options.retry.tries,
    backoff: { type: 'exponential', delay: options.retry.firstDelayMs, jitter: 0.5 },
    removeOnComplete: { age: keptSeconds.completed },
    removeOnFail: { age: keptSeconds.failed },
  })
  /** BullMQ puts a parent whose children have ended in front of all others, but for one with a priority. */
  const inTurn = (id: string, position = 0): JobsOptions => ({
    ...jobOptions(id),
    priority: turnOf(position),
  })

  function flowOf({ comparison, round, positions }: Flow): FlowJob {
    const id = flowId(comparison, round)
    return {
      name: 'compare',
      queueName: queueKey('compare'),
      data: { version: 1, comparison, round },
      opts: inTurn(id),
      children: positions.map((position) => {
        const data = { version: 1, comparison, round, position }
        const child = { ...inTurn(`${id}-${position}`, position), ignoreDependencyOnFailure: true }
        return {
          name: 'read',
          queueName: queueKey('read'),
          data,
          opts: child,
          children: [{ name: 'fetch', queueName: queueKey('fetch'), data, opts: child }],
        }
      }),
    }
  }

  async function depthOf(name: QueueName): Promise<QueueDepth> {
    const counts = await queues[name].getJobCounts()
    const count = (state: string): number => counts[state] ?? 0
    return {
      waiting: count('waiting') + count('delayed') + count('prioritized') + count('waiting-children'),
      active: count('active'),
      failed: count('failed'),
    }
  }

  return {
    queues: all,

    async add(flow) {
      await flows.add(flowOf(flow))
      if (flow.positions.length === 0) return
      const { comparison, round, deadlineAt } = flow
      await queues.compare.add(
        'compare',
        { version: 1, comparison, round },
        {
          ...jobOptions(`${flowId(comparison, round)}-deadline`),
          delay: Math.max(0, deadlineAt - Date.now()),
        },
      )
    },

    async holds(comparison, round) {
      const state = await queues.compare.getJobState(flowId(comparison, round))
      return !finalJobStates.has(state)
    },

    async addReading(comparison) {
      await queues.reader.add(
        'reader',
        { version: 1, comparison, round: 1 },
        // Ids go with the job: one that failed may be asked for again.
        { ...jobOptions(`${comparison}-reader`), removeOnComplete: true, removeOnFail: true },
      )
    },

    async holdsReading(comparison) {
      return !finalJobStates.has(await queues.reader.getJobState(`${comparison}-reader`))
    },

    async depth() {
      const depths = await Promise.all(queueNames.map(depthOf))
      return ofQueues((name) => itemAt(depths, queueNames.indexOf(name)))
    },

    work(handlers, names, concurrency) {
      const stop = new AbortController()
      const workers = queueNames
        .filter((name) => names.includes(name))
        .map((name) =>
          startWorker(
            name,
            async (job, token) => {
              await process(name, handlers[name], job, token, stop.signal)
              // Once compared, nothing waits for the deadline.
              if (name === 'compare') await queues.compare.remove(`${job.id ?? ''}-deadline`)
            },
            concurrency,
            options,
          ),
        )
      return { close: (graceMilliseconds) => closeWorkers(workers, graceMilliseconds, stop) }
    },

    rounds(everyMs, round, onTrouble) {
      const worker = startWorker('watch', () => round().catch(onTrouble), 1, options)
      // Again after a server that forgot all; one that has it keeps its times.
      const scheduled = periodically(
        everyMs,
        async () => {
          if ((await watch.getJobScheduler(roundName)) !== undefined) return
          await watch.setGlobalConcurrency(1)
          await watch.upsertJobScheduler(roundName, { every: everyMs }, { opts: roundOptions })
        },
        onTrouble,
      )
      return {
        async close(graceMilliseconds) {
          await Promise.all([
            scheduled.close(),
            closeWorkers([worker], graceMilliseconds, new AbortController()),
          ])
        },
      }
    },

    async ping() {
      await producer.ping()
    },

    async close() {
      const closing = [flows, ...all].map((one) => one.close())
      await within(closeMs, Promise.allSettled(closing))
      producer.disconnect()
    },
  }
}

async function closeWorkers(
  workers: readonly Worker[],
  graceMilliseconds: number,
  stop: AbortController,
): Promise<void> {
  // close() waits for Redis, which may be away: the timer goes on without it.
  const inTime = await within(graceMilliseconds, Promise.all(workers.map((worker) => worker.close())))
  stop.abort()
  if (!inTime) await within(closeMs, Promise.allSettled(workers.map((worker) => worker.close(true))))
}

function startWorker(
  name: QueueName | 'watch',
  work: (job: Job, token?: string) => Promise<void>,
  concurrency: number,
  options: BullmqOptions,
): Worker {
  const connection: RedisOptions & { url: string } = { url: options.url, maxRetriesPerRequest: null }
  const worker = new Worker(queueKey(name), work, {
    connection,
    prefix: options.prefix,
    concurrency,
    lockDuration: options.lockMs,
    stalledInterval: options.stalledMs,
    maxStalledCount,
  })
  worker.on('error', options.onError)
  return worker
}

async function process<Name extends QueueName>(
  name: Name,
  handler: Handlers[Name],
  job: Job,
  token: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const context: JobContext = { lastTry: job.attemptsMade + 1 >= (job.opts.attempts ?? 1), signal }
  try {
    const parsed = jobSchemas[name].safeParse(job.data)
    if (!parsed.success && Newer.safeParse(job.data).success) throw new RunLater(newerPauseMs)
    if (!parsed.success) throw new UnrecoverableError(`malformed ${name} job: ${parsed.error.message}`)
    await handler(parsed.data, context)
  } catch (error) {
    if (!(error instanceof RunLater)) throw error
    await job.moveToDelayed(Date.now() + error.milliseconds, token)
    throw new DelayedError()
  }
}

/** A job of a newer version is left for a newer worker, which will come by while the upgrade is rolled out. */
const Newer = z.object({ version: z.number().gt(1) })
const newerPauseMs = 5_000

function queueKey(name: QueueName | 'watch'): string {
  return `synoptic-${name}`
}

function flowId(comparison: string, round: number): string {
  return `${comparison}-r${round}`
}
