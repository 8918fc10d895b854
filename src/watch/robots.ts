/** What a site lets programs fetch (robots.txt, RFC 9309), asked once a day. A site that does not answer allows nothing yet: its addresses wait. */
import robotsParser, { type Rules } from 'robots-parser'
import type { Poller } from '../ports/fetcher.js'
import type { WatchStore } from '../ports/watch.js'
import { kept } from '../text/grouped.js'
import { reasonOf } from './schedule.js'

export type Leave =
  | { readonly state: 'allowed'; readonly gapMs: number }
  | { readonly state: 'refused' }
  /** Its robots.txt cannot be had now. */
  | { readonly state: 'unknown'; readonly why: string }

/** The name a site speaks of this program by. */
const name = 'synoptic'
const freshMs = 86_400_000
/** Of more, each address would cost too long a look. */
const mostText = 100_000
/** A site may want so long a pause between two requests; more is taken for a refusal to be hurried, not obeyed to the hour. */
const longestGapMs = 60_000

export type Leaves = (address: string) => Promise<Leave>

/** Asked once a round of each site, whoever wants to know. */
export function leavesOf(store: WatchStore, poller: Poller, now: number): Leaves {
  const asked = new Map<string, Promise<Rules | string | null>>()
  return async (address) => {
    const { origin } = new URL(address)
    const rules = await kept(asked, origin, () => rulesOf(origin, store, poller, now))
    if (typeof rules === 'string') return { state: 'unknown', why: rules }
    if (rules === null) return { state: 'allowed', gapMs: 0 }
    if (rules.isAllowed(address, name) === false) return { state: 'refused' }
    const delay = Math.max(0, (rules.getCrawlDelay(name) ?? 0) * 1_000)
    return { state: 'allowed', gapMs: Math.min(longestGapMs, delay) }
  }
}

/** Null where there are none; or why they cannot be had. */
async function rulesOf(
  origin: string,
  store: WatchStore,
  poller: Poller,
  now: number,
): Promise<Rules | string | null> {
  const address = `${origin}/robots.txt`
  const known = await store.robots(origin)
  let text = known?.text ?? null
  if (known === null || known.fetchedAt > now || now - known.fetchedAt >= freshMs) {
    const { outcome } = await poller.poll(address, { as: 'robots' })
    if (outcome.state === 'unchanged') throw new Error('nothing was asked for changes')
    // A site that answers and has none allows everything.
    if (outcome.state === 'failed' && outcome.transient)
      return `robots.txt cannot be had: ${reasonOf(outcome)}`
    text = outcome.state === 'failed' ? null : Buffer.from(outcome.bytes.subarray(0, mostText)).toString()
    await store.commit({ robots: [{ origin, text, fetchedAt: now }] })
  }
  return text === null ? null : robotsParser(address, text)
}
