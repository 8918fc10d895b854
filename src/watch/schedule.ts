/** When an address is asked next: never before the server said, and never so late as one that wants to be left alone for a year. */
import type { Feed, KeptArticle, Validators } from '../model/watch.js'
import type { Answer, Polled } from '../ports/fetcher.js'
import { fnv } from '../text/fnv.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type Pace = {
  /** Between two looks at a feed, where its server says nothing. */
  readonly everyMs: number
  /** After it was found, when an article is looked at again. */
  readonly looksMs: readonly number[]
}

export const usualPace: Pace = {
  everyMs: 15 * minute,
  looksMs: [15 * minute, hour, 4 * hour, day, 3 * day],
}

/** A server may ask for no more than this. */
export const longestMs = day
/** Tries to fetch an article, with growing pauses: over about two days. */
export const mostTries = 8

/** A pause with up to a tenth more, drawn from the address and the time, so that not all are asked at once. */
function jittered(ms: number, address: string, now: number): number {
  return Math.round(ms * (1 + (fnv(`${address} ${now}`) >>> 0) / 2 ** 32 / 10))
}

/** What to ask with next time; nothing where another address answered. */
export function validatorsOf(answer: Answer | null): Validators | null {
  if (answer === null || answer.redirected || (answer.etag ?? answer.lastModified) === null) return null
  const { etag, lastModified } = answer
  return [etag, lastModified].some((value) => (value ?? '').length > 1_000) ? null : { etag, lastModified }
}

/** Milliseconds that the answer itself wants to be waited: Retry-After (seconds or a time), else max-age; 0 where neither is said. */
export function wantedPause(answer: Answer | null, now: number): number {
  const retry = answer?.retryAfter?.trim() ?? ''
  const after = /^\d{1,9}$/u.test(retry) ? Number(retry) * 1_000 : Date.parse(retry) - now
  const age = Number(
    /(?:^|[\s,])max-age\s{0,3}=\s{0,3}"?(\d{1,9})/iu.exec(answer?.cacheControl?.slice(0, 500) ?? '')?.[1],
  )
  const wanted = Number.isNaN(after) ? age * 1_000 : after
  return Number.isNaN(wanted) ? 0 : Math.min(longestMs, Math.max(0, wanted))
}

/** The feed after it gave what it should: read, or unchanged. */
export function afterSuccess(feed: Feed, answer: Answer | null, pace: Pace, now: number): Feed {
  const pause = Math.max(pace.everyMs, wantedPause(answer, now))
  return {
    ...feed,
    dueAt: now + jittered(pause, feed.address, now),
    askedAt: now,
    wellAt: now,
    failing: null,
  }
}

/** After it did not: twice as long for each time in a row. */
export function afterFailure(feed: Feed, why: string, answer: Answer | null, pace: Pace, now: number): Feed {
  const times = (feed.failing?.times ?? 0) + 1
  const pause = Math.max(
    Math.min(longestMs, pace.everyMs * 2 ** Math.min(times, 20)),
    wantedPause(answer, now),
  )
  return {
    ...feed,
    dueAt: now + jittered(pause, feed.address, now),
    askedAt: now,
    failing: { why, since: feed.failing?.since ?? now, times },
  }
}

/** When to try again to fetch an article, or null: no more. */
export function nextTry(address: string, tries: number, answer: Answer | null, now: number): number | null {
  if (tries >= mostTries) return null
  const pause = Math.max(Math.min(longestMs, 5 * minute * 2 ** tries), wantedPause(answer, now))
  return now + jittered(pause, address, now)
}

/** When to look at an article again after so many looks, or null: the schedule is over. Looks that were missed are not made up for. */
export function nextLook(
  { address, foundAt, looks }: Pick<KeptArticle, 'address' | 'foundAt' | 'looks'>,
  pace: Pace,
  answer: Answer | null,
  now: number,
): { readonly looks: number; readonly dueAt: number | null } {
  const earliest = now + wantedPause(answer, now)
  const at = pace.looksMs.findIndex((ms, i) => i >= looks && foundAt + ms > now)
  const ms = pace.looksMs[at]
  return ms === undefined
    ? { looks: pace.looksMs.length, dueAt: null }
    : { looks: at, dueAt: jittered(Math.max(earliest, foundAt + ms) - now, address, now) + now }
}

/** A time that lies further ahead than any pause was written under another clock: it is due. */
export function isDue(dueAt: number | null, now: number): boolean {
  return dueAt !== null && (dueAt <= now || dueAt > now + 4 * longestMs)
}

/** Why an address gave nothing, in the words of a table: without the advice that is for a person with one page. */
export function reasonOf(outcome: Extract<Polled['outcome'], { state: 'failed' }>): string {
  return outcome.message.replace(/; .{0,300}$/u, '.')
}
