/**
 * One process of the pool: started, given jobs, watched, killed. A process and not a thread: V8 takes the whole process down when a thread
 * asks for more memory at once than is left. When it is too much is for the pool to say.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PoolKind } from '../model/pool-job.js'

export type ProcessOptions = {
  /** Built JavaScript of the process's entry. */
  readonly entry: URL
  readonly memoryMb: number
  /** Whether SIGINT and SIGTERM, which a terminal or supervisor sends to all processes, are left to the program. */
  readonly deaf: boolean
  readonly weightsFolder: string | null
}

/** What a process says of a job: that it has loaded what the job needs, and how the job ended. */
type Said = { readonly loaded: true } | Ended
type Ended = { readonly answer: unknown } | { readonly failure: string }

/** `died`: by itself, with the code or the signal. */
export type JobEnd = Ended | { readonly died: number | string }

/** A third of the share of who is in the usual place (0; 19 is the last): behind others, but not for ever on a busy machine. */
const slowPriority = 10

export class PoolProcess {
  readonly #child: ChildProcess
  readonly #done = new Set<PoolKind>()
  /** Of the job that it has. */
  #loaded: (() => void) | null = null
  #end: ((end: JobEnd) => void) | null = null
  readonly ended: Promise<void>

  constructor({ entry, memoryMb, deaf, weightsFolder }: ProcessOptions) {
    const told = {
      program: process.pid,
      deaf,
      weightsFolder: weightsFolder === null ? null : path.resolve(weightsFolder),
    }
    this.#child = fork(entry, [JSON.stringify(told)], {
      // Not those of this process: an inspector's port or a loader is not for two.
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // Not the user's, which may be deleted while the program runs: Node does not start there.
      cwd: fileURLToPath(new URL('.', entry)),
      serialization: 'advanced',
      // Nothing a page contains may reach the program's output.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (said: Said) => {
      if ('loaded' in said) this.#loaded?.()
      else this.#end?.(said)
    })
    this.ended = new Promise((resolve) => {
      const end = (how: number | string): void => {
        resolve()
        this.#end?.({ died: how })
      }
      // A message that cannot be sent to a dead process; its end is told by itself.
      this.#child.on('error', () => {
        if (this.#child.pid === undefined) end('not started')
      })
      this.#child.on('exit', (code, signal) => {
        end(signal ?? code ?? 0)
      })
    })
  }

  /** Never ends for one that is killed meanwhile. */
  async run(kind: PoolKind, job: unknown, loaded: () => void): Promise<JobEnd> {
    this.#child.ref()
    this.#child.channel?.ref()
    const ended = new Promise<JobEnd>((resolve) => {
      this.#loaded = loaded
      this.#end = resolve
    })
    // One that could not be started, for want of memory or files, tells its end by itself.
    if (this.#child.pid !== undefined) this.#child.send({ kind, job }, () => undefined)
    const end = await ended
    this.#letGo()
    this.#done.add(kind)
    // It does not keep the program running while it has nothing to do.
    this.#child.unref()
    this.#child.channel?.unref()
    return end
  }

  knows(kind: PoolKind): boolean {
    return this.#done.has(kind)
  }

  usage(): Usage | null {
    return this.#child.pid === undefined ? null : usageOf(this.#child.pid)
  }

  /** Lets everything else go first from now on. */
  yield(): void {
    try {
      if (this.#child.pid !== undefined) setPriority(this.#child.pid, slowPriority)
    } catch {
      // It has ended meanwhile, or the system knows no priorities: then it goes on as it was.
    }
  }

  /** Of what the job holds: a page, or all articles of an event. */
  #letGo(): void {
    this.#loaded = null
    this.#end = null
  }

  kill(): Promise<void> {
    this.#letGo()
    // Its end is waited for: the system's record of what it used, and its memory, are not left behind.
    this.#child.ref()
    this.#child.kill('SIGKILL')
    return this.ended
  }
}

export type Usage = {
  readonly cpuMs: number
  readonly residentMb: number
}

/** Linux counts in hundredths of a second on every platform that Node runs on (USER_HZ), and memory in pages. */
const tickMs = 10
const pageBytes = 4096

export function usageOf(pid: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in brackets, which may hold blanks; utime, stime and rss are 14, 15 and 24.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number)
    if (user === undefined || system === undefined || pages === undefined) return null
    return { cpuMs: (user + system) * tickMs, residentMb: (pages * pageBytes) / 1e6 }
  } catch {
    return null
  }
}
