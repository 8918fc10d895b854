/**
 * Comparisons under every disturbance at once: workers killed at random moments, Redis restarted and emptied,
 * PostgreSQL restarted, a tenth of the sources failing in every way, a tenth of the jobs in a newer payload version.
 * Each must end once, with the report of an undisturbed run byte for byte.
 */
import { createInterface } from 'node:readline'
import type { ChildProcess } from 'node:child_process'
import { Redis } from 'ioredis'
import type { Source } from '../../src/model/source.js'
import { listen, closing } from '../../tests/adapters/local-site.js'
import { threeReports } from '../../tests/support/service.js'
import { openSystem, type System } from '../../tests/support/system.js'
import { failingSite, failures } from './failing-site.js'
import { newerWorker, raiseVersion } from './newer-worker.js'
import {
  chance,
  contentOf,
  outcomesOf,
  pause,
  storedSource,
  submitSources,
  untilDone,
  type Servers,
} from './setup.js'

export type DisturbedFigures = {
  readonly comparisons: number
  readonly failingSources: number
  readonly kills: number
  readonly redisRestarts: number
  readonly redisEmptied: number
  readonly postgresRestarts: number
  readonly newerJobs: number
  readonly seconds: number
  readonly secondsUndisturbed: number
  readonly states: Readonly<Record<string, number>>
  /** Ids whose end was told more than once. */
  readonly endedTwice: readonly string[]
  /** Those whose outcome is not that of the undisturbed run, with its reasons. */
  readonly different: readonly string[]
}

const settings = {
  SYNOPTIC_TIMEOUT: '2',
  SYNOPTIC_TRIES: '3',
  SYNOPTIC_LOCK: '2',
  SYNOPTIC_MAX_BYTES: '200000',
}

export async function disturbed(
  servers: Servers,
  comparisons: number,
  seed: number,
): Promise<DisturbedFigures> {
  const server = failingSite()
  const address = await listen(server)
  const ids = Array.from({ length: comparisons }, (_, number) => `soak-${number}`)
  try {
    const quiet = await openSystem(servers.redis, servers.postgres, settings)
    await submitAll(ids, address, quiet)
    await quiet.work()
    const secondsUndisturbed = await untilDone(quiet.service)
    const expected = await outcomesOf(ids, quiet.service)
    await quiet.close()

    const system = await openSystem(servers.redis, servers.postgres, settings)
    await submitAll(ids, address, system)
    const newerJobs = await raiseVersion(
      ids.filter((_, number) => number % 10 === 5),
      system,
    )
    const newer = newerWorker(system)
    const { ends, ...counts } = await disturb(system, servers, comparisons, chance(seed))
    const outcomes = await outcomesOf(ids, system.service)
    const states: Record<string, number> = {}
    for (const { state } of outcomes.values()) states[state] = (states[state] ?? 0) + 1
    await newer.close()
    await system.close()
    return {
      comparisons,
      failingSources: ids.filter(fails).length,
      newerJobs,
      secondsUndisturbed,
      ...counts,
      states,
      endedTwice: ids.filter((id) => ends.filter((end) => end === id).length > 1),
      different: ids
        .filter((id) => JSON.stringify(outcomes.get(id)) !== JSON.stringify(expected.get(id)))
        .map((id) => `${id}: ${outcomes.get(id)?.reasons.join(' ') ?? ''}`),
    }
  } finally {
    await closing(server)
  }
}

/** Of three or four sources a comparison, every third comparison's fourth fails: about a tenth of all. */
const fails = (_id: string, number: number): boolean => number % 3 === 0

async function submitAll(ids: readonly string[], address: string, { service }: System): Promise<void> {
  for (const [number, id] of ids.entries()) {
    const texts = Object.entries(threeReports(number))
    const contents = texts.map(([, text]) => contentOf(text, 'text/plain'))
    const sources: Source[] = contents.map((content, index) => storedSource(texts[index]?.[0] ?? '', content))
    const url = `${address}/${failures[(number / 3) % failures.length] ?? ''}/${number}`
    if (fails(id, number)) sources.push({ name: url, kind: 'url', location: url, outlet: null })
    await submitSources(id, sources, contents, service)
  }
}

async function disturb(system: System, { redis, postgres }: Servers, total: number, random: () => number) {
  const ends: string[] = []
  const hear = (worker: ChildProcess): ChildProcess => {
    if (worker.stderr)
      createInterface(worker.stderr).on('line', (line) => {
        const [, id] = /"event":"finished".*"comparison":"([^"]+)"/u.exec(line) ?? []
        if (id !== undefined) ends.push(id)
      })
    return worker
  }
  const workers = [hear(system.spawn()), hear(system.spawn())]
  const counts = { kills: 0, redisRestarts: 0, redisEmptied: 0, postgresRestarts: 0 }
  let nextKill = performance.now() + 2_000
  const seconds = await untilDone(system.service, async (left) => {
    const done = 1 - left / total
    if (done > 0.25 && counts.redisRestarts === 0) {
      await redis.restart()
      counts.redisRestarts++
    } else if (done > 0.5 && counts.redisEmptied === 0) {
      const client = new Redis(redis.url)
      await client.flushall()
      await client.quit()
      counts.redisEmptied++
    } else if (done > 0.7 && counts.postgresRestarts === 0) {
      await postgres.restart()
      counts.postgresRestarts++
    }
    if (performance.now() < nextKill) return
    const victim = Math.floor(random() * workers.length)
    workers[victim]?.kill('SIGKILL')
    workers[victim] = hear(system.spawn())
    counts.kills++
    nextKill = performance.now() + 1_000 + random() * 4_000
  })
  await pause(500)
  for (const notice of system.notices) if (notice.kind === 'finished') ends.push(notice.comparison)
  return { ends, seconds, ...counts }
}
