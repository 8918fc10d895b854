/**
 * The queue in memory, for one process: what it holds dies with the process and is filled again from the store.
 * Later stages go first, so that a comparison that has begun ends before the next one starts; sources in their turns.
 */
import { queueNames, type Jobs, type QueueName } from '../model/job.js'
import {
  handle,
  ofQueues,
  RunLater,
  turnOf,
  type EventQueue,
  type Handlers,
  type QueueDepth,
  type QueueWorker,
} from '../ports/queue.js'
import { periodically } from '../text/periodic.js'

/** How often a job is tried and how long it waits between tries: 1 s, 2 s, 4 s …, with jitter of up to a half. */
export type Retry = { readonly tries: number; readonly firstDelayMs: number }

type Entry = {
  readonly [Name in QueueName]: { readonly name: Name; readonly job: Jobs[Name]; tries: number }
}[QueueName]

const turnOfEntry = ({ job }: Entry): number => ('position' in job ? turnOf(job.position) : 1)

type FlowState = { open: number; deadline: NodeJS.Timeout | null }

export function memoryQueue(retry: Retry, now: () => number, random: () => number): EventQueue {
  /** By turn. */
  const waiting = ofQueues((): Entry[][] => [])
  const active = ofQueues(() => 0)
  const failed = ofQueues(() => 0)
  const flows = new Map<string, FlowState>()
  const readings = new Set<string>()
  const timers = new Set<NodeJS.Timeout>()
  const workers = new Set<LocalWorker>()

  type LocalWorker = {
    readonly handlers: Handlers
    readonly names: readonly QueueName[]
    readonly concurrency: number
    readonly running: Record<QueueName, number>
    readonly stop: AbortController
    readonly pending: Set<Promise<void>>
    closing: boolean
  }

  const flowKey = (comparison: string, round: number): string => `${comparison}/${round}`

  function later(milliseconds: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, milliseconds)
    timers.add(timer)
    return timer
  }

  function push(entry: Entry): void {
    const lines = waiting[entry.name]
    while (lines.length <= turnOfEntry(entry)) lines.push([])
    lines[turnOfEntry(entry)]?.push(entry)
    pump()
  }

  function pump(): void {
    for (const name of [...queueNames].reverse())
      for (const worker of workers)
        while (!worker.closing && worker.names.includes(name) && worker.running[name] < worker.concurrency) {
          const entry = waiting[name].find((line) => line.length > 0)?.shift()
          if (!entry) break
          start(worker, entry)
        }
  }

  function start(worker: LocalWorker, entry: Entry): void {
    active[entry.name]++
    worker.running[entry.name]++
    const run = execute(worker, entry).finally(() => {
      active[entry.name]--
      worker.running[entry.name]--
      worker.pending.delete(run)
      pump()
    })
    worker.pending.add(run)
  }

  async function execute(worker: LocalWorker, entry: Entry): Promise<void> {
    const context = { lastTry: entry.tries + 1 >= retry.tries, signal: worker.stop.signal }
    try {
      await handle(worker.handlers, entry.name, entry.job, context)
      settle(entry)
    } catch (error) {
      if (error instanceof RunLater) {
        later(error.milliseconds, () => {
          push(entry)
        })
        return
      }
      entry.tries++
      if (entry.tries < retry.tries) {
        const delay = retry.firstDelayMs * 2 ** (entry.tries - 1) * (1 + random() / 2)
        later(delay, () => {
          push(entry)
        })
        return
      }
      failed[entry.name]++
      settle(entry)
    }
  }

  /** A job has ended, well or not: what waited for it goes on. */
  function settle(entry: Entry): void {
    const { comparison, round, version } = entry.job
    switch (entry.name) {
      case 'fetch':
        push({ name: 'read', job: entry.job, tries: 0 })
        break
      case 'read': {
        const state = flows.get(flowKey(comparison, round))
        if (state && --state.open === 0)
          push({ name: 'compare', job: { version, comparison, round }, tries: 0 })
        break
      }
      case 'compare': {
        const key = flowKey(comparison, round)
        const deadline = flows.get(key)?.deadline
        if (deadline) {
          clearTimeout(deadline)
          timers.delete(deadline)
        }
        flows.delete(key)
        break
      }
      case 'reader':
        readings.delete(comparison)
        break
    }
  }

  const depthOf = (name: QueueName): QueueDepth => ({
    waiting: waiting[name].reduce((sum, line) => sum + line.length, 0),
    active: active[name],
    failed: failed[name],
  })

  return {
    add(flow) {
      const { comparison, round, positions, deadlineAt } = flow
      const key = flowKey(comparison, round)
      if (flows.has(key)) return Promise.resolve()
      const compare = (): void => {
        push({ name: 'compare', job: { version: 1, comparison, round }, tries: 0 })
      }
      const state: FlowState = { open: positions.length, deadline: null }
      flows.set(key, state)
      if (positions.length === 0) compare()
      else {
        // setTimeout holds at most 2^31-1 ms.
        state.deadline = later(Math.min(Math.max(0, deadlineAt - now()), 2 ** 31 - 1), compare)
        for (const position of positions)
          push({ name: 'fetch', job: { version: 1, comparison, round, position }, tries: 0 })
      }
      return Promise.resolve()
    },
    holds: (comparison, round) => Promise.resolve(flows.has(flowKey(comparison, round))),
    addReading(comparison) {
      if (!readings.has(comparison)) {
        readings.add(comparison)
        push({ name: 'reader', job: { version: 1, comparison, round: 1 }, tries: 0 })
      }
      return Promise.resolve()
    },
    holdsReading: (comparison) => Promise.resolve(readings.has(comparison)),
    depth: () => Promise.resolve(ofQueues(depthOf)),
    work(handlers, names, concurrency): QueueWorker {
      const worker: LocalWorker = {
        handlers,
        names,
        concurrency,
        running: ofQueues(() => 0),
        stop: new AbortController(),
        pending: new Set(),
        closing: false,
      }
      workers.add(worker)
      pump()
      return {
        async close(graceMilliseconds) {
          worker.closing = true
          const ended = Promise.all(worker.pending)
          const timeout = new Promise((resolve) => setTimeout(resolve, graceMilliseconds).unref())
          await Promise.race([ended, timeout])
          worker.stop.abort()
          workers.delete(worker)
        },
      }
    },
    rounds: periodically,
    ping: () => Promise.resolve(),
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      return Promise.resolve()
    },
  }
}
