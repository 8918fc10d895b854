/** Webhooks: the outcome of finished comparisons to the addresses that were given for it, signed and tried again. */
import { createHmac } from 'node:crypto'
import type { Delivery } from '../model/delivery.js'
import type { Submission } from '../model/submission.js'
import type { Notifier, NotifyOutcome } from '../ports/fetcher.js'
import type { Expired, Store } from '../ports/store.js'
import type { WatchStore } from '../ports/watch.js'

export type DeliverDeps = {
  readonly store: Store
  readonly notifier: Notifier
  readonly secret: string
  readonly now: () => number
  readonly random: () => number
  readonly limits: DeliverLimits
  readonly told: (delivery: Delivery, outcome: 'delivered' | 'failed' | 'given-up', message: string) => void
}

export type DeliverLimits = {
  readonly tries: number
  /** Before the second try; doubled for each further one, with jitter of up to a half. Milliseconds. */
  readonly firstDelayMs: number
  readonly longestDelayMs: number
  /** Longer than one try can take. */
  readonly leaseMs: number
}

/** Ten tries over about three hours: long enough for a receiver to be mended. */
export const deliverLimits: DeliverLimits = {
  tries: 10,
  firstDelayMs: 10_000,
  longestDelayMs: 3_600_000,
  leaseMs: 60_000,
}

const atOnce = 20

/** Sends what is due; how many tries were made. */
export async function deliverDue(deps: DeliverDeps): Promise<number> {
  const { store, now, limits } = deps
  // The longest delay with its jitter, and as much again for clocks that differ.
  const latest = now() + Math.max(limits.longestDelayMs, limits.leaseMs) * 3
  const due = await store.takeDeliveries(now(), now() + limits.leaseMs, atOnce, latest)
  await Promise.all(due.map((delivery) => deliver(delivery, deps)))
  return due.length
}

async function deliver(delivery: Delivery, deps: DeliverDeps): Promise<void> {
  const { store, now, limits, told } = deps
  const { comparison, url, attempts } = delivery
  const submission = await store.find(comparison)
  if (!submission) return
  const outcome = await signed(url, comparison, outcomeOf(submission), deps)
  if (outcome.state === 'delivered') {
    await store.settleDelivery(comparison, { state: 'delivered', nextAt: null, lastError: null }, now())
    told(delivery, 'delivered', '')
    return
  }
  const again = outcome.transient && attempts < limits.tries
  const nextAt = again ? now() + delayAfter(attempts, deps) : null
  const state = again ? 'pending' : 'given-up'
  await store.settleDelivery(comparison, { state, nextAt, lastError: outcome.message }, now())
  told(delivery, again ? 'failed' : 'given-up', outcome.message)
}

function signed(
  url: string,
  name: string,
  said: unknown,
  { notifier, secret, now }: Pick<DeliverDeps, 'notifier' | 'secret' | 'now'>,
): Promise<NotifyOutcome> {
  const body = JSON.stringify(said)
  return notifier.notify(url, body, {
    'content-type': 'application/json',
    'synoptic-delivery': name,
    'synoptic-signature': signature(body, secret, Math.floor(now() / 1_000)),
  })
}

function delayAfter(attempts: number, { limits, random }: DeliverDeps): number {
  const delay = Math.min(limits.longestDelayMs, limits.firstDelayMs * 2 ** (attempts - 1))
  return Math.round(delay * (1 + random() / 2))
}

export type WatchedDeps = Pick<DeliverDeps, 'notifier' | 'secret' | 'now'> & { readonly watching: WatchStore }

/** How many of the newest comparisons are looked through, and for how long one is news: till then it is sent again if it is not taken. */
const [mostWatched, watchedMs] = [1_000, 2 * 86_400_000]

/** Sends what was made of watched stories to one address, the oldest first. Out: what went wrong, a sentence each. */
export async function deliverWatched(url: string, deps: WatchedDeps): Promise<readonly string[]> {
  const { watching, now } = deps
  const troubles: string[] = []
  const news = (await watching.comparisons(mostWatched)).filter(
    ({ told, at }) => !told && now() - at <= watchedMs,
  )
  for (const made of news.toReversed()) {
    const said = { ...made, told: undefined, at: new Date(made.at).toISOString() }
    const outcome = await signed(url, made.id, said, deps)
    if (outcome.state === 'failed') troubles.push(`${url}: ${outcome.message}`)
    if (outcome.state === 'delivered' || !outcome.transient)
      await watching.commit({ comparisons: [{ ...made, told: true }] })
  }
  return troubles
}

function outcomeOf({ id, title, state, reasons, batch, finishedAt }: Submission) {
  return {
    id,
    title,
    state,
    reasons,
    batch,
    finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
    links: { self: `/api/comparisons/${id}`, report: `/api/comparisons/${id}/report` },
  }
}

/** `t=<seconds since the epoch>,v1=<hex HMAC-SHA256 of "<t>.<body>">`: the time keeps an old one from being sent again. */
export function signature(body: string, secret: string, seconds: number): string {
  const hmac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${hmac}`
}

/** Times to live in milliseconds; null keeps for ever. */
export type Retention = {
  readonly reportsMs: number | null
  /** Articles read, kept to spare reading them again. */
  readonly articlesMs: number | null
  /** Bytes of pages and uploads. */
  readonly contentsMs: number | null
  /** Which address gave which bytes. */
  readonly fetchesMs: number | null
  readonly changesMs: number | null
}

/** Lines of the log that stay, whatever their age. */
const mostChanges = 50_000

/** So long a comparison that was deleted on a page can be taken back. */
const undoMs = 3_600_000

export async function retain(retention: Retention, store: Store, now: number): Promise<Expired> {
  const before = (ttl: number | null): number | null => (ttl === null ? null : now - ttl)
  const changesBefore = before(retention.changesMs)
  await store.desk.expire({ now, changesBefore, most: mostChanges })
  return store.expire({
    finishedBefore: before(retention.reportsMs),
    discardedBefore: now - undoMs,
    articlesBefore: before(retention.articlesMs),
    contentsBefore: before(retention.contentsMs),
    fetchesBefore: before(retention.fetchesMs),
  })
}
