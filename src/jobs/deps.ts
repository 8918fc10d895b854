/** What the job handlers get from outside. */
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

/** What handlers tell the log and the metrics: never text of an article. */
export type JobNotice =
  | {
      readonly kind: 'ran'
      readonly stage: QueueName
      readonly comparison: string
      readonly seconds: number
      /** `later`: it was not its turn, and it will run again without having cost a try. */
      readonly outcome: 'done' | 'later' | 'failed'
      /** Code or name of the error, when it failed. */
      readonly cause: string | null
    }
  | { readonly kind: 'fetched'; readonly comparison: string; readonly host: string; readonly shared: boolean }
  | {
      readonly kind: 'read'
      readonly comparison: string
      readonly host: string | null
      /** Null where the article had been read before, for this or another comparison. */
      readonly article: {
        readonly words: number
        readonly completeness: 'complete' | 'truncated' | 'unreadable'
      } | null
    }
  | { readonly kind: 'lost'; readonly comparison: string; readonly position: number; readonly code: string }
  | {
      readonly kind: 'finished'
      readonly comparison: string
      readonly state: string
      readonly findings: number
    }
  /** The reader was asked. `reason` where it gave nothing. */
  | {
      readonly kind: 'asked'
      readonly comparison: string
      readonly requests: number
      readonly tokensIn: number
      readonly tokensOut: number
      readonly reason: string | null
    }
  /** Notes were tested: how many were refused, by reason. */
  | {
      readonly kind: 'noted'
      readonly comparison: string
      readonly taken: number
      readonly refused: Readonly<Record<string, number>>
    }
  | { readonly kind: 'requeued'; readonly comparison: string; readonly round: number }
  /** Another process went silent while it worked; what it had under way is charged for it. */
  | { readonly kind: 'process-lost'; readonly process: string }
