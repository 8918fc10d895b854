/** What a round of watching gets from outside, and how it is set. */
import type { KeptArticle, MadeComparison } from '../model/watch.js'
import type { Generator } from '../model/report.js'
import type { Versions } from '../model/versions.js'
import type { Deps, Ruling } from '../pool/pooled.js'
import type { Poller } from '../ports/fetcher.js'
import type { WatchStore } from '../ports/watch.js'
import { usualPace, type Pace } from './schedule.js'

export type WatchSettings = {
  readonly pace: Pace
  /** A story is compared from so many reports, of so many independent texts. */
  readonly reports: number
  readonly texts: number
  /** Between two comparisons of one story. */
  readonly againMs: number
  /** Reports in one comparison: the newest that are no copies of others come first. */
  readonly mostReports: number
  /** Articles older than this are not followed, and new ones join no story that ended before. */
  readonly windowMs: number
  /** Sites asked at once. */
  readonly sitesAtOnce: number
  /** Articles fetched in one round, and stories compared in it; the rest is for the next. */
  readonly mostOfRound: number
  readonly mostCompared: number
  /** Articles that new ones are held against, the newest. */
  readonly mostKnown: number
}

export const usualSettings: WatchSettings = {
  pace: usualPace,
  reports: 3,
  texts: 2,
  againMs: 3_600_000,
  mostReports: 40,
  windowMs: 14 * 86_400_000,
  sitesAtOnce: 16,
  mostOfRound: 2_000,
  mostCompared: 100,
  mostKnown: 50_000,
}

/** Each is called before what it tells of is committed: after a kill it may be called again with the same. */
export type WatchHooks = {
  readonly progress: (line: string) => void
  /** A story has other reports than before. */
  readonly grouped: (story: string, members: readonly KeptArticle[]) => Promise<void>
  /** Two stories turned out to be one. */
  readonly merged: (story: string, into: string) => Promise<void>
  /** A newer version of an article. */
  readonly changed: (article: KeptArticle, found: Versions) => Promise<void>
  /** `report`: its JSON. Not called for a comparison that is not published. */
  readonly compared: (made: MadeComparison, report: string) => Promise<void>
}

export type Watching = Pick<Deps, 'pool' | 'fetchers'> & {
  readonly poller: Poller
  readonly store: WatchStore
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly zone: string
  readonly generator: Generator
  readonly settings: WatchSettings
  /** What a person ruled on stories: holds for reports that come from now on. */
  readonly rulings: () => Promise<readonly Ruling[]>
  readonly hooks: WatchHooks
}

/** What a round came to. */
export type Round = {
  readonly asked: number
  readonly found: number
  readonly kept: number
  /** Articles that could not be fetched or read, with why. */
  readonly lost: readonly { readonly address: string; readonly why: string }[]
  readonly versions: number
  readonly compared: readonly MadeComparison[]
  /** Stories that could not be compared, with why. */
  readonly unmade: readonly { readonly story: string; readonly why: string }[]
  /** Entries that wait for the next round, since this one had enough; and whether stories do. */
  readonly waiting: number
  readonly storiesWait: boolean
}
