/**
 * Worker processes killed at random points while 20 comparisons run: each comparison ends exactly once, and its report
 * is byte for byte that of an undisturbed run.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChildProcess } from 'node:child_process'
import { isFinal } from '../../src/model/submission.js'
import type { Service } from '../../src/open-service.js'
import {
  ended,
  openTestService,
  startWorker,
  submitTexts,
  threeReports,
  type Environment,
} from '../support/service.js'
import { newDatabase, serverOfRun, type Database } from '../support/servers-of-run.js'

const comparisons = 20
/** A worker is killed each time no more than so many comparisons are unfinished. */
const killsAt = [19, 15, 10, 5]
let database: Database
let environment: Environment
let service: Service
const workers: ChildProcess[] = []

beforeAll(async () => {
  const redis = await serverOfRun('redis')
  database = await newDatabase()
  environment = {
    REDIS_URL: redis.url,
    DATABASE_URL: database.url,
    SYNOPTIC_QUEUE_PREFIX: `kill-${process.pid}`,
    SYNOPTIC_LOCK: '2',
    SYNOPTIC_RETRY_DELAY: '0.1',
  }
  service = await openTestService(environment)
})

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await Promise.all(workers.map(ended))
  await service.close()
  await database.drop()
})

test('20 comparisons survive the killing of their workers', { timeout: 600_000 }, async () => {
  const undisturbed = await undisturbedReports()
  const ids = Array.from({ length: comparisons }, (_, number) => `kill-${number}`)
  for (const [number, id] of ids.entries()) await submitTexts(service, id, threeReports(number))

  workers.push(startWorker(environment), startWorker(environment))
  for (const [index, left] of killsAt.entries()) {
    await expect
      .poll(async () => (await service.store.unfinished(100)).length, { timeout: 120_000, interval: 20 })
      .toBeLessThanOrEqual(left)
    const victim = workers[index]
    if (!victim) throw new Error('no worker to kill')
    victim.kill('SIGKILL')
    expect(await ended(victim)).toBe('SIGKILL')
    workers.push(startWorker(environment))
  }
  expect((await service.store.unfinished(100)).length, 'killed while there was work').toBeGreaterThan(0)

  await expect
    .poll(async () => (await service.store.unfinished(100)).length, { timeout: 90_000, interval: 500 })
    .toBe(0)
  for (const [number, id] of ids.entries()) {
    const submission = await service.store.find(id)
    expect(submission && isFinal(submission.state), `${id}: ${JSON.stringify(submission)}`).toBe(true)
    expect(submission?.state).toBe('complete')
    const states = (await service.store.transitions(id)).map(({ state }) => state)
    expect(states, `${id} began and ended once`).toEqual(['running', 'complete'])
    expect(await service.store.report(id)).toBe(undisturbed[number]?.replaceAll(`still-${number}`, id))
  }
})

/** The same comparisons in this process, one after the other, on a queue of their own. */
async function undisturbedReports(): Promise<(string | null)[]> {
  const quiet = await openTestService({ ...environment, SYNOPTIC_QUEUE_PREFIX: `still-${process.pid}` })
  const { startWorking } = await import('../../src/jobs/work.js')
  const work = startWorking(quiet, {
    queues: ['fetch', 'read', 'compare'],
    concurrency: 1,
    reconcileMs: 60_000,
    onTrouble: (error) => {
      throw error
    },
  })
  const ids = Array.from({ length: comparisons }, (_, number) => `still-${number}`)
  for (const [number, id] of ids.entries()) await submitTexts(quiet, id, threeReports(number))
  await expect
    .poll(async () => (await quiet.store.unfinished(100)).length, { timeout: 240_000, interval: 100 })
    .toBe(0)
  const reports = await Promise.all(ids.map((id) => quiet.store.report(id)))
  await work.close(1_000)
  await quiet.close()
  return reports
}
