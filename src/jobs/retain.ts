/** Retention: what has outlived its time leaves the store. In: times to live and the clock. Out: what went. */
import type { Expired, Store } from '../ports/store.js'

/** Times to live in milliseconds; null keeps for ever. */
export type Retention = {
  /** Finished comparisons with their reports. */
  readonly reportsMs: number | null
  /** Articles read, kept to spare reading them again. */
  readonly articlesMs: number | null
  /** Bytes of pages and uploads. */
  readonly contentsMs: number | null
  /** Which address gave which bytes. */
  readonly fetchesMs: number | null
}

/** So long a comparison that was deleted on a page can be taken back. */
export const undoMs = 3_600_000

export function retain(retention: Retention, store: Store, now: number): Promise<Expired> {
  const before = (ttl: number | null): number | null => (ttl === null ? null : now - ttl)
  return store.expire({
    finishedBefore: before(retention.reportsMs),
    discardedBefore: now - undoMs,
    articlesBefore: before(retention.articlesMs),
    contentsBefore: before(retention.contentsMs),
    fetchesBefore: before(retention.fetchesMs),
  })
}
