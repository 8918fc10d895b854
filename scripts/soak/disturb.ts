/**
 * The disturber: two worker processes, one of which is killed or told to stop again and again; Redis emptied; each server
 * taken away once. Spread over the run by how much of the work is done, in an order that the seed gives.
 * In: a system with its work queued. Out: how often, when all has ended.
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
/** The last disturbance comes with so much of the work done: it must still have something to disturb. */
const lastAt = 0.9

export type Counts = { readonly kills: number; readonly drains: number; readonly redisEmptied: number }
export type Disturbances = Counts & {
  readonly seconds: number
  readonly longestDrainSeconds: number
  /** Workers told to stop that did not end within their limit. */
  readonly lateDrains: number
  readonly redisRestarts: number
  readonly postgresRestarts: number
}

export type Plan = Counts & {
  readonly total: number
  readonly seed: number
  /** Done once, when a part of the work is done. */
  readonly again: () => Promise<void>
}

export async function disturb(
  system: System,
  { redis, postgres }: Servers,
  plan: Plan,
): Promise<Disturbances & { readonly wrong: string[] }> {
  const workers = [working(system), working(system)]
  const drains: Promise<{ seconds: number; end: string }>[] = []
  const counts = { kills: 0, redisRestarts: 0, redisEmptied: 0, postgresRestarts: 0 }
  /** Does something to a worker that works, or says that there is none: one that is still starting is let alone. */
  const toWorker = (act: (worker: ChildProcess) => void): boolean => {
    const victim = workers.findIndex((worker) => worker.works())
    const [worker] = victim === -1 ? [] : workers.splice(victim, 1, working(system))
    if (!worker) return false
    act(worker.child)
    // The other one is the next.
    workers.reverse()
    return true
  }
  const acts = {
    kill: () =>
      toWorker((worker) => {
        if (worker.kill('SIGKILL')) counts.kills++
      }),
    drain: () =>
      toWorker((worker) => {
        drains.push(drained(worker))
      }),
    empty: () => emptied(redis.url).then(() => ++counts.redisEmptied > 0),
    again: () => plan.again().then(() => true),
    redis: () => redis.restart().then(() => ++counts.redisRestarts > 0),
    postgres: () => postgres.restart().then(() => ++counts.postgresRestarts > 0),
  }
  const order = shuffled(
    [
      ...Array<keyof typeof acts>(plan.kills).fill('kill'),
      ...Array<keyof typeof acts>(plan.drains).fill('drain'),
      ...Array<keyof typeof acts>(plan.redisEmptied).fill('empty'),
      ...(['again', 'redis', 'postgres'] as const),
    ],
    chance(plan.seed),
  )
  let next = 0
  const seconds = await untilDone(system.service, async (left) => {
    const act = order[next]
    const dueAt = (lastAt * (next + 1)) / order.length
    if (act && 1 - left / plan.total >= dueAt && (await acts[act]())) next++
  })
  const told = await Promise.all(drains)
  const late = told.filter(({ seconds, end }) => end !== '0' || seconds > drainSeconds + closingSeconds)
  const wrong = late.map(({ seconds, end }) => `a worker told to stop ended with ${end} after ${seconds} s`)
  if (next < order.length) wrong.push(`${order.length - next} disturbances came too late`)
  const longestDrainSeconds = Math.max(0, ...told.map((one) => one.seconds))
  const stops = { drains: told.length, longestDrainSeconds, lateDrains: late.length }
  return { seconds, ...counts, ...stops, wrong }
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

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)).flat()
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
