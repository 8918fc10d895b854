/** The reader's job through Redis and PostgreSQL, and on one process with SQLite: whatever is killed, no comparison is left unread. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startWorking } from '../../src/jobs/work.js'
import { queueNames } from '../../src/model/job.js'
import { Report } from '../../src/model/report.js'
import { modelStub } from '../support/model-stub.js'
import {
  ended,
  openTestService,
  startWorker,
  submitTexts,
  threeReports,
  type Environment,
} from '../support/service.js'
import { newDatabase, serverOfRun } from '../support/servers-of-run.js'

const readerAt = (address: string): Environment => ({
  SYNOPTIC_READER_URL: address,
  SYNOPTIC_READER_MODEL: 'stub',
  SYNOPTIC_READER_UPLOADS: 'true',
  SYNOPTIC_READER_RATE: '600',
})

test('a worker that is killed while the model reads loses nothing', async () => {
  const [redis, database, model] = await Promise.all([serverOfRun('redis'), newDatabase(), modelStub()])
  const environment = {
    REDIS_URL: redis.url,
    DATABASE_URL: database.url,
    SYNOPTIC_QUEUE_PREFIX: `reader-${process.pid}`,
    SYNOPTIC_LOCK: '2',
    ...readerAt(model.address),
  }
  const service = await openTestService(environment)
  try {
    await submitTexts(service, 'read', threeReports(1))
    const first = startWorker(environment)
    first.stderr?.resume()
    await expect.poll(() => model.asked.length, { timeout: 60_000 }).toBeGreaterThan(0)
    expect(await service.store.find('read')).toMatchObject({ state: 'complete', notes: 'awaited' })
    first.kill('SIGKILL')
    model.answer()
    await ended(first)
    const second = startWorker(environment)
    second.stderr?.resume()
    await expect
      .poll(async () => (await service.store.find('read'))?.notes, { timeout: 60_000 })
      .toBe('printed')
    second.kill('SIGTERM')
    expect(await ended(second)).toBe(0)
    const report = Report.parse(JSON.parse((await service.store.report('read')) ?? ''))
    expect(report.generator.reader?.name).toBe('stub')
    expect(await service.store.awaiting(10)).toEqual([])
  } finally {
    await service.close()
    await model.close()
    await database.drop()
  }
})

test('what a process left unread is read after its restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-reader-'))
  const model = await modelStub()
  const environment = { SYNOPTIC_DATA: folder, ...readerAt(model.address) }
  try {
    for (const round of [1, 2]) {
      const service = await openTestService(environment)
      if (round === 1) await submitTexts(service, 'read', threeReports(1))
      const work = startWorking(service, {
        queues: queueNames,
        concurrency: 1,
        reconcileMs: 60_000,
        onTrouble: (error) => {
          throw error
        },
      })
      const state = async () => (await service.store.find('read'))?.notes
      if (round === 1) await expect.poll(() => model.asked.length, { timeout: 60_000 }).toBeGreaterThan(0)
      else await expect.poll(state, { timeout: 60_000 }).toBe('printed')
      await work.close(0)
      model.answer()
      await service.close()
    }
  } finally {
    await model.close()
    rmSync(folder, { recursive: true })
  }
})
