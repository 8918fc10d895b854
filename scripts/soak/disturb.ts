/**
 * The disturber: two worker processes, one of which is killed or told to stop every few seconds, and each server taken
 * away once. In: a system with its work queued. Out: how often, when all has ended.
 */
import type { ChildProcess } from 'node:child_process'
import { Redis } from 'ioredis'
import { ended } from '../../tests/support/service.js'
import type { System } from '../../tests/support/system.js'
import { chance, pause, untilDone, type Servers } from './setup.js'

/** What a worker may take to end when told to. */
export const drainSeconds = 3
/** Beside it: closing connections to servers that may be away. */
const closingSeconds = 6

export type Disturbances = {
  readonly seconds: number
  readonly kills: number
  readonly drains: number
  readonly longestDrainSeconds: number
  readonly redisRestarts: number
  readonly redisEmptied: number
  readonly postgresRestarts: number
}

export type Plan = {
  readonly total: number
  readonly seed: number
  /** Done once, when a part of the work is done. */
  readonly again: () => Promise<void>
}

export async function disturb(
  system: System,
  { redis, postgres }: Servers,
  { total, seed, again }: Plan,
): Promise<Disturbances & { readonly wrong: string[] }> {
  const random = chance(seed)
  const workers = [working(system), working(system)]
  const drains: Promise<{ seconds: number; end: string }>[] = []
  const counts = { kills: 0, redisRestarts: 0, redisEmptied: 0, postgresRestarts: 0 }
  const once: [number, () => Promise<unknown>][] = [
    [0.15, again],
    [0.25, () => redis.restart().then(() => counts.redisRestarts++)],
    [0.5, () => emptied(redis.url).then(() => counts.redisEmptied++)],
    [0.7, () => postgres.restart().then(() => counts.postgresRestarts++)],
  ]
  let next = performance.now() + 2_000
  const seconds = await untilDone(system.service, async (left) => {
    const [due] = once
    if (due && 1 - left / total > due[0]) {
      once.shift()
      await due[1]()
    }
    if (performance.now() < next) return
    const victim = Math.floor(random() * workers.length)
    const worker = workers[victim]
    next = performance.now() + 500 + random() * 4_000
    // One that is still starting is let alone: on a busy machine nothing would ever be done.
    if (!worker?.works()) return
    if (random() < 0.3) drains.push(drained(worker.child))
    else if (worker.child.kill('SIGKILL')) counts.kills++
    workers[victim] = working(system)
  })
  const told = await Promise.all(drains)
  const wrong = told
    .filter(({ seconds, end }) => end !== '0' || seconds > drainSeconds + closingSeconds)
    .map(({ seconds, end }) => `a worker told to stop ended with ${end} after ${seconds} s`)
  const longestDrainSeconds = Math.max(0, ...told.map((one) => one.seconds))
  return { seconds, ...counts, drains: told.length, longestDrainSeconds, wrong }
}

type WorkerProcess = { readonly child: ChildProcess; readonly works: () => boolean }

function working(system: System): WorkerProcess {
  const child = system.spawn()
  let works = false
  child.stderr?.on('data', (chunk: Buffer) => {
    works ||= chunk.includes('"event":"working"')
  })
  return { child, works: () => works }
}

async function drained(worker: ChildProcess): Promise<{ seconds: number; end: string }> {
  const started = performance.now()
  worker.kill('SIGTERM')
  const limit = (drainSeconds + closingSeconds) * 2_000
  const end = await Promise.race([ended(worker), pause(limit).then(() => 'nothing')])
  return { seconds: Math.round((performance.now() - started) / 100) / 10, end: String(end) }
}

async function emptied(url: string): Promise<void> {
  const client = new Redis(url)
  await client.flushall()
  await client.quit()
}
