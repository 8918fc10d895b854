/**
 * BullMQ's own ways that decided how the queue is built, on Redis and Valkey, without any code of ours. A release that
 * changes one of them should be seen here; some are the reasons for what is not used.
 */
import path from 'node:path'
import {
  FlowProducer,
  Queue,
  QueueEvents,
  RateLimitError,
  UnrecoverableError,
  Worker,
  type JobsOptions,
  type Processor,
  type WorkerOptions,
} from 'bullmq'
import { Redis } from 'ioredis'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { serverOfRun } from '../support/servers-of-run.js'
import { redisKind, type Server } from '../support/services.js'

const soon = { timeout: 30_000, interval: 20 }
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

describe.each([redisKind])('BullMQ on %s', (kind) => {
  let server: Server
  let prefix = ''
  let serial = 0
  const closing: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    server = await serverOfRun(kind)
  })
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
    prefix = `facts-${process.pid}-${++serial}`
  })

  const base = () => ({ connection: { url: server.url, maxRetriesPerRequest: null }, prefix })
  function queue(name: string): Queue {
    const made = new Queue(name, base())
    made.on('error', () => undefined)
    closing.push(() => made.close())
    return made
  }
  function work(name: string, processor: Processor | string, options: Partial<WorkerOptions> = {}): Worker {
    const worker = new Worker(name, processor, { ...base(), ...options })
    worker.on('error', () => undefined)
    closing.push(() => worker.close(true))
    return worker
  }
  /** A parent with a child that fails and, when asked for, one that takes its time. */
  async function family(options: JobsOptions, slow: boolean): Promise<Queue> {
    const flows = new FlowProducer(base())
    flows.on('error', () => undefined)
    closing.push(() => flows.close())
    const child = (name: string) => ({ name, queueName: 'child', opts: { jobId: name, ...options } })
    await flows.add({
      name: 'parent',
      queueName: 'parent',
      opts: { jobId: 'p' },
      children: [child('bad'), ...(slow ? [child('slow')] : [])],
    })
    const run: Processor = async (job) => {
      if (job.name === 'bad') throw new Error('no luck')
      await pause(700)
      return `${job.name} was done`
    }
    work('child', run, { concurrency: 2 })
    return queue('parent')
  }

  test('a failed child without an option holds its parent up for ever', async () => {
    const parents = await family({}, false)
    work('parent', () => Promise.resolve())
    await expect.poll(() => queue('child').getJobState('bad'), soon).toBe('failed')
    await pause(200)
    expect(await parents.getJobState('p')).toBe('waiting-children')
  })

  test('failParentOnFailure fails the parent, which never runs', async () => {
    const parents = await family({ failParentOnFailure: true }, false)
    let ran = 0
    work('parent', () => Promise.resolve(ran++))
    await expect.poll(() => parents.getJobState('p'), soon).toBe('failed')
    expect((await parents.getJob('p'))?.failedReason).toMatch(/child .+ failed/u)
    expect(ran).toBe(0)
  })

  test('continueParentOnFailure runs the parent before its other children have ended, which fails it', async () => {
    const parents = await family({ continueParentOnFailure: true }, true)
    let ran = 0
    work('parent', () => Promise.resolve(ran++))
    await expect.poll(() => parents.getJobState('p'), soon).toBe('failed')
    expect((await parents.getJob('p'))?.failedReason).toContain('pending dependencies')
    expect(ran).toBe(1)
  })

  test('ignoreDependencyOnFailure runs the parent on what the others gave, and tells why each lost one failed', async () => {
    await family({ ignoreDependencyOnFailure: true, attempts: 2 }, true)
    let seen: unknown
    work('parent', async (job) => {
      seen = [
        Object.values(await job.getChildrenValues()),
        Object.values(await job.getIgnoredChildrenFailures()),
      ]
    })
    await expect.poll(() => seen, soon).toEqual([['slow was done'], ['no luck']])
    expect(await queue('child').getJob('bad')).toMatchObject({ attemptsMade: 2 })
  })

  test('a job whose worker is lost twice fails by default, whatever its attempts', async () => {
    const jobs = queue('twice')
    let taken = 0
    const hang: Processor = () => {
      taken++
      return new Promise(() => undefined)
    }
    work('twice', hang, {
      lockDuration: 300,
      skipLockRenewal: true,
      skipStalledCheck: true,
      concurrency: 9,
    })
    const watch = work('twice', null as unknown as Processor, { stalledInterval: 150 })
    await watch.startStalledCheckTimer()
    await jobs.add('x', {}, { jobId: 'x1', attempts: 5 })
    await expect.poll(() => jobs.getJobState('x1'), soon).toBe('failed')
    expect((await jobs.getJob('x1'))?.failedReason).toContain('stalled more than allowable limit')
    expect(taken).toBe(2)
  })

  test('a processor in a process of its own keeps its lock while it spins, and its end fails the job alone', async () => {
    const jobs = queue('sandbox')
    const file = path.join(import.meta.dirname, 'sandboxed.mjs')
    work('sandbox', file, { lockDuration: 2_000, stalledInterval: 500 })
    await jobs.add('spin', { milliseconds: 4_500 }, { jobId: 'spin' })
    await jobs.add('exit', {}, { jobId: 'exit' })
    await jobs.add('spin', { milliseconds: 1 }, { jobId: 'after' })
    await expect.poll(() => jobs.getJobState('after'), soon).toBe('completed')
    expect(await jobs.getJob('spin')).toMatchObject({ returnvalue: 'spun', stalledCounter: 0 })
    expect((await jobs.getJob('exit'))?.failedReason).toMatch(/Unexpected exit code: 7/u)
  })

  test('a shared connection must not limit its tries', () => {
    const shared = new Redis(server.url, { lazyConnect: true })
    expect(() => new Worker('w', () => Promise.resolve(), { connection: shared, prefix })).toThrow(
      /maxRetriesPerRequest must be null/u,
    )
    shared.disconnect()
    // Plain options are set right by BullMQ itself.
    const plain = new Worker('w', () => Promise.resolve(), { connection: { url: server.url }, prefix })
    plain.on('error', () => undefined)
    closing.push(() => plain.close(true))
  })

  test('exponential backoff doubles, and UnrecoverableError ends it', async () => {
    const jobs = queue('backoff')
    const times: number[] = []
    work('backoff', (job) => {
      if (job.name === 'hopeless') return Promise.reject(new UnrecoverableError('gone'))
      times.push(performance.now())
      return Promise.reject(new Error('again'))
    })
    const options = { attempts: 3, backoff: { type: 'exponential', delay: 100 } }
    await jobs.add('again', {}, { jobId: 'again', ...options })
    await jobs.add('hopeless', {}, { jobId: 'hopeless', ...options })
    await expect.poll(() => jobs.getJobState('again'), soon).toBe('failed')
    const [first = 0, second = 0, third = 0] = times
    expect(second - first).toBeGreaterThanOrEqual(95)
    expect(third - second).toBeGreaterThanOrEqual(195)
    expect(await jobs.getJob('hopeless')).toMatchObject({ attemptsMade: 1, failedReason: 'gone' })
  })

  test('ids with a colon and whole numbers are refused; one that is still kept runs nothing again', async () => {
    const jobs = queue('ids')
    await expect(jobs.add('x', {}, { jobId: 'a:b' })).rejects.toThrow()
    await expect(jobs.add('x', {}, { jobId: '17' })).rejects.toThrow()
    let ran = 0
    work('ids', () => Promise.resolve(ran++))
    await jobs.add('x', {}, { jobId: 'kept' })
    await expect.poll(() => jobs.getJobState('kept'), soon).toBe('completed')
    await jobs.add('x', {}, { jobId: 'kept' })
    await pause(200)
    expect(ran).toBe(1)
    for (let time = 1; time <= 2; time++) {
      await jobs.add('x', {}, { jobId: 'removed', removeOnComplete: true })
      await expect.poll(() => ran, soon).toBe(1 + time)
      await expect.poll(() => jobs.getJobState('removed'), soon).toBe('unknown')
    }
  })

  test('deduplication answers with the first job, and says so, until that has ended', async () => {
    const jobs = queue('dedup')
    const events = new QueueEvents('dedup', { ...base(), lastEventId: '0' })
    events.on('error', () => undefined)
    closing.push(() => events.close())
    const told: string[] = []
    events.on('deduplicated', ({ deduplicationId }) => told.push(deduplicationId))
    const add = () => jobs.add('x', {}, { deduplication: { id: 'same' } })
    const [first, second] = [await add(), await add()]
    expect(second.id).toBe(first.id)
    expect(await jobs.getWaitingCount()).toBe(1)
    await expect.poll(() => told, soon).toEqual(['same'])
    work('dedup', () => Promise.resolve())
    await expect.poll(() => jobs.getJobState(first.id ?? ''), soon).toBe('completed')
    expect((await add()).id).not.toBe(first.id)
  })

  test('deduplication with a time to live ends with that, whatever the job does', async () => {
    const jobs = queue('dedup-ttl')
    const add = () => jobs.add('x', {}, { deduplication: { id: 'same', ttl: 150 } })
    const first = await add()
    expect((await add()).id).toBe(first.id)
    await expect.poll(async () => (await add()).id === first.id, soon).toBe(false)
    expect(await jobs.getJobState(first.id ?? '')).toBe('waiting')
  })

  test('waiting for a job that was removed on its completion finds no job', async () => {
    const jobs = queue('gone')
    const job = await jobs.add('x', {}, { removeOnComplete: true, jobId: 'x1' })
    work('gone', () => Promise.resolve())
    await expect.poll(() => jobs.getJobState('x1'), soon).toBe('unknown')
    // Opened only now: on a busy machine the event of its completion would still be on its way to earlier ones.
    const events = new QueueEvents('gone', base())
    events.on('error', () => undefined)
    closing.push(() => events.close())
    await events.waitUntilReady()
    await expect(job.waitUntilFinished(events, 2_000)).rejects.toThrow(/Missing key for job|timed out/u)
  })

  test('a limit of so many in a time holds for the queue, over all of its workers', async () => {
    const jobs = queue('limit')
    const taken: number[] = []
    const duration = 400
    await jobs.addBulk(Array.from({ length: 12 }, () => ({ name: 'x', data: {} })))
    for (let worker = 0; worker < 2; worker++)
      work('limit', (job) => Promise.resolve(taken.push(job.processedOn ?? NaN)), {
        limiter: { max: 5, duration },
        concurrency: 4,
      })
    await expect.poll(() => taken.length, soon).toBe(12)
    taken.sort((a, b) => a - b)
    for (const [before, after] of [
      [0, 5],
      [5, 10],
    ] as const)
      expect((taken[after] ?? NaN) - (taken[before] ?? NaN)).toBeGreaterThan(duration / 2)
  })

  test('RateLimitError puts a job off and costs no try', async () => {
    const jobs = queue('rate')
    const seen: number[] = []
    work(
      'rate',
      async (job) => {
        seen.push(job.attemptsMade)
        if (seen.length === 1) {
          await jobs.rateLimit(150)
          throw new RateLimitError()
        }
      },
      { limiter: { max: 100, duration: 1_000 } },
    )
    await jobs.add('x', {}, { jobId: 'x1', attempts: 1 })
    await expect.poll(() => jobs.getJobState('x1'), soon).toBe('completed')
    expect(seen).toEqual([0, 0])
  })

  test('a scheduler with the same id is one scheduler, and can be stopped', async () => {
    const jobs = queue('schedule')
    for (const every of [60_000, 30_000]) await jobs.upsertJobScheduler('tick', { every })
    expect((await jobs.getJobSchedulers()).length).toBe(1)
    expect(await jobs.removeJobScheduler('tick')).toBe(true)
    await jobs.upsertJobScheduler('daily', { pattern: '0 6 * * *', tz: 'Asia/Tokyo' })
    const [daily] = await jobs.getJobSchedulers()
    expect(new Date(daily?.next ?? 0).getUTCHours()).toBe(21)
  })

  test('errors of its scripts carry a number as their code', async () => {
    const parent = { id: 'none', queue: `${prefix}:nowhere` }
    await expect(queue('orphan').add('x', {}, { parent })).rejects.toMatchObject({ code: -5 })
  })

  test('cancelJob aborts the signal that the processor gets', async () => {
    const jobs = queue('cancel')
    let aborted = false
    let started = false
    const worker = work('cancel', async (_job, _token, signal) => {
      started = true
      await new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted = true
          reject(new UnrecoverableError('cancelled'))
        })
      })
    })
    await jobs.add('x', {}, { jobId: 'x1' })
    await expect.poll(() => started, soon).toBe(true)
    worker.cancelJob('x1')
    await expect.poll(() => jobs.getJobState('x1'), soon).toBe('failed')
    expect(aborted).toBe(true)
  })

  test('job data of 5 MB goes through', async () => {
    const jobs = queue('large')
    let length = 0
    work('large', (job) => Promise.resolve((length = (job.data as { text: string }).text.length)))
    await jobs.add('x', { text: 'x'.repeat(5_000_000) }, { jobId: 'x1', removeOnComplete: true })
    await expect.poll(() => length, soon).toBe(5_000_000)
  })
})
