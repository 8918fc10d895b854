/**
 * A page that kills whatever process reads it, among honest comparisons, under a supervisor that starts a new worker each
 * time: three processes and no more, a true reason, and everything beside it is complete.
 */
import path from 'node:path'
import type { ChildProcess } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { lostLimit } from '../../src/jobs/presence.js'
import { ended, submitTexts, threeReports } from '../support/service.js'
import { serverOfRun } from '../support/servers-of-run.js'
import { openSystem, type System } from '../support/system.js'

let system: System

afterEach(async () => {
  await system.close()
})

test(
  'a poison page is set aside after three lost processes, and all beside it goes on',
  { timeout: 240_000 },
  async () => {
    const preload = path.join(import.meta.dirname, 'poison.mjs')
    const [redis, postgres] = [await serverOfRun('redis'), await serverOfRun('postgres')]
    system = await openSystem(redis, postgres, { NODE_OPTIONS: `--import ${preload}` })
    const honest = ['before-0', 'before-1', 'before-2', 'after-0', 'after-1', 'after-2']
    for (const [number, id] of honest.entries()) {
      if (number === 3)
        await submitTexts(system.service, 'poisoned', {
          ...threeReports(9),
          'POISON.txt': 'Ferries sail again',
        })
      await submitTexts(system.service, id, threeReports(number))
    }
    let deaths = 0
    const over = new AbortController()
    const supervise = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const worker: ChildProcess = system.spawn(['--concurrency', '2'])
        if ((await ended(worker)) === 'SIGKILL') deaths++
      }
    }
    void supervise()
    await expect
      .poll(() => system.allEnded().catch(() => false), { timeout: 200_000, interval: 200 })
      .toBe(true)
    over.abort()

    expect(deaths).toBe(lostLimit)
    for (const id of honest)
      expect(await system.service.store.find(id), id).toMatchObject({ state: 'complete', reasons: [] })
    const poisoned = await system.service.store.find('poisoned')
    expect(poisoned?.state).toBe('partial')
    expect(poisoned?.reasons).toEqual([
      'POISON.txt: 3 processes in turn were lost while they read it, the last with nothing else to do, so it was set aside. Leave it out.',
    ])
  },
)
