/**
 * Jobs of a pool that go on while nobody waits for them, by name.
 *
 * In:    a job that turned out to be slow; later its name. Out: its outcome, once there is one.
 * Never: holds more than so many: the next slow job is waited for as if it had no name.
 */
import { PutOff, type Outcome } from '../ports/pool.js'

type Job = {
  readonly name: string | null
  settle: (outcome: Outcome<unknown>) => void
  fail: (error: Error) => void
}

/** What each holds is a page, or the articles of an event. */
const most = 64

export class PutOffJobs {
  readonly #outcomes = new Map<string, Outcome<unknown> | null>()

  /** Lets the caller go. */
  add(job: Job): void {
    const { name, fail } = job
    if (name === null || this.#outcomes.has(name) || !this.#hasRoom()) return
    this.#outcomes.set(name, null)
    job.settle = (outcome) => this.#outcomes.set(name, outcome)
    job.fail = () => this.#outcomes.delete(name)
    fail(new PutOff())
  }

  /** Null where no job of this name was put off. That a job was stopped is told again and again: its caller may start over. */
  ask(name: string): Promise<Outcome<unknown>> | null {
    const outcome = this.#outcomes.get(name)
    if (outcome === undefined) return null
    if (outcome === null) return Promise.reject(new PutOff())
    if (outcome.state !== 'stopped') this.#outcomes.delete(name)
    return Promise.resolve(outcome)
  }

  /** The oldest outcome that nobody came for makes room. */
  #hasRoom(): boolean {
    if (this.#outcomes.size < most) return true
    const [oldest] = [...this.#outcomes].find(([, outcome]) => outcome !== null) ?? []
    return oldest !== undefined && this.#outcomes.delete(oldest)
  }
}
