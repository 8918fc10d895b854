/**
 * A distributed service of a test's own: its own database and its own keys in Redis, workers in this process or in
 * processes of the built program, and a record of what the handlers told. `close()` ends all that it started.
 */
import type { ChildProcess } from 'node:child_process'
import { startWorking } from '../../src/jobs/work.js'
import type { JobNotice } from '../../src/jobs/deps.js'
import { queueNames, type QueueName } from '../../src/model/job.js'
import { isFinal } from '../../src/model/submission.js'
import type { Service } from '../../src/open-service.js'
import type { Pool } from '../../src/ports/pool.js'
import { ended, openTestService, startEntryFile, startWorker, type Environment } from './service.js'
import { databaseOn, sql, type Server } from './services.js'

export type System = {
  readonly environment: Environment
  readonly service: Service
  readonly notices: readonly JobNotice[]
  /** Ids whose report was written, once for each time. */
  finished(): string[]
  allEnded(): Promise<boolean>
  /** A worker in this process, on connections of its own; ends with the system. */
  work(queues?: readonly QueueName[]): Promise<void>
  /** A worker process. */
  spawn(options?: readonly string[]): ChildProcess
  /** A process of an entry file of workers/. */
  run(entryFile: string, settings?: Environment): ChildProcess
  close(): Promise<void>
}

let serial = 0

export async function openSystem(
  redis: Server,
  postgres: Server,
  settings: Environment = {},
  /** Does the reading and comparing of all workers in this process; else each has processes of its own, with the settings. */
  pool: Pool | null = null,
): Promise<System> {
  const name = `system_${process.pid}_${serial++}`
  await sql(
    postgres.url,
    `create database ${name}${postgres.template ? ` template ${postgres.template}` : ''}`,
  )
  const environment: Environment = {
    REDIS_URL: redis.url,
    DATABASE_URL: databaseOn(postgres.url, name),
    SYNOPTIC_QUEUE_PREFIX: name,
    SYNOPTIC_LOCK: '1.5',
    SYNOPTIC_RETRY_DELAY: '0.05',
    SYNOPTIC_ALLOW_PRIVATE: 'true',
    SYNOPTIC_HOST_DELAY: '0',
    ...settings,
  }
  const notices: JobNotice[] = []
  const service = await openTestService(environment, notices)
  const closing: (() => Promise<unknown>)[] = [() => service.close()]

  const owned = (child: ChildProcess): ChildProcess => {
    // What is not read fills the pipe and stops the process.
    child.stderr?.resume()
    closing.push(() => {
      child.kill('SIGKILL')
      return ended(child)
    })
    return child
  }

  return {
    environment,
    service,
    notices,
    finished: () =>
      notices.flatMap((notice) => (notice.kind === 'finished' ? [notice.comparison] : [])).toSorted(),
    async allEnded() {
      const { items } = await service.store.list({ limit: 1_000, after: null })
      return items.every(({ state }) => isFinal(state))
    },
    async work(queues = queueNames) {
      const own = await openTestService(environment, notices)
      const options = { queues, concurrency: 2, reconcileMs: 500, onTrouble: () => undefined }
      const work = startWorking({ ...own, pool: pool ?? own.pool }, options)
      closing.push(async () => {
        await work.close(1_000)
        await own.close()
      })
    },
    spawn: (options = []) => owned(startWorker(environment, options)),
    run: (entryFile, own = {}) => owned(startEntryFile(entryFile, { ...environment, ...own })),
    async close() {
      for (const close of closing.toReversed()) await close()
      await sql(postgres.url, `drop database ${name} with (force)`)
    },
  }
}
