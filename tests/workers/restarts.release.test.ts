/**
 * One process on SQLite with its queue in memory, stopped and started a dozen times while it works: every comparison ends
 * once and complete, however often it was queued again.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JobNotice } from '../../src/jobs/deps.js'
import { startWorking } from '../../src/jobs/work.js'
import { queueNames } from '../../src/model/job.js'
import { openTestService, submitTexts, threeReports } from '../support/service.js'

const restarts = 14
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-restarts-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('clean restarts cost nothing', async () => {
  const notices: JobNotice[] = []
  const ids = Array.from({ length: restarts }, (_, number) => `restart-${number}`)
  for (let round = 0; round <= restarts; round++) {
    const service = await openTestService({ SYNOPTIC_DATA: folder }, notices)
    if (round === 0)
      for (const [number, id] of ids.entries()) await submitTexts(service, id, threeReports(number))
    // What was queued a moment ago is left alone for a few seconds; here these are over.
    const later = { ...service, now: () => Date.now() + 10_000 }
    const work = startWorking(later, {
      queues: queueNames,
      concurrency: 1,
      reconcileMs: 60_000,
      onTrouble: (error) => {
        throw error
      },
    })
    const before = notices.length
    const unfinished = async (): Promise<number> => (await service.store.unfinished(100)).length
    if (round < restarts)
      await expect.poll(() => notices.length - before, { timeout: 30_000, interval: 5 }).toBeGreaterThan(2)
    else await expect.poll(unfinished, { timeout: 120_000, interval: 100 }).toBe(0)
    await work.close(0)
    if (round === restarts)
      for (const id of ids) {
        expect(await service.store.find(id), id).toMatchObject({ state: 'complete', reasons: [] })
        const states = (await service.store.transitions(id)).map(({ state }) => state)
        expect(states).toEqual(['running', 'complete'])
      }
    await service.close()
  }
  const rounds = notices.flatMap((notice) => (notice.kind === 'requeued' ? [notice.round] : []))
  expect(Math.max(...rounds), 'some were queued again more often than ten times').toBeGreaterThan(10)
  expect(notices.filter(({ kind }) => kind === 'process-lost')).toEqual([])
})
