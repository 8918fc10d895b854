/**
 * The queue of comparisons: each is a flow, a fetch and a read for every source and then one compare, which a lost source never holds up.
 *
 * The store is the truth: a queue that forgets everything is filled again from it.
 */
import type { Jobs, QueueName } from '../model/job.js'

export type Flow = {
  readonly comparison: string
  readonly round: number
  /** Positions of the sources that are still to be fetched and read. */
  readonly positions: readonly number[]
  /** When the compare runs on what has arrived, milliseconds since the epoch. */
  readonly deadlineAt: number
}

const sourcesOfTurn = 5

/** Whose turn a source is, from 1: the sixth source of an event and those after it wait for the first five of others. */
export function turnOf(position: number): number {
  return 1 + Math.floor(position / sourcesOfTurn)
}

export type JobContext = {
  /** True on the last try: what fails now must be written down, for nobody will try again. */
  readonly lastTry: boolean
  /** Aborted when the worker is told to stop at once. */
  readonly signal: AbortSignal
}

export type Handlers = {
  readonly [Name in QueueName]: (job: Jobs[Name], context: JobContext) => Promise<void>
}

/** Thrown by a handler to be run again after a pause that costs no try (a host's turn has not come). */
export class RunLater extends Error {
  override readonly name = 'RunLater'
  readonly milliseconds: number
  constructor(milliseconds: number, cause?: unknown) {
    super(`run again in ${milliseconds} ms`, { cause })
    this.milliseconds = milliseconds
  }
}

/** A value for each queue. */
export function ofQueues<Value>(make: (name: QueueName) => Value): Record<QueueName, Value> {
  return { fetch: make('fetch'), read: make('read'), compare: make('compare'), reader: make('reader') }
}

export type QueueDepth = { readonly waiting: number; readonly active: number; readonly failed: number }

export interface EventQueue {
  /** Queues a flow; the same comparison and round twice is one flow. */
  add(flow: Flow): Promise<void>
  /** Whether the flow's compare job is still to run or running. */
  holds(comparison: string, round: number): Promise<boolean>
  /** Queues the reader's job of a comparison; twice is one job. */
  addReading(comparison: string): Promise<void>
  holdsReading(comparison: string): Promise<boolean>
  depth(): Promise<Readonly<Record<QueueName, QueueDepth>>>
  /** Starts working; `concurrency` jobs at once in each named queue. */
  work(handlers: Handlers, names: readonly QueueName[], concurrency: number): QueueWorker
  /** Has rounds run, one every so often by one of the processes that offer them. A round that throws is told, and the next comes all the same. */
  rounds(everyMs: number, round: () => Promise<void>, onTrouble: (error: Error) => void): QueueWorker
  /** Rejects when the queue cannot be reached now. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface QueueWorker {
  /** Takes no new job, lets running ones end within `graceMilliseconds`, then aborts them. */
  close(graceMilliseconds: number): Promise<void>
}
