/** Where watching keeps what it knows between rounds. All goes in by `commit`, whole or not at all, and twice with the same effect: no kill loses it. */
import type { RawPage } from '../model/raw-page.js'
import type { StoryText } from '../model/story.js'
import type { Entry, Feed, KeptArticle, MadeComparison, Robots } from '../model/watch.js'

/** Each replaces what is kept under the same key (address, origin, id). An article stands in the place of its entry; feeds by `keptFeed`. */
export type WatchChanges = {
  readonly feeds?: readonly Feed[]
  readonly entries?: readonly Entry[]
  readonly articles?: readonly KeptArticle[]
  /** Words of articles as they were grouped, by the article's address (`source`). */
  readonly words?: readonly StoryText[]
  readonly comparisons?: readonly MadeComparison[]
  readonly robots?: readonly Robots[]
}

export interface WatchStore {
  feeds(): Promise<readonly Feed[]>
  robots(origin: string): Promise<Robots | null>

  /** Of these addresses those that are entries or articles already. */
  known(addresses: readonly string[]): Promise<ReadonlySet<string>>
  dueEntries(now: number, limit: number): Promise<readonly Entry[]>
  /** Entries that could not be had, the newest first. */
  lostEntries(limit: number): Promise<readonly Entry[]>
  /** Articles to look at again, the longest due first. */
  dueArticles(now: number, limit: number): Promise<readonly KeptArticle[]>
  article(address: string): Promise<KeptArticle | null>
  /** An article of the same host with the same text. */
  sameText(host: string, text: string): Promise<KeptArticle | null>

  /** Articles that were read and are in no story yet, with their words. */
  ungrouped(): Promise<readonly StoryText[]>
  /** Grouped articles found since then, of more the last so many, in the order of their places, with their words as they were grouped. */
  grouped(
    since: number,
    most?: number,
  ): Promise<readonly { readonly article: KeptArticle; readonly words: StoryText }[]>
  /** Articles of a story, in the order of their places. */
  membersOf(story: string): Promise<readonly KeptArticle[]>
  /** Stories of which sites reported since then, those of most sites first. */
  busiest(since: number, limit: number): Promise<readonly string[]>

  /** Newest first. */
  comparisons(limit: number): Promise<readonly MadeComparison[]>
  /** Of a story, newest first. */
  comparisonsOf(story: string): Promise<readonly MadeComparison[]>

  /** Bytes by their hash; kept before the article that names them is committed. */
  keepPage(page: RawPage & { readonly state: 'read' }): Promise<void>
  page(sha256: string): Promise<RawPage | null>

  /** JSON of a comparison's report; kept before the comparison is committed. Of a story's reports the last one published stays. */
  keepReport(comparison: string, json: string): Promise<void>
  report(comparison: string): Promise<string | null>

  commit(changes: WatchChanges): Promise<void>
}
