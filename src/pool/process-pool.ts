/**
 * A pool of processes that are killed when a job takes too much time or memory. Time is a job's own processor time from when its process has
 * loaded: no job is charged for waiting. A process that uses next to none for far longer is stuck.
 *
 * Jobs begin in quick places. One that holds its place for long while others wait goes on in a slow one; where none is free it is begun again
 * there in its turn. If it has a name its caller is let go, and asks for the outcome later. What was stopped is tried once more in a slow place:
 * a process that died of what came before, or a machine short of memory, says nothing of a job.
 */
import { availableParallelism } from 'node:os'
import { poolAnswers, type PoolAnswers, type PoolJobs, type PoolKind } from '../model/pool-job.js'
import { type Outcome, type Pool, PutOff } from '../ports/pool.js'
import { PoolProcess } from './pool-process.js'

export type PoolOptions = {
  readonly entry: URL
  /** Processor time of one job, milliseconds. */
  readonly timeMs: Readonly<Record<PoolKind, number>>
  readonly memoryMb: number
  /** Most quick places, or null for one a core, at most four; beside them are as many slow ones. */
  readonly processes: number | null
  /** Another process starts only where more jobs than this wait for each that runs: starting one costs as much as reading ten pages. */
  readonly waitingPerProcess: number
  readonly deaf: boolean
  readonly weightsFolder: string | null
  /** Processor time after which a job is slow, where others wait; else what its kind usually takes. */
  readonly slowMs?: number
}

/** Who uses less than this within so many times its limit of time, by the clock, is stuck: no machine is as busy as that. */
const stirMs = 100
const stuckFactor = 30
/** Five reports of half a page are compared in about two seconds, and one is read in a fifth of a second. */
const usualMs = { read: 1_000, skim: 1_000, feed: 1_000, compare: 3_000, write: 1_000 } as const
/** The first job of its kind in a process takes so much more than the next. */
const coldMs = 1_500
const lookMs = 100
/** What a process may hold beside its heap: buffers, typed arrays, code. */
const besideHeapMb = 300
/** A process that holds more than this when it has answered is replaced, so that the program's memory does not grow. */
const plumpMb = 320
/** After so long without work all processes but one go. */
const idleMs = 60_000
const mostProcesses = 4

type Task = {
  readonly kind: PoolKind
  readonly job: unknown
  readonly name: string | null
  settle: (outcome: Outcome<unknown>) => void
  fail: (error: Error) => void
  /** It was stopped before. */
  again: boolean
  /** How often its process was killed by somebody else. */
  kills: number
}

type Running = {
  readonly task: Task
  readonly process: PoolProcess
  readonly startedAt: number
  slow: boolean
  /** Processor time of the process when it had loaded what the job needs; null until then. */
  loadedAtMs: number | null
  cpuMs: number
  /** When it had last used as much as a process that is not stuck, and its processor time then. */
  stirred: { readonly at: number; readonly cpuMs: number }
}

export function processPool(options: PoolOptions): Pool {
  return new Processes(options)
}

class Processes implements Pool {
  readonly #options: PoolOptions
  readonly #places: number
  readonly #running = new Set<Running>()
  readonly #idle: PoolProcess[] = []
  /** Killed, and perhaps not ended yet. */
  readonly #ending = new Set<Promise<void>>()
  readonly #waiting: Task[] = []
  readonly #waitingSlow: Task[] = []
  readonly #putOff = new PutOffJobs()
  #resting: NodeJS.Timeout | null = null
  readonly #looking: NodeJS.Timeout
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#places = options.processes ?? Math.min(availableParallelism(), mostProcesses)
    this.#looking = setInterval(() => {
      this.#look()
    }, lookMs).unref()
  }

  async run<K extends PoolKind>(kind: K, job: PoolJobs[K], name?: string): Promise<Outcome<PoolAnswers[K]>> {
    if (this.#closed) throw closedMeanwhile()
    const known = name === undefined ? null : `${kind} ${name}`
    const asked = new Promise<Outcome<unknown>>((settle, fail) => {
      const task = { kind, job, name: known, settle, fail, again: false, kills: 0 }
      if (this.#putOff.ask(task)) return
      this.#waiting.push(task)
      this.#next()
    })
    const outcome = await asked
    if (outcome.state !== 'done') return outcome
    return { state: 'done', value: poolAnswers[kind].parse(outcome.value) }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#looking)
    const tasks = [...this.#waiting.splice(0), ...this.#waitingSlow.splice(0)]
    for (const { task, process } of this.#running) {
      tasks.push(task)
      this.#discard(process)
    }
    this.#running.clear()
    for (const process of this.#idle.splice(0)) this.#discard(process)
    for (const { fail } of tasks) fail(closedMeanwhile())
    await Promise.all(this.#ending)
  }

  #next(): void {
    for (;;) {
      const quick = this.#all((running) => !running.slow)
      if (this.#waiting.length === 0 || quick.length >= this.#places) break
      const process = this.#idle.pop() ?? (this.#mayStart(quick) ? this.#spawn() : null)
      const task = process && this.#waiting.shift()
      if (!task) break
      void this.#start(task, process, false)
    }
    while (this.#slowPlaceIsFree()) {
      const task = this.#waitingSlow.shift()
      if (!task) break
      void this.#start(task, this.#spawn(), true)
    }
  }

  #mayStart(quick: readonly Running[]): boolean {
    if (quick.length === 0) return true
    const starting = quick.some(({ loadedAtMs }) => loadedAtMs === null)
    return !starting && this.#waiting.length > quick.length * this.#options.waitingPerProcess
  }

  #spawn(): PoolProcess {
    const process = new PoolProcess(this.#options)
    void process.ended.then(() => {
      const index = this.#idle.indexOf(process)
      if (index !== -1) this.#idle.splice(index, 1)
    })
    return process
  }

  async #start(task: Task, process: PoolProcess, slow: boolean): Promise<void> {
    const running: Running = {
      task,
      process,
      startedAt: performance.now(),
      slow,
      loadedAtMs: null,
      cpuMs: 0,
      stirred: { at: performance.now(), cpuMs: 0 },
    }
    this.#running.add(running)
    if (slow) process.yield()
    const end = await process.run(task.kind, task.job, () => {
      running.loadedAtMs = running.cpuMs = this.#cpuMs(running)
    })
    if (!this.#running.delete(running)) return
    if ('died' in end) {
      this.#died(task, end.died)
      return
    }
    if (running.slow || (process.usage()?.residentMb ?? 0) > plumpMb) this.#discard(process)
    else this.#rest(process)
    if ('answer' in end) task.settle({ state: 'done', value: end.answer })
    else task.settle({ state: 'failed', message: end.failure })
    this.#next()
  }

  #look(): void {
    for (const running of [...this.#running]) this.#check(running)
    this.#next()
  }

  #check(running: Running): void {
    const { task, process, slow, loadedAtMs } = running
    const usage = process.usage()
    const before = running.cpuMs
    running.cpuMs = usage?.cpuMs ?? this.#cpuMs(running)
    const spent = running.cpuMs - before
    if (running.cpuMs - running.stirred.cpuMs > stirMs)
      running.stirred = { at: performance.now(), cpuMs: running.cpuMs }

    const limit = this.#options.timeMs[task.kind]
    const used = loadedAtMs === null ? 0 : running.cpuMs - loadedAtMs
    const stop = (why: 'time' | 'memory', reason: string): void => {
      this.#running.delete(running)
      this.#discard(process)
      this.#stopped(task, why, reason)
    }
    if (usage && usage.residentMb > this.#options.memoryMb + besideHeapMb) stop('memory', this.#tookMemory())
    // Who has done its work uses no more: its answer is on the way, however late this program comes to it.
    else if (used > limit && spent > 0)
      stop('time', `took more than ${limit / 1000} s of processor time, so it was stopped`)
    else if (performance.now() - running.stirred.at > limit * stuckFactor)
      stop('time', `did nothing for ${(limit * stuckFactor) / 1000} s, so it was stopped`)
    else if (!slow && this.#isSlow(process, task.kind, used)) {
      this.#putOff.add(task)
      if (this.#waiting.length > 0) this.#makeRoom(running)
    }
  }

  #isSlow(process: PoolProcess, kind: PoolKind, used: number): boolean {
    return used > (this.#options.slowMs ?? usualMs[kind] + (process.knows(kind) ? 0 : coldMs))
  }

  #makeRoom(running: Running): void {
    if (this.#slowPlaceIsFree()) {
      running.slow = true
      running.process.yield()
      return
    }
    this.#running.delete(running)
    this.#discard(running.process)
    this.#waitingSlow.push(running.task)
  }

  #stopped(task: Task, why: 'time' | 'memory' | 'crash', reason: string): void {
    if (task.again) task.settle({ state: 'stopped', why, reason })
    else {
      task.again = true
      this.#putOff.add(task)
      this.#waitingSlow.push(task)
    }
    this.#next()
  }

  #died(task: Task, how: number | string): void {
    if (endsOfMemory.has(how)) this.#stopped(task, 'memory', this.#tookMemory())
    else if (!killsFromOutside.has(how)) this.#stopped(task, 'crash', `ended its process (${how})`)
    // That says nothing of the job: it is begun again, at no cost.
    else if (++task.kills <= mostKills) this.#waiting.unshift(task)
    else
      task.settle({
        state: 'stopped',
        why: 'crash',
        reason: `was killed from outside ${mostKills} times (${how}); the machine may be short of memory`,
      })
    this.#next()
  }

  #slowPlaceIsFree(): boolean {
    return this.#all(({ slow }) => slow).length < this.#places
  }

  #all(which: (running: Running) => boolean): readonly Running[] {
    return [...this.#running].filter(which)
  }

  /** Where the system does not tell processor time, the time by the clock stands for it. */
  #cpuMs({ process, startedAt }: Running): number {
    return process.usage()?.cpuMs ?? performance.now() - startedAt
  }

  #tookMemory(): string {
    return `took more than the ${this.#options.memoryMb} MB of memory allowed, so it was stopped`
  }

  #rest(process: PoolProcess): void {
    this.#idle.push(process)
    this.#resting?.refresh()
    this.#resting ??= setTimeout(() => {
      for (const extra of this.#idle.splice(1)) this.#discard(extra)
    }, idleMs).unref()
  }

  #discard(process: PoolProcess): void {
    const ended = process.kill()
    this.#ending.add(ended)
    void ended.then(() => this.#ending.delete(ended))
  }
}

/** How a process ends for which V8 had no memory left. */
const endsOfMemory: ReadonlySet<number | string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL'])
/** By hand, by a supervisor, or by a system that is short of memory; our own kills nobody hears of. */
const killsFromOutside: ReadonlySet<number | string> = new Set([
  'SIGKILL',
  'SIGTERM',
  'SIGINT',
  'SIGHUP',
  'SIGQUIT',
])
/** So often a job is begun again for nothing; more is no accident. */
const mostKills = 10

function closedMeanwhile(): Error {
  return new Error('the pool was closed before this job was done')
}

/** What each holds is a page, or the articles of an event. */
const most = 64

class PutOffJobs {
  readonly #outcomes = new Map<string, Outcome<unknown> | null>()

  add(task: Task): void {
    const { name, fail } = task
    if (name === null || this.#outcomes.has(name) || !this.#hasRoom()) return
    this.#outcomes.set(name, null)
    task.settle = (outcome) => this.#outcomes.set(name, outcome)
    task.fail = () => this.#outcomes.delete(name)
    fail(new PutOff())
  }

  /** True where a job of this name was put off. That a job was stopped is told again and again: its caller may start over. */
  ask({ name, settle, fail }: Task): boolean {
    const outcome = name === null ? undefined : this.#outcomes.get(name)
    if (name === null || outcome === undefined) return false
    if (outcome === null) fail(new PutOff())
    else settle(outcome)
    if (outcome !== null && outcome.state !== 'stopped') this.#outcomes.delete(name)
    return true
  }

  /** The oldest outcome that nobody came for makes room. */
  #hasRoom(): boolean {
    if (this.#outcomes.size < most) return true
    const [oldest] = [...this.#outcomes].find(([, outcome]) => outcome !== null) ?? []
    return oldest !== undefined && this.#outcomes.delete(oldest)
  }
}
