/**
 * BullMQ's own ways while its server is away, and with processors in TypeScript, without any code of ours: why our
 * producer and `close` are set up as they are (bullmq-behaviour.test.ts), and why processors would have to be compiled.
 */
import path from 'node:path'
import { Queue, Worker, type Processor, type WorkerOptions } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort, redisKind, startRedis, type Server } from '../support/services.js'

const soon = { timeout: 20_000, interval: 20 }
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

let server: Server
let serial = 0
const closing: (() => Promise<unknown>)[] = []
const prefix = `away-${process.pid}`

function queue(name: string): Queue {
  const made = new Queue(name, { connection: { url: server.url }, prefix })
  made.on('error', () => undefined)
  closing.push(() => made.close())
  return made
}
function work(name: string, processor: Processor | string, options: Partial<WorkerOptions> = {}): Worker {
  const worker = new Worker(name, processor, { connection: { url: server.url }, prefix, ...options })
  worker.on('error', () => undefined)
  // One that began to close while its server was away may never end: that is what is shown here.
  closing.push(() => Promise.race([worker.close(true), pause(500)]))
  return worker
}
const settled = (task: Promise<unknown>): (() => boolean) => {
  let done = false
  const end = (): void => {
    done = true
  }
  task.then(end, end)
  return () => done
}

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe.each([redisKind])('%s away', (kind) => {
  beforeAll(async () => {
    server = await startRedis(kind)
  })
  afterAll(async () => {
    await server.stop()
  })

  test('add, and the close of a worker with a job, hang; a producer that is told not to wait fails at once', async () => {
    const jobs = queue('wait')
    let release = (): void => undefined
    const worker = work('busy', () => new Promise<void>((resolve) => (release = resolve)))
    const busy = queue('busy')
    await busy.add('x', {}, { jobId: 'running' })
    await expect.poll(() => busy.getJobState('running'), soon).toBe('active')
    const producer = new Redis(server.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      retryStrategy: () => 100,
    })
    producer.on('error', () => undefined)
    await new Promise((resolve) => producer.once('ready', resolve))
    const impatient = new Queue('hurry', { connection: producer, prefix, skipWaitingForReady: true })
    impatient.on('error', () => undefined)
    closing.push(async () => {
      await impatient.close()
      producer.disconnect()
    })
    await Promise.all([jobs.waitUntilReady(), impatient.waitUntilReady()])

    await server.down()
    release()
    const adding = jobs.add('x', {}, { jobId: 'late' })
    const [added, closed] = [settled(adding), settled(worker.close())]
    const started = performance.now()
    await expect(impatient.add('x', {})).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(5_000)
    await pause(1_500)
    expect([added(), closed()]).toEqual([false, false])

    await server.up()
    await adding
    expect(await jobs.getJobState('late')).toBe('waiting')
  })

  test('killed in the middle and started again, with its log written, it has lost no job and run none twice', async () => {
    const jobs = queue('kill')
    const runs = new Map<string, number>()
    const count = 60
    await jobs.addBulk(
      Array.from({ length: count }, (_, n) => ({ name: 'x', data: {}, opts: { jobId: `j${n}` } })),
    )
    const run: Processor = async ({ id = '' }) => {
      runs.set(id, (runs.get(id) ?? 0) + 1)
      await pause(10)
    }
    work('kill', run, { concurrency: 2, lockDuration: 8_000, stalledInterval: 1_000 })
    await expect.poll(() => runs.size, soon).toBeGreaterThan(5)
    await server.restart()
    expect(runs.size).toBeLessThan(count)
    await expect.poll(() => jobs.getCompletedCount(), soon).toBe(count)
    expect([...runs.values()]).toEqual(Array<number>(count).fill(1))
  })

  test('without a listener, ioredis prints each failed connection', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const nowhere = new Redis(await freePort(), { retryStrategy: () => null })
    await expect.poll(() => print.mock.calls.flat().join(' '), soon).toContain('Unhandled error event')
    nowhere.disconnect()
    print.mockRestore()
  })
})

describe('a processor in TypeScript', () => {
  beforeAll(async () => {
    server = await startRedis(redisKind)
  })
  afterAll(async () => {
    await server.stop()
  })

  const file = path.join(import.meta.dirname, 'typed.ts')
  const loader = ['--import', 'tsx']
  async function outcome(options: Partial<WorkerOptions>): Promise<string> {
    const name = `typed-${serial++}`
    const jobs = queue(name)
    work(name, file, options)
    await jobs.add('x', {}, { jobId: 'x1' })
    await expect.poll(() => jobs.getJobState('x1'), soon).toMatch(/completed|failed/u)
    const job = await jobs.getJob('x1')
    return String(job?.failedReason ?? job?.returnvalue)
  }

  test('runs with a loader in a process of its own; without one, or in a thread, only on a Node that reads TypeScript', async () => {
    expect(await outcome({ workerForkOptions: { execArgv: loader } })).toBe('typed x')
    const others = [
      await outcome({ workerForkOptions: { execArgv: [] } }),
      await outcome({ useWorkerThreads: true, workerThreadsOptions: { execArgv: loader } }),
    ]
    const strips = 'typescript' in process.features && Boolean(process.features.typescript)
    for (const other of others) expect(other).toContain(strips ? 'typed x' : 'Unknown file extension ".ts"')
  })
})
