/**
 * What the queue relies on in BullMQ and Redis, each pinned: an upgrade that changes one of these fails here, and not
 * in a newsroom. (RunLater, retries and drain are in queue.test.ts, over every adapter.)
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FlowProducer, Queue, Worker, type JobsOptions } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { bullmqQueue, maxStalledCount } from '../../src/adapters/bullmq-queue.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { reconcile, submit } from '../../src/jobs/submit.js'
import type { QueueName } from '../../src/model/job.js'
import { RunLater, type EventQueue, type Handlers, type QueueWorker } from '../../src/ports/queue.js'
import type { NewSubmission, Store } from '../../src/ports/store.js'
import { redisKind, startRedis, type Server } from '../support/services.js'

type OurQueue = EventQueue & { readonly queues: readonly Queue[] }

const retry = { tries: 2, firstDelayMs: 20 }
const short = { lockMs: 600, stalledMs: 300 }
/** For what may not stall: no pause of this process, in which nothing renews a lock, is so long. */
const steady = { lockMs: 3_000, stalledMs: 1_000 }
/** Servers go away on purpose here; what must still work is asserted. */
const onError = (): void => undefined
let server: Server
let serial = 0
const closing: (() => Promise<unknown>)[] = []

const prefix = (): string => `behaviour-${process.pid}-${serial++}`
const connection = () => ({ url: server.url, maxRetriesPerRequest: null })

async function openQueue(name = prefix(), locks = short): Promise<OurQueue> {
  const queue = await bullmqQueue({ url: server.url, prefix: name, retry, ...locks, onError })
  closing.push(() => queue.close())
  return queue
}

function work(queue: EventQueue, own: Partial<Handlers>): QueueWorker {
  const nothing = (): Promise<void> => Promise.resolve()
  const worker = queue.work(
    { fetch: nothing, read: nothing, compare: nothing, reader: nothing, ...own },
    ['fetch', 'read', 'compare'],
    4,
  )
  closing.push(() => worker.close(0))
  return worker
}

/** A worker that takes jobs and never ends them, nor renews its locks: as good as killed with SIGKILL. */
function deadWorker(queue: string, name: string, onTaken: () => void): void {
  const hang = (): Promise<void> => {
    onTaken()
    return new Promise(() => undefined)
  }
  const options = { connection: connection(), prefix: name, concurrency: 10, lockDuration: short.lockMs }
  const worker = new Worker(queue, hang, { ...options, skipLockRenewal: true, skipStalledCheck: true })
  worker.on('error', onError)
  closing.push(() => worker.close(true))
}

/** Gives the jobs of lost workers to others, as each of our workers does, and takes none itself. */
async function watchStalled(queue: QueueName, name: string): Promise<void> {
  const watch = new Worker(`synoptic-${queue}`, null, {
    connection: connection(),
    prefix: name,
    stalledInterval: short.stalledMs,
    maxStalledCount,
  })
  watch.on('error', onError)
  await watch.startStalledCheckTimer()
  closing.push(() => watch.close(true))
}

const flow = (comparison: string, positions: number[]) => ({
  comparison,
  round: 1,
  positions,
  deadlineAt: Date.now() + 60_000,
})

async function openStore(): Promise<Store> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-behaviour-'))
  const store = await sqliteStore(folder)
  closing.push(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return store
}

const submission = (id: string): NewSubmission => ({
  id,
  title: null,
  sources: [{ name: 'x', kind: 'url', location: 'http://x.example/', outlet: null }],
  options: { zone: 'UTC', deadlineSeconds: 60 },
  callbackUrl: null,
  batch: null,
  idempotency: null,
})

function queueOf(queue: OurQueue, name: string): Queue {
  const found = queue.queues.find((item) => item.name === `synoptic-${name}`)
  if (!found) throw new Error(`no queue ${name}`)
  return found
}

describe.each([redisKind])('on %s', (kind) => {
  beforeAll(async () => {
    server = await startRedis(kind)
  })
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  afterAll(async () => {
    await server.stop()
  })

  describe('flows', () => {
    test('a child id that two parents share leaves the second waiting for ever', async () => {
      const name = prefix()
      const flows = new FlowProducer({ connection: connection(), prefix: name })
      const parents = new Queue('parent', { connection: connection(), prefix: name })
      closing.push(
        () => flows.close(),
        () => parents.close(),
      )
      const child = { name: 'child', queueName: 'child', opts: { jobId: 'shared' } satisfies JobsOptions }
      for (const jobId of ['one', 'two'])
        await flows.add({ name: 'parent', queueName: 'parent', opts: { jobId }, children: [child] })
      for (const queue of ['child', 'parent']) {
        const worker = new Worker(queue, () => Promise.resolve(), { connection: connection(), prefix: name })
        closing.push(() => worker.close(true))
      }
      await expect.poll(() => parents.getJobState('one'), { timeout: 20_000 }).toBe('completed')
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(await parents.getJobState('two')).toBe('waiting-children')
    })

    test('ours are unique per comparison, so the same source in two of them is no trouble', async () => {
      const queue = await openQueue()
      const compared: string[] = []
      work(queue, { compare: ({ comparison }) => Promise.resolve(void compared.push(comparison)) })
      await queue.add(flow('a', [0]))
      await queue.add(flow('b', [0]))
      await expect.poll(() => compared.toSorted(), { timeout: 20_000 }).toEqual(['a', 'b'])
    })

    test('a failed child lets the parent run, and the parent can be told why', async () => {
      const queue = await openQueue()
      let tries = 0
      let compared = 0
      work(queue, {
        read: () => {
          tries++
          return Promise.reject(new Error('no luck'))
        },
        compare: () => {
          compared++
          return Promise.resolve()
        },
      })
      await queue.add(flow('c', [0]))
      await expect.poll(() => compared, { timeout: 20_000 }).toBe(1)
      expect(tries).toBe(retry.tries)
      const parent = await queueOf(queue, 'compare').getJob('c-r1')
      const reasons: unknown = await parent?.getIgnoredChildrenFailures()
      expect(Object.values(reasons ?? {})).toEqual(['no luck'])
    })
  })

  describe('lost workers', () => {
    test('another worker takes the job up, and no try is counted', async () => {
      const name = prefix()
      const queue = await openQueue(name)
      let taken = 0
      deadWorker('synoptic-fetch', name, () => taken++)
      await queue.add(flow('d', [0]))
      await expect.poll(() => taken, { timeout: 20_000 }).toBe(1)
      await closing.pop()?.()

      const lastTries: boolean[] = []
      work(queue, { fetch: (_job, { lastTry }) => Promise.resolve(void lastTries.push(lastTry)) })
      await expect.poll(() => queue.holds('d', 1), { timeout: 10_000 }).toBe(false)
      expect(lastTries).toEqual([false])
      const job = await queueOf(queue, 'fetch').getJob('d-r1-0')
      expect(job).toMatchObject({ stalledCounter: 1 })
    })

    test.each(['fetch', 'read', 'compare'] as const)(
      'a %s is still done, however many workers were lost with it: what takes them down is told elsewhere',
      async (stage) => {
        const name = prefix()
        const queue = await openQueue(name)
        let taken = 0
        deadWorker(`synoptic-${stage}`, name, () => taken++)
        await watchStalled(stage, name)
        const others = (['fetch', 'read', 'compare'] as const).filter((other) => other !== stage)
        const done: string[] = []
        const end = (which: QueueName) => () => Promise.resolve(void done.push(which))
        const handlers = {
          fetch: end('fetch'),
          read: end('read'),
          compare: end('compare'),
          reader: end('reader'),
        }
        const beside = queue.work(handlers, others, 1)
        closing.splice(-2, 0, () => beside.close(0))
        await queue.add(flow('k', [0]))
        await expect.poll(() => taken, { timeout: 20_000 }).toBeGreaterThan(4)
        await closing.pop()?.()
        await closing.pop()?.()
        work(queue, handlers)
        await expect.poll(() => queue.holds('k', 1), { timeout: 10_000 }).toBe(false)
        expect(done).toEqual(['fetch', 'read', 'compare'])
      },
    )

    test('work that keeps its worker from renewing the lock runs twice, and has its effect once', async () => {
      const name = prefix()
      const queue = await openQueue(name)
      const store = await openStore()
      await store.create(submission('j'), 0)
      const effects: boolean[] = []
      const finish = async (): Promise<void> => {
        effects.push(await store.finish('j', { state: 'failed', reasons: [], report: null }, 0))
      }
      let busy = false
      const slow = async (): Promise<void> => {
        busy = true
        await new Promise((resolve) => setTimeout(resolve, short.lockMs * 3))
        await finish()
      }
      // As of a worker whose event loop stands still: nothing renews the lock.
      const options = { connection: connection(), prefix: name, lockDuration: short.lockMs }
      const stuck = new Worker('synoptic-compare', slow, {
        ...options,
        skipLockRenewal: true,
        skipStalledCheck: true,
      })
      const errors: Error[] = []
      stuck.on('error', (error) => errors.push(error))
      closing.push(() => stuck.close(true))
      await queue.add(flow('j', []))
      await expect.poll(() => busy, { timeout: 20_000 }).toBe(true)
      work(queue, { compare: finish })
      await expect.poll(() => effects, { timeout: 10_000 }).toEqual([true, false])
      await expect.poll(() => errors.join(' '), { timeout: 20_000 }).toMatch(/lock/iu)
      const state = (): Promise<string> => queueOf(queue, 'compare').getJobState('j-r1')
      await expect.poll(state, { timeout: 10_000 }).toBe('completed')
    })

    test('a job of a newer version waits for a newer worker, and has cost no try by then', async () => {
      const name = prefix()
      const queue = await openQueue(name)
      let compared = 0
      const worker = work(queue, {
        compare: () => {
          compared++
          return Promise.resolve()
        },
      })
      const jobs = queueOf(queue, 'compare')
      await jobs.add(
        'compare',
        { version: 2, comparison: 'f', round: 1, news: true },
        { jobId: 'f-r1', attempts: 2 },
      )
      await expect.poll(() => jobs.getJobState('f-r1'), { timeout: 20_000 }).toBe('delayed')
      await worker.close(1_000)
      expect(compared).toBe(0)

      const seen: unknown[] = []
      const newer = new Worker(
        'synoptic-compare',
        (job) => Promise.resolve(void seen.push([job.data, job.attemptsMade])),
        { connection: connection(), prefix: name },
      )
      closing.push(() => newer.close(true))
      await (await jobs.getJob('f-r1'))?.promote()
      await expect
        .poll(() => seen, { timeout: 20_000 })
        .toEqual([[{ version: 2, comparison: 'f', round: 1, news: true }, 0]])
    })
  })

  describe('Redis away', () => {
    test('queueing fails at once; what was submitted stays in the store', async () => {
      const queue = await openQueue()
      const store = await openStore()
      await server.down()
      const started = performance.now()
      await expect(queue.add(flow('g', [0]))).rejects.toThrow()
      await expect(queue.ping()).rejects.toThrow()
      const { state } = await submit(submission('g'), { store, queue, now: Date.now })
      expect(performance.now() - started).toBeLessThan(10_000)
      expect(state).toBe('created')
      expect(await store.unfinished(10)).toEqual(['g'])

      await server.up()
      await expect.poll(() => queue.holds('g', 1).catch(() => null), { timeout: 20_000 }).toBe(false)
      const later = Date.now() + 10_000
      expect(await reconcile({ store, queue, now: () => later, notice: () => undefined })).toBe(1)
      expect(await queue.holds('g', 2)).toBe(true)
    })

    test('a worker closes within its limit', async () => {
      const queue = await openQueue()
      const worker = work(queue, {})
      await server.down()
      const started = performance.now()
      await worker.close(300)
      const seconds = (performance.now() - started) / 1_000
      await queue.close()
      await server.up()
      expect(seconds).toBeLessThan(8)
    })

    test('a worker goes on by itself when Redis is back, with what waited there', async () => {
      const queue = await openQueue()
      let compared = 0
      await queue.add(flow('h', []))
      await server.down()
      work(queue, {
        compare: () => {
          compared++
          return Promise.resolve()
        },
      })
      await server.up()
      await expect.poll(() => compared, { timeout: 15_000 }).toBe(1)
    })
  })

  test('putting a job off longer than its lock does not make it stall', async () => {
    const queue = await openQueue(prefix(), steady)
    let turns = 0
    work(queue, {
      fetch: () => {
        if (turns++ === 0) throw new RunLater(steady.lockMs * 2)
        return Promise.resolve()
      },
    })
    await queue.add(flow('i', [0]))
    await expect.poll(() => queue.holds('i', 1), { timeout: 20_000 }).toBe(false)
    expect(turns).toBe(2)
    expect(await queueOf(queue, 'fetch').getJob('i-r1-0')).toMatchObject({ stalledCounter: 0 })
  })

  test('with a policy that may throw keys out, BullMQ warns and works on: compose sets noeviction', async () => {
    const redis = new Redis(server.url)
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const queue = await openQueue()
    work(queue, {})
    await expect
      .poll(() => warn.mock.calls.flat().join(' '), { timeout: 20_000 })
      .toMatch(/eviction policy/iu)
    warn.mockRestore()
    await redis.config('SET', 'maxmemory-policy', 'noeviction')
    await redis.quit()
  })
})
