/**
 * Runs normalize in worker threads that are killed when a page takes too long or too much memory.
 *
 * In:    the entry file of the thread, limits, and how an unreadable article is made.
 * Never: lets a page take the program down, or lets idle threads keep it running.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import type { Normalizer } from '../ports/normalizer.js'

export type ThreadOptions = {
  /** Built JavaScript of the thread's entry. */
  readonly entry: URL
  /** The article of a page that gave no bytes: made here, since it costs nothing. */
  readonly lost: (page: RawPage) => Article
  /** An article for a page that could not be read, with the code and sentence of its issue. */
  readonly unreadable: (page: RawPage, code: string, message: string) => Article
  /** Wall time for one page, milliseconds. */
  readonly timeoutMs?: number
  /** Heap of one thread, megabytes. */
  readonly memoryMb?: number
  /** Most threads at a time. */
  readonly threads?: number
}

/** Normalize parses only the beginning of huge pages; what still takes longer than this is reported as unreadable. */
const TIME_LIMIT = 30_000
/** Megabytes of the thread's heap; what needs more is reported as unreadable. */
const MEMORY_LIMIT = 1024
const MAX_THREADS = 4
/**
 * Starting a thread costs as much as parsing about ten pages: another one starts only where more pages than this wait
 * for each that runs, or where a page has waited so long that the ones before it must be slow.
 */
const WAITING_PER_THREAD = 4
const PATIENCE = 2_000

type Answer = { readonly article: Article } | { readonly failure: string }
type Task = {
  readonly page: RawPage
  readonly resolve: (article: Article) => void
  readonly reject: (error: Error) => void
  /** It has waited so long that the pages before it must be slow. Set by its timer: clocks differ by a fraction. */
  late: boolean
}

export function threadNormalizer(options: ThreadOptions): Normalizer {
  const pool = new Pool(options)
  return {
    normalize: (page) => pool.run(page),
    close: () => pool.close(),
  }
}

class Pool {
  readonly #options: ThreadOptions
  readonly #idle: Worker[] = []
  readonly #busy = new Set<Worker>()
  readonly #waiting: Task[] = []
  #closed = false

  constructor(options: ThreadOptions) {
    this.#options = options
  }

  run(page: RawPage): Promise<Article> {
    if (page.state === 'lost') return Promise.resolve(this.#options.lost(page))
    if (this.#closed) return Promise.reject(closedMeanwhile())
    return new Promise((resolve, reject) => {
      const task: Task = { page, resolve, reject, late: false }
      this.#waiting.push(task)
      this.#next()
      if (this.#waiting.length > 0)
        setTimeout(() => {
          task.late = true
          this.#next()
        }, PATIENCE).unref()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { reject } of this.#waiting.splice(0)) reject(closedMeanwhile())
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.terminate()))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const worker = this.#idle.pop() ?? (this.#mayGrow() ? this.#spawn() : undefined)
    const task = worker && this.#waiting.shift()
    if (task) this.#start(worker, task)
  }

  #mayGrow(): boolean {
    const most = this.#options.threads ?? Math.min(availableParallelism(), MAX_THREADS)
    const running = this.#busy.size
    const many = this.#waiting.length > running * WAITING_PER_THREAD
    return running < most && (many || this.#waiting.some(({ late }) => late))
  }

  #spawn(): Worker {
    const worker = new Worker(this.#options.entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMb ?? MEMORY_LIMIT },
      // Nothing a page contains may reach the program's output. Not read either: reading keeps the program running.
      stdout: true,
      stderr: true,
    })
    worker.on('error', () => {
      this.#forget(worker)
    })
    worker.on('exit', () => {
      this.#forget(worker)
    })
    return worker
  }

  #start(worker: Worker, { page, resolve, reject }: Task): void {
    const limit = this.#options.timeoutMs ?? TIME_LIMIT
    const finish = (reusable: boolean, article: Article) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      this.#busy.delete(worker)
      if (reusable) this.#rest(worker)
      else discard(worker)
      resolve(article)
      this.#next()
    }
    const lose = (code: string, cause: string) => {
      finish(false, this.#options.unreadable(page, code, cause))
    }
    const onMessage = (answer: Answer) => {
      if ('article' in answer) finish(true, answer.article)
      else lose('normalize-crash', `the page could not be parsed (${answer.failure}).`)
    }
    const onError = (error: Error) => {
      if (isOutOfMemory(error))
        lose('normalize-memory', 'reading the page took more memory than allowed, so it was stopped.')
      else lose('normalize-crash', `the page could not be parsed (${error.message}).`)
    }
    const onExit = (code: number) => {
      if (this.#closed) {
        clearTimeout(timer)
        reject(closedMeanwhile())
      } else lose('normalize-crash', `the thread that read the page ended with code ${code}.`)
    }
    const timer = setTimeout(() => {
      lose('normalize-timeout', `reading the page took longer than ${limit / 1000} s, so it was stopped.`)
    }, limit)
    this.#busy.add(worker)
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(page)
  }

  /** A thread may end while it is idle. */
  #forget(worker: Worker): void {
    const index = this.#idle.indexOf(worker)
    if (index !== -1) this.#idle.splice(index, 1)
  }

  /** An idle thread does not keep the program running. */
  #rest(worker: Worker): void {
    this.#idle.push(worker)
    worker.unref()
  }
}

function closedMeanwhile(): Error {
  return new Error('the reading of pages was closed before this one was read')
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function discard(worker: Worker): void {
  void worker.terminate()
}
