/**
 * The feeds whose time has come: asked, read, and what is new in them kept as entries, together with when to ask again.
 *
 * Never: takes an entry for new twice, or follows a feed that names itself in a circle.
 */
import type { Entry, Feed, FeedRead } from '../model/watch.js'
import { readFeed } from '../pool/pooled.js'
import type { WatchStore } from '../ports/watch.js'
import type { Polled } from '../ports/fetcher.js'
import { sha256 } from '../text/hash.js'
import { oneByOne } from '../text/one-by-one.js'
import { inLanes } from './lanes.js'
import type { Leaves } from './robots.js'
import { afterFailure, afterSuccess, isDue, reasonOf, validatorsOf } from './schedule.js'
import type { Watching } from './watching.js'

/** Of all lists together. */
const mostFeeds = 5_000
/** A list may name lists: so deep. */
const deepest = 3
/** Clocks differ: a time so far ahead is believed to be now. */
const aheadMs = 3_600_000

export function newFeed(address: string, title: string | null, from: string | null, now: number): Feed {
  return {
    address,
    title,
    from,
    kind: null,
    validators: null,
    sha256: null,
    dueAt: now,
    askedAt: null,
    wellAt: null,
    failing: null,
    remark: null,
  }
}

/** Whether it is one of these, or a list among them named it. */
function isOf(feed: Feed, addresses: ReadonlySet<string>, feeds: ReadonlyMap<string, Feed>): boolean {
  let at: Feed | undefined = feed
  for (let deep = 0; at && deep <= deepest; deep++) {
    if (addresses.has(at.address)) return true
    at = feeds.get(at.from ?? '')
  }
  return false
}

async function byAddress(store: WatchStore): Promise<ReadonlyMap<string, Feed>> {
  return new Map((await store.feeds()).map((feed) => [feed.address, feed]))
}

/** From now on these are asked, and what they name; others go on, or are given up. */
export async function follow(
  named: readonly Pick<Feed, 'address' | 'title'>[],
  store: WatchStore,
  now: number,
  others: 'go on' | 'given up',
): Promise<void> {
  const before = await byAddress(store)
  const wanted = new Map(named.map((feed) => [feed.address, feed]))
  const addresses = new Set(wanted.keys())
  const fresh = [...wanted.values()].filter(({ address }) => !before.has(address))
  const changed = [...before.values()].flatMap((feed) => {
    const isWanted = isOf(feed, addresses, before)
    if (isWanted === (feed.dueAt !== null) || (!isWanted && others === 'go on')) return []
    return [{ ...feed, dueAt: isWanted ? now : null }]
  })
  await store.commit({
    feeds: [...fresh.map(({ address, title }) => newFeed(address, title, null, now)), ...changed],
  })
}

/** It is not asked any more, nor is what it named. False where it is none. */
export async function giveUp(address: string, store: WatchStore): Promise<boolean> {
  const feeds = await byAddress(store)
  const gone = [...feeds.values()].filter((feed) => isOf(feed, new Set([address]), feeds))
  await store.commit({ feeds: gone.map((feed) => ({ ...feed, dueAt: null })) })
  return feeds.has(address)
}

export async function pollFeeds(
  watching: Watching,
  leaves: Leaves,
  now: number,
): Promise<{ readonly asked: number; readonly found: number }> {
  const { store, settings, hooks } = watching
  const feeds = new Map(await byAddress(store))
  const inTurn = oneByOne()
  let [asked, found] = [0, 0]
  const keep = (fresh: Feed, read: FeedRead | null): Promise<void> =>
    inTurn(async () => {
      const entries = read?.state === 'read' ? await newEntries(read, fresh, watching, now) : []
      const named = read?.state === 'read' ? newFeeds(read, fresh, feeds, now) : []
      await store.commit({ feeds: [fresh, ...named], entries })
      for (const feed of [fresh, ...named]) feeds.set(feed.address, feed)
      found += entries.length
    })
  // Lists name feeds that are due at once.
  for (let deep = 0; deep <= deepest; deep++) {
    const due = [...feeds.values()].filter(({ dueAt }) => isDue(dueAt, now))
    await inLanes(due, settings.sitesAtOnce, async (feed) => {
      const { fresh, read } = await pollOne(feed, watching, leaves, now)
      await keep(fresh, read)
      asked++
      hooks.progress(`asked ${asked} feeds, ${found} new articles`)
      return true
    })
  }
  return { asked, found }
}

async function pollOne(
  feed: Feed,
  watching: Watching,
  leaves: Leaves,
  now: number,
): Promise<{ readonly fresh: Feed; readonly read: FeedRead | null }> {
  const { pace } = watching.settings
  const leave = await leaves(feed.address)
  if (leave.state !== 'allowed') {
    const why = leave.state === 'refused' ? 'its robots.txt asks programs not to fetch it.' : leave.why
    return { fresh: afterFailure(feed, why, null, pace, now), read: null }
  }
  const { outcome, answer } = await watching.poller.poll(feed.address, {
    as: 'feed',
    ...feed.validators,
    gapMs: leave.gapMs,
  })
  switch (outcome.state) {
    case 'unchanged':
      return { fresh: afterSuccess(feed, answer, pace, now), read: null }
    case 'failed': {
      const fresh = afterFailure(feed, reasonOf(outcome), answer, pace, now)
      return { fresh: outcome.code === 'gone' ? { ...fresh, dueAt: null } : fresh, read: null }
    }
    case 'read':
      return readOne({ ...feed, validators: validatorsOf(answer) }, outcome, answer, watching, now)
  }
}

async function readOne(
  feed: Feed,
  { bytes, url, charset, cut }: Extract<Polled['outcome'], { state: 'read' }>,
  answer: Polled['answer'],
  watching: Watching,
  now: number,
): Promise<{ readonly fresh: Feed; readonly read: FeedRead | null }> {
  const { pace } = watching.settings
  const hash = sha256(bytes)
  if (hash === feed.sha256) return { fresh: afterSuccess(feed, answer, pace, now), read: null }
  const read = await readFeed({ bytes, url: url ?? feed.address, charset }, watching)
  if (read.state === 'none')
    return { fresh: afterFailure({ ...feed, validators: null }, read.why, answer, pace, now), read }
  const fresh = {
    ...afterSuccess(feed, answer, pace, now),
    kind: read.kind,
    title: feed.title ?? read.title,
    remark: read.remark,
  }
  // What ended early is read again in whole.
  return { fresh: cut === undefined ? { ...fresh, sha256: hash } : { ...fresh, validators: null }, read }
}

async function newEntries(
  { entries }: FeedRead & { state: 'read' },
  { address: feed }: Feed,
  { store, settings }: Watching,
  now: number,
): Promise<readonly Entry[]> {
  const oldest = now - settings.windowMs
  const recent = entries.filter(
    ({ publishedAt }) => publishedAt === null || Date.parse(publishedAt) >= oldest,
  )
  const known = await store.known(recent.map(({ address }) => address))
  return recent
    .filter(({ address }) => !known.has(address))
    .map((named) => ({
      ...named,
      feed,
      publishedAt: notAhead(named.publishedAt, now),
      foundAt: now,
      dueAt: now,
      tries: 0,
      why: null,
    }))
}

/** A time in the future is none. */
export function notAhead(time: string | null, now: number): string | null {
  return time !== null && Date.parse(time) > now + aheadMs ? null : time
}

function newFeeds(
  { feeds: named }: FeedRead & { state: 'read' },
  list: Feed,
  feeds: ReadonlyMap<string, Feed>,
  now: number,
): readonly Feed[] {
  if (depthOf(list, feeds) >= deepest) return []
  return named
    .filter(({ address }) => !feeds.has(address))
    .slice(0, Math.max(0, mostFeeds - feeds.size))
    .map(({ address, title }) => newFeed(address, title, list.address, now))
}

function depthOf(feed: Feed, feeds: ReadonlyMap<string, Feed>): number {
  let depth = 0
  for (let at: Feed | undefined = feed; at?.from && depth < deepest; at = feeds.get(at.from)) depth++
  return depth
}
