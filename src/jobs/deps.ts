/** What the job handlers get from outside. */
import type { Completeness } from '../model/article.js'
import type { QueueName } from '../model/job.js'
import type { Generator } from '../model/report.js'
import type { SubmissionOptions } from '../model/submission.js'
import type { Deps } from '../pool/pooled.js'
import type { Reader } from '../ports/reader.js'
import type { Poller } from '../ports/fetcher.js'
import type { EventQueue } from '../ports/queue.js'
import type { Store } from '../ports/store.js'
import type { Pace } from '../watch/schedule.js'

export type JobDeps = Deps & {
  readonly store: Store
  readonly queue: EventQueue
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** 0..1, for jitter alone; never reaches a report. */
  readonly random: () => number
  readonly generatorFor: (options: SubmissionOptions) => Generator
  readonly limits: JobLimits
  readonly poller: Poller
  /** When articles are looked at again for newer versions. */
  readonly pace: Pace
  /** Of dates in articles that state none, where nobody said another. */
  readonly zone: string
  /** The operator's second reader, or null. */
  readonly reading: SecondReader | null
  readonly notice: (notice: JobNotice) => void
}

export type SecondReader = {
  readonly reader: Reader
  /** How the model did in `notes test`, for the notes. */
  readonly test?: string
  /** Tokens of one event, and of all events of a day. */
  readonly tokensOfEvent: number
  readonly tokensOfDay: number
  /** Pause between two events, over all workers. */
  readonly gapMs: number
  /** Whether pasted texts and uploads may go to it, too. */
  readonly uploads: boolean
}

export type JobLimits = {
  /** A URL fetched within this time is not fetched again. */
  readonly fetchAgeMs: number
  /** Pause between two requests to one host, over all workers. */
  readonly hostDelayMs: number
  /** After this time another worker may fetch a URL that one has taken. */
  readonly fetchLeaseMs: number
  /** The same for a page that one is reading. */
  readonly readLeaseMs: number
  /** A process that has been silent for so long counts as gone. */
  readonly silenceMs: number
  /** No other process works on this store: whatever one left behind, it is gone. */
  readonly alone: boolean
}

type Told<Kind extends string, Fields> = Readonly<{ kind: Kind } & Fields>
type ToldOf<Kind extends string, Fields> = Told<Kind, { comparison: string } & Fields>

/** What handlers tell the log and the metrics: never text of an article. */
export type JobNotice =
  /** `later`: it was not its turn, and it will run again without having cost a try. `cause`: code or name of the error, when it failed. */
  | ToldOf<
      'ran',
      { stage: QueueName; seconds: number; outcome: 'done' | 'later' | 'failed'; cause: string | null }
    >
  | ToldOf<'fetched', { host: string; shared: boolean }>
  /** `article`: null where it had been read before, for this or another comparison. */
  | ToldOf<
      'read',
      {
        host: string | null
        article: Readonly<{ words: number; completeness: Completeness['state'] }> | null
      }
    >
  | ToldOf<'lost', { position: number; code: string }>
  | ToldOf<'finished', { state: string; findings: number }>
  /** The reader was asked. `reason` where it gave nothing. */
  | ToldOf<'asked', { requests: number; tokensIn: number; tokensOut: number; reason: string | null }>
  /** Notes were tested: how many were refused, by reason. */
  | ToldOf<'noted', { taken: number; refused: Readonly<Record<string, number>> }>
  | ToldOf<'requeued', { round: number }>
  /** Another process went silent while it worked; what it had under way is charged for it. */
  | Told<'process-lost', { process: string }>
