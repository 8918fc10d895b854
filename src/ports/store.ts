/** The store: submissions, pages and articles by content, reports. Each method can be called twice with the same effect. */
import { z } from 'zod'
import type { ApiKey } from '../model/api-key.js'
import type { Batch } from '../model/batch.js'
import type { Delivery, DeliveryState } from '../model/delivery.js'
import type { Issue } from '../model/issue.js'
import type { ReportSummary } from '../model/pool-job.js'
import type { Exchange, RawPage } from '../model/raw-page.js'
import type { Source } from '../model/source.js'
import type {
  ComparisonState,
  ReadAbout,
  SourceProgress,
  Submission,
  SubmissionOptions,
} from '../model/submission.js'

import type { DeskStore } from './desk.js'
import type { WatchStore } from './watch.js'

export type NewSubmission = {
  readonly id: string
  readonly title: string | null
  readonly sources: readonly Source[]
  readonly options: SubmissionOptions
  readonly callbackUrl: string | null
  readonly batch: string | null
  readonly idempotency: Idempotency | null
  /** Bytes of `stored` sources, kept in the same step as the submission. */
  readonly contents?: readonly UploadedContent[]
  /** Text of a second reader's notes file. */
  readonly notes?: string | null
  /** Whether the operator's reader is to read it. */
  readonly reader?: boolean
  /** The story whose reports they are. */
  readonly story?: string | null
  /** Id of the key it was sent with. */
  readonly by?: string | null
}

export type Story = {
  readonly id: string
  readonly title: string | null
  readonly createdAt: number
  readonly changedAt: number
  readonly reports: number
  readonly comparison: string | null
}
export type StoryReport = {
  /** Of the page, or the hash of bytes that have none: what tells it from the others. */
  readonly address: string
  readonly source: Source
  readonly addedAt: number
}
export type VersionsFound = {
  readonly address: string
  /** Hashes of the texts. */
  readonly old: string
  readonly new: string
  readonly found: string
  readonly at: number
}
/** A person's word on two addresses: `together`, of one story, or `apart`. */
export type StoryRuling = {
  readonly source: string
  readonly with: string
  readonly ruling: 'together' | 'apart'
}

export type Transition = { readonly state: ComparisonState | 'withdrawn'; readonly at: number }

/** The client's key and a hash of the request, so that a repeated request finds its first answer. */
export type Idempotency = { readonly key: string; readonly requestHash: string }

export type UploadedContent = StoredContent & { readonly sha256: string }

export type Created =
  | { readonly state: 'created' | 'repeated'; readonly submission: Submission }
  /** The key was used for another request. */
  | { readonly state: 'conflict' }

/** An annotated article as JSON, with the hash of the bytes it was read from. */
export type StoredArticle = {
  readonly sha256: string | null
  /** Hash of its text; null where nothing was read, or the article is stored already. */
  readonly text: string | null
  readonly json: string
  /** With its text: what is told of it in short, and the words it is found by. */
  readonly about?: ReadAbout
  readonly terms?: string
}

export type StoredContent = { readonly bytes: Uint8Array; readonly mediaType: string | null }

/** A page that was fetched for some comparison, without its bytes. */
export type StoredFetch = {
  readonly url: string
  readonly finalUrl: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly sha256: string
  readonly fetchedAt: string
  readonly exchange: Exchange | null
}

/** What a list holds; what is left out is not asked for. */
export type ListQuery = {
  readonly limit: number
  /** `next` of the page before. */
  readonly after: string | null
  readonly batch?: string | undefined
  readonly ids?: readonly string[] | undefined
  /** Events of batches, or what was compared by itself. */
  readonly kind?: 'single' | 'batch' | undefined
  readonly states?: readonly ComparisonState[] | undefined
  /** Submitted from then on, and before then. */
  readonly from?: number | undefined
  readonly until?: number | undefined
  readonly by?: string | undefined
  /** All of them in title, outlets or texts, as words or beginnings of words. */
  readonly words?: string | undefined
  readonly outlet?: string | undefined
  readonly tag?: string | undefined
}
/** `outlets`: as read, else as given. */
export type Listed = Submission & { readonly outlets: readonly string[]; readonly tags: readonly string[] }

/** `next`: what the page behind it is asked for by. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }

/** `query`: of an address. */
export type SavedSearch = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly createdAt: number
}

export type NewBatch = {
  readonly id: string
  readonly title: string | null
  readonly submissions: readonly NewSubmission[]
  readonly idempotency: Idempotency | null
}

export type BatchCreated =
  { readonly state: 'created' | 'repeated'; readonly batch: Batch } | { readonly state: 'conflict' }

export type Takedown = {
  readonly articles: number
  /** Ids of comparisons whose report held the article: the report is deleted and the comparison says why. */
  readonly reports: readonly string[]
  /** Ids of unfinished comparisons that go on without the article. */
  readonly unfinished: readonly string[]
}

/** What is older than these times (milliseconds since the epoch) goes; null keeps it. */
export type Expiry = {
  readonly finishedBefore: number | null
  /** Of comparisons that were discarded: from then on they cannot be restored. */
  readonly discardedBefore: number | null
  readonly articlesBefore: number | null
  readonly contentsBefore: number | null
  readonly fetchesBefore: number | null
}

export type Expired = Readonly<Record<'comparisons' | 'articles' | 'contents' | 'fetches', number>>

/** Work that may take its process down with it: the reading of one source, or the comparison of all (position -1). */
export type Run = {
  readonly stage: 'read' | 'compare'
  readonly comparison: string
  readonly position: number
}

/** How often a run was under way when its process was lost, and in how many other processes it is under way now. */
export type RunHistory = { readonly lost: number; readonly open: number }

/** A process that works, and a number that it raises while it lives. */
export type Beat = { readonly process: string; readonly beat: number }

/** The store cannot be reached, or takes no writes, now: nothing is wrong with what was asked, and it can be asked again. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway'
  /** The database's or the system's code, such as `57P01` or `SQLITE_FULL`. */
  readonly code: string
  constructor(code: string, cause: Error) {
    super(cause.message, { cause })
    this.code = code
  }
}

/** The data folder or the database cannot be used as it is: a matter of the machine or of settings; the message says what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable'
}

/** A backup is none, or there is no room for it; the message says which. */
export class CannotRestore extends Error {
  override readonly name = 'CannotRestore'
}

export const Census = z.object({
  bytes: z.number(),
  comparisons: z.number(),
  articles: z.number(),
  contents: z.number(),
  watchArticles: z.number(),
  processes: z.number(),
  tokens: z.number(),
  batches: z.number(),
  /** Comparisons that wait for the reader, that it failed, and why it failed the newest of them. */
  readerAwaited: z.number(),
  readerFailed: z.number(),
  readerTrouble: z.string().nullable(),
})
export type Census = z.infer<typeof Census>

export interface Store {
  census(day: string): Promise<Census>
  /** All that is kept, as it is at one moment, line by line; how many rows. */
  backup(take: (line: string) => Promise<void>, now: number): Promise<number>
  /** All of a backup, or nothing, into an empty store; how many rows. */
  fill(lines: AsyncIterable<string>): Promise<number>

  create(submission: NewSubmission, now: number): Promise<Created>
  find(id: string): Promise<Submission | null>
  /** Also one that was discarded: work on it goes on, for it may be taken back. */
  submission(id: string): Promise<Submission | null>
  /** Newest first. */
  list(query: ListQuery): Promise<Page<Listed>>
  tag(ids: readonly string[], tag: string, on: boolean): Promise<void>
  /** The outlets that most comparisons have, and tags. */
  suggested(): Promise<{ readonly outlets: readonly string[]; readonly tags: readonly string[] }>
  saveSearch(search: SavedSearch): Promise<void>
  /** By name. */
  savedSearches(): Promise<readonly SavedSearch[]>
  forgetSearch(id: string): Promise<boolean>
  sources(id: string): Promise<readonly SourceProgress[]>
  /** Ids of submissions that are not final, oldest first. */
  unfinished(limit: number): Promise<readonly string[]>
  /** From queued to running, once. */
  begin(id: string, now: number): Promise<void>
  /** In order: `running` once, then one final state, then `withdrawn` if an article was taken down. The store refuses a second final one. */
  transitions(id: string): Promise<readonly Transition[]>
  /** Raises the round if it still is `from`; false when another process did so first. */
  startRound(id: string, from: number): Promise<boolean>
  /** Deletes a submission, its report, and articles and bytes that nothing else uses. False when there is none. */
  remove(id: string): Promise<boolean>
  /** As if removed, for whoever looks; its idempotency key is free again. False when there is none. */
  discard(id: string, now: number): Promise<boolean>
  discarded(ids: readonly string[]): Promise<readonly Submission[]>
  /** Takes a discard back; false when there is nothing to take back. */
  restore(id: string): Promise<boolean>

  /** With the page's bytes, in one step. False, and nothing is kept, when the source does not wait for a page. */
  savePage(id: string, position: number, page: RawPage & { state: 'read' }, now: number): Promise<boolean>
  page(id: string, position: number): Promise<RawPage | null>
  lose(id: string, position: number, issue: Issue): Promise<void>

  content(sha256: string): Promise<StoredContent | null>
  /** Uploads that nothing uses yet: kept as long as pages are. */
  keepContents(contents: readonly UploadedContent[], now: number): Promise<void>
  /** Which of these are stored; they are kept as if they had come now. */
  holdContents(hashes: readonly string[], now: number): Promise<ReadonlySet<string>>

  /** The newest fetch of the URL from `notBefore` to `now` (milliseconds since the epoch). */
  recentFetch(url: string, notBefore: number, now: number): Promise<StoredFetch | null>
  saveFetch(fetch: StoredFetch, now: number): Promise<void>
  /** True when the caller alone may fetch the URL, or read the page, until the lease ends or is given back. */
  lease(name: string, holder: string, now: number, until: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
  /** Milliseconds to wait until the host's next turn; taking the turn when it is 0. */
  takeTurn(host: string, delay: number, now: number): Promise<number>

  /** JSON of the article by key (content, reading options, stage versions): read once, used by every comparison. */
  article(key: string): Promise<string | null>
  /** The source's article, in one step with the article itself unless it is kept already. */
  saveArticle(id: string, position: number, key: string, article: StoredArticle, now: number): Promise<void>
  /** Their JSON by position, as it was saved; null where the source gave none yet or was lost. */
  articles(id: string): Promise<readonly (string | null)[]>

  /** Writes report and final state unless the submission is final already; false then. */
  finish(
    id: string,
    outcome: {
      readonly state: ComparisonState
      readonly reasons: readonly string[]
      readonly report: string | null
      /** What the report comes to; left out without one. */
      readonly summary?: ReportSummary
    },
    now: number,
  ): Promise<boolean>
  report(id: string): Promise<string | null>
  /** Text of its notes file. */
  notes(id: string): Promise<string | null>
  /** What the reader made, or why it made none; nothing where none is awaited. */
  keepNotes(id: string, made: { readonly text: string } | { readonly reason: string }): Promise<void>
  /** Ids of comparisons whose report is to be replaced, oldest first. */
  awaiting(limit: number): Promise<readonly string[]>
  /** The report with notes in the place of the one without, whose webhook is owed once more; false where there is none. */
  replaceReport(
    id: string,
    outcome: { readonly report: string; readonly summary: ReportSummary },
    now: number,
  ): Promise<boolean>
  /** Sets aside so many tokens of the day, or as many as are left of `most`; how many. */
  takeTokens(day: string, wanted: number, most: number): Promise<number>
  returnTokens(day: string, tokens: number): Promise<void>

  /** Raises the process's number; those of all processes, itself included. */
  beat(process: string): Promise<readonly Beat[]>
  /** The process ends as it should: whatever it has under way is charged to nobody. */
  signOff(process: string): Promise<void>
  /** The process is gone: what it had under way counts as lost with it, once. */
  countLost(process: string): Promise<void>
  /** What is known of a run from other processes than this one. */
  runHistory(run: Run, process: string): Promise<RunHistory>
  /** Writes down that the run is under way; nothing when its comparison is final or gone. */
  startRun(run: Run, process: string): Promise<void>
  /** The run has ended, well or not, with its process alive. */
  endRun(run: Run, process: string): Promise<void>

  /** The batch and all its submissions in one step; a second time with the same idempotency key, the first batch. */
  createBatch(batch: NewBatch, now: number): Promise<BatchCreated>
  batch(id: string): Promise<Batch | null>
  /** Newest first; `after` is the `next` of the page before. */
  batches(options: { readonly limit: number; readonly after: string | null }): Promise<Page<Batch>>
  /** In the order of their ids, which is that of the request. */
  batchMembers(id: string): Promise<readonly Pick<Submission, 'id' | 'state' | 'notes'>[]>

  /** The webhook of a finished comparison that has a callback address. */
  delivery(comparison: string): Promise<Delivery | null>
  /** Due deliveries, each given to one caller alone until `leaseUntil`; the try counts from here. A stored time beyond `latest` is not believed. */
  takeDeliveries(now: number, leaseUntil: number, limit: number, latest: number): Promise<readonly Delivery[]>
  settleDelivery(
    comparison: string,
    outcome: {
      readonly state: DeliveryState
      readonly nextAt: number | null
      readonly lastError: string | null
    },
    now: number,
  ): Promise<void>

  addKey(key: ApiKey): Promise<void>
  key(id: string): Promise<ApiKey | null>
  keys(): Promise<readonly ApiKey[]>
  removeKey(id: string): Promise<boolean>
  /** A value of this installation: `fresh` is kept the first time, and what was kept is given from then on. */
  secret(name: string, fresh: string): Promise<string>

  /** Adds reports to a story, which begins with them where there is none; those it has stay as they are. False beyond `most`. */
  addToStory(
    story: { readonly id: string; readonly title: string | null },
    reports: readonly Omit<StoryReport, 'addedAt'>[],
    contents: readonly UploadedContent[],
    limits: { readonly most: number; readonly now: number },
  ): Promise<boolean>
  story(id: string): Promise<Story | null>
  /** Newest change first; `after` is the `next` of the page before. */
  stories(options: { readonly limit: number; readonly after: string | null }): Promise<Page<Story>>
  /** In the order in which they came. */
  storyReports(id: string): Promise<readonly StoryReport[]>
  /** The story in which each of these addresses stands; of several the eldest. */
  storiesOf(addresses: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The story of a comparison: its own sources where it was of none. Null when it is gone. */
  storyOfComparison(comparison: string, fresh: string, now: number): Promise<string | null>
  /**
   * The reports go into the other story, which begins with them where there is none; a story without reports ends. `ruled`: a person did so.
   * False when there is nothing to move.
   */
  moveReports(
    from: string,
    addresses: readonly string[],
    to: string,
    how: { readonly now: number; readonly ruled: boolean },
  ): Promise<boolean>
  rulings(): Promise<readonly StoryRuling[]>

  /** What feeds named and articles said, version by version. */
  readonly watching: WatchStore
  readonly desk: DeskStore
  /** A page that is kept as a version, by the beginning of its bytes' hash; null where none or several begin so. */
  storedPage(beginning: string): Promise<RawPage | null>
  /** What changed from one version of an article to another; `found`: JSON of a Versions. Twice is once. */
  keepChange(change: VersionsFound): Promise<void>
  /** Of these addresses, oldest first. */
  changes(addresses: readonly string[]): Promise<readonly VersionsFound[]>

  /** Removes an article everywhere and keeps its hash, so that the same bytes are not taken in again. */
  takedown(sha256: string, now: number): Promise<Takedown>
  /** Deletes what has outlived its time; nothing that an unfinished comparison uses. */
  expire(expiry: Expiry): Promise<Expired>

  ping(): Promise<void>
  close(): Promise<void>
}
