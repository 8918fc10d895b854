/** The queue in memory, for one process: what it holds dies with the process and is filled again from the store. */
import type { Jobs, QueueName } from '../model/job.js'
import {
  ofQueues,
  RunLater,
  turnOf,
  type EventQueue,
  type Flow,
  type Handlers,
  type JobContext,
} from '../ports/queue.js'
import { pause, periodically, within } from '../text/periodic.js'

/** How often a job is tried and how long it waits between tries: 1 s, 2 s, 4 s …, with jitter of up to a half. */
export type Retry = { readonly tries: number; readonly firstDelayMs: number }

type Entry = {
  readonly name: QueueName
  readonly run: (handlers: Handlers, context: JobContext) => Promise<void>
  readonly turn: number
  readonly ended: () => void
  tries: number
}

/** setTimeout holds no more. */
const longestMs = 2 ** 31 - 1

export function memoryQueue(retry: Retry, now: () => number, random: () => number): EventQueue {
  const waiting = ofQueues((): Entry[] => [])
  const active = ofQueues(() => 0)
  const failed = ofQueues(() => 0)
  const flows = new Set<string>()
  const readings = new Set<string>()
  /** Of each worker, what has it take as many jobs as it may. */
  const workers = new Set<() => void>()
  const closed = new AbortController()

  const flowKey = (comparison: string, round: number): string => `${comparison}/${round}`

  function put(entry: Entry): void {
    const line = waiting[entry.name]
    line.splice(line.findLastIndex(({ turn }) => turn <= entry.turn) + 1, 0, entry)
    for (const take of workers) take()
  }

  /** Until the job has ended, well or not. */
  function ended<Name extends QueueName>(name: Name, job: Jobs[Name]): Promise<void> {
    const turn = 'position' in job ? turnOf(job.position) : 1
    return new Promise((resolve) => {
      const run: Entry['run'] = (handlers, context) => handlers[name](job, context)
      put({ name, run, turn, ended: resolve, tries: 0 })
    })
  }

  async function execute(entry: Entry, handlers: Handlers, signal: AbortSignal): Promise<void> {
    const { name } = entry
    active[name]++
    try {
      await entry.run(handlers, { lastTry: entry.tries + 1 >= retry.tries, signal })
      entry.ended()
    } catch (error) {
      if (error instanceof RunLater) void again(entry, error.milliseconds)
      else if (++entry.tries < retry.tries)
        void again(entry, retry.firstDelayMs * 2 ** (entry.tries - 1) * (1 + random() / 2))
      else {
        failed[name]++
        entry.ended()
      }
    } finally {
      active[name]--
    }
  }

  async function again(entry: Entry, milliseconds: number): Promise<void> {
    if (await pause(milliseconds, closed.signal)) put(entry)
  }

  async function run({ comparison, round, positions, deadlineAt }: Flow): Promise<void> {
    const job = { version: 1, comparison, round } as const
    const read = async (position: number): Promise<void> => {
      await ended('fetch', { ...job, position })
      await ended('read', { ...job, position })
    }
    const over = new AbortController()
    const left = Math.min(Math.max(0, deadlineAt - now()), longestMs)
    const deadline = pause(left, AbortSignal.any([closed.signal, over.signal]))
    await Promise.race([Promise.all(positions.map(read)), deadline])
    over.abort()
    if (closed.signal.aborted) return
    await ended('compare', job)
    flows.delete(flowKey(comparison, round))
  }

  return {
    add(flow) {
      const key = flowKey(flow.comparison, flow.round)
      if (!flows.has(key)) void run(flow)
      flows.add(key)
      return Promise.resolve()
    },
    holds: (comparison, round) => Promise.resolve(flows.has(flowKey(comparison, round))),
    addReading(comparison) {
      if (!readings.has(comparison))
        void ended('reader', { version: 1, comparison, round: 1 }).then(() => readings.delete(comparison))
      readings.add(comparison)
      return Promise.resolve()
    },
    holdsReading: (comparison) => Promise.resolve(readings.has(comparison)),
    depth: () =>
      Promise.resolve(
        ofQueues((name) => ({ waiting: waiting[name].length, active: active[name], failed: failed[name] })),
      ),
    work(handlers, names, concurrency) {
      const stop = new AbortController()
      const running = ofQueues(() => new Set<Promise<void>>())
      const takeOf = (name: QueueName): void => {
        const jobs = running[name]
        while (workers.has(take) && jobs.size < concurrency) {
          const entry = waiting[name].shift()
          if (!entry) break
          const job = execute(entry, handlers, stop.signal).finally(() => {
            jobs.delete(job)
            takeOf(name)
          })
          jobs.add(job)
        }
      }
      const take = (): void => {
        names.forEach(takeOf)
      }
      workers.add(take)
      take()
      return {
        async close(graceMilliseconds) {
          workers.delete(take)
          await within(graceMilliseconds, Promise.all(Object.values(running).flatMap((jobs) => [...jobs])))
          stop.abort()
        },
      }
    },
    rounds: periodically,
    ping: () => Promise.resolve(),
    close() {
      closed.abort()
      return Promise.resolve()
    },
  }
}
