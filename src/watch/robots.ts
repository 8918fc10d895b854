/** What a site lets programs fetch (robots.txt, RFC 9309), asked once a day. A site that does not answer allows nothing yet: its addresses wait. */
import robotsParser, { type Rules } from 'robots-parser'
import type { Robots } from '../model/watch.js'
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

export class Leaves {
  readonly #store: WatchStore
  readonly #poller: Poller
  readonly #now: number
  /** Asked once a round, whoever wants to know. */
  readonly #asked = new Map<string, Promise<Rules | string | null>>()

  constructor(store: WatchStore, poller: Poller, now: number) {
    this.#store = store
    this.#poller = poller
    this.#now = now
  }

  async of(address: string): Promise<Leave> {
    const { origin } = new URL(address)
    const rules = await kept(this.#asked, origin, () => this.#rules(origin))
    if (typeof rules === 'string') return { state: 'unknown', why: rules }
    if (rules === null) return { state: 'allowed', gapMs: 0 }
    if (rules.isAllowed(address, name) === false) return { state: 'refused' }
    const delay = Math.max(0, (rules.getCrawlDelay(name) ?? 0) * 1_000)
    return { state: 'allowed', gapMs: Math.min(longestGapMs, delay) }
  }

  async #rules(origin: string): Promise<Rules | string | null> {
    const robots = await this.#robots(origin)
    if (typeof robots === 'string' || robots.text === null) return typeof robots === 'string' ? robots : null
    return robotsParser(`${origin}/robots.txt`, robots.text)
  }

  async #robots(origin: string): Promise<Robots | string> {
    const known = await this.#store.robots(origin)
    if (known !== null && known.fetchedAt <= this.#now && this.#now - known.fetchedAt < freshMs) return known
    const { outcome } = await this.#poller.poll(`${origin}/robots.txt`, {
      as: 'robots',
      etag: null,
      lastModified: null,
      gapMs: 0,
    })
    if (outcome.state === 'unchanged') throw new Error('nothing was asked for changes')
    // A site that answers and has none allows everything.
    if (outcome.state === 'failed' && outcome.transient)
      return `robots.txt cannot be had: ${reasonOf(outcome)}`
    const text =
      outcome.state === 'failed' ? null : Buffer.from(outcome.bytes.subarray(0, mostText)).toString('utf8')
    const robots: Robots = { origin, text, fetchedAt: this.#now }
    await this.#store.commit({ robots: [robots] })
    return robots
  }
}
