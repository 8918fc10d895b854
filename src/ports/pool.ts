/** Runs jobs that may cost any amount of time and memory where they can be stopped. */
import type { PoolAnswers, PoolJobs, PoolKind } from '../model/pool-job.js'

export type Outcome<T> =
  | { readonly state: 'done'; readonly value: T }
  /** It threw, which is a defect: the error's message. */
  | { readonly state: 'failed'; readonly message: string }
  /** It would have cost more than is allowed, twice. `reason` is a sentence without its subject: "took more than 20 s …". */
  | { readonly state: 'stopped'; readonly why: 'time' | 'memory' | 'crash'; readonly reason: string }

/** The job goes on by itself, behind all others: ask for it again by its name, after a while. */
export class PutOff extends Error {
  override readonly name = 'PutOff'
}

export interface Pool {
  /** Rejects when the pool is closed meanwhile. A job with a name may be put off (`PutOff`), so that its caller has a hand free. */
  run<K extends PoolKind>(kind: K, job: PoolJobs[K], name?: string): Promise<Outcome<PoolAnswers[K]>>
  close(): Promise<void>
}
