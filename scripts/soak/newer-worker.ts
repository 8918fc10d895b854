/**
 * A worker of a next version beside those of this one, as during an upgrade: it knows payload version 2, which this
 * program's own workers leave alone.
 */
import { DelayedError, Queue, UnrecoverableError, Worker } from 'bullmq'
import { maxStalledCount } from '../../src/adapters/bullmq-queue.js'
import { handlers } from '../../src/jobs/handlers.js'
import { jobSchemas, queueNames, type QueueName } from '../../src/model/job.js'
import { RunLater } from '../../src/ports/queue.js'
import { uncharged } from '../../tests/support/service.js'
import type { System } from '../../tests/support/system.js'

const bull = (system: System) => ({
  connection: { url: system.environment['REDIS_URL'] ?? '', maxRetriesPerRequest: null },
  prefix: system.environment['SYNOPTIC_QUEUE_PREFIX'] ?? '',
})

/** Turns the waiting jobs of these comparisons into jobs of version 2; how many. */
export async function raiseVersion(ids: readonly string[], system: System): Promise<number> {
  let raised = 0
  for (const name of queueNames) {
    const queue = new Queue(`synoptic-${name}`, bull(system))
    for (const id of ids)
      for (const position of ['', '-0', '-1', '-2', '-3']) {
        const job = await queue.getJob(`${id}-r1${position}`)
        if (!job) continue
        await job.updateData({ ...(job.data as object), version: 2 })
        raised++
      }
    await queue.close()
  }
  return raised
}

export function newerWorker(system: System): { close(): Promise<void> } {
  const workers = queueNames.map((name) => {
    const worker = new Worker(
      `synoptic-${name}`,
      async (job, token) => {
        try {
          const data = { ...(job.data as object), version: 1 }
          await run(name, data, job.attemptsMade + 1 >= (job.opts.attempts ?? 1), system)
        } catch (error) {
          if (!(error instanceof RunLater)) throw error
          await job.moveToDelayed(Date.now() + error.milliseconds, token)
          throw new DelayedError()
        }
      },
      {
        ...bull(system),
        maxStalledCount,
        lockDuration: 5_000,
        stalledInterval: 5_000,
      },
    )
    worker.on('error', () => undefined)
    return worker
  })
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

function run(name: QueueName, data: unknown, lastTry: boolean, { service }: System): Promise<void> {
  const context = { lastTry, signal: new AbortController().signal }
  const own = handlers(service, uncharged)
  switch (name) {
    case 'fetch':
      return own.fetch(jobSchemas.fetch.parse(data), context)
    case 'read':
      return own.read(jobSchemas.read.parse(data), context)
    case 'compare':
      return own.compare(jobSchemas.compare.parse(data), context)
    default:
      throw new UnrecoverableError(`no queue ${String(name)}`)
  }
}
