/**
 * Articles: fetched when a feed names them, and looked at again for newer versions.
 *
 * Never: keeps one twice (by address, or by host and text), takes an unreadable page for a new version, or asks on a host that has not answered.
 */
import type { RawPage } from '../model/raw-page.js'
import type { Source } from '../model/source.js'
import type { StoryText } from '../model/story.js'
import type { Entry, KeptArticle, KeptVersion, Validators } from '../model/watch.js'
import { Versions } from '../model/versions.js'
import { ingestSource, NotMade, readPage, skimPage, write } from '../pool/pooled.js'
import type { ReadArticle, WriteJob } from '../model/pool-job.js'
import type { Answer } from '../ports/fetcher.js'
import { oneByOne } from '../text/one-by-one.js'
import { inLanes } from './lanes.js'
import { notAhead } from './poll.js'
import type { Leaves } from './robots.js'
import { nextLook, nextTry, reasonOf, validatorsOf } from './schedule.js'
import type { Watching } from './watching.js'

type ReadPage = RawPage & { readonly state: 'read' }

type Asked =
  | {
      readonly state: 'page'
      readonly page: ReadPage
      readonly skimmed: StoryText
      readonly answer: Answer | null
    }
  | { readonly state: 'unchanged'; readonly answer: Answer | null }
  | {
      readonly state: 'failed'
      readonly why: string
      readonly transient: boolean
      /** The whole host gives nothing now. */
      readonly host: boolean
      readonly answer: Answer | null
    }

/** Codes of failures that the next address of the host would meet, too. */
const ofHost: ReadonlySet<string> = new Set([
  'timeout',
  'unreachable',
  'unknown-host',
  'connection-lost',
  'network-error',
  'rate-limited',
  'tls-error',
])
const putOffMs = 1_800_000
/** After so long an article is given up that nobody could even ask for. */
const patienceMs = 3 * 86_400_000

type Named = Pick<Entry, 'address' | 'publishedAt'>

function sourceOf({ address, publishedAt }: Named): Source {
  return { name: address, kind: 'url', location: address, outlet: null, publishedAt }
}

async function ask(
  item: Named,
  validators: Validators | null,
  { poller, fetchers, pool }: Watching,
  leaves: Leaves,
): Promise<Asked> {
  const leave = await leaves(item.address)
  const failed = (why: string, transient: boolean, host = false, answer: Answer | null = null): Asked => {
    return { state: 'failed', why, transient, host, answer }
  }
  if (leave.state === 'refused') return failed('its site’s robots.txt asks programs not to fetch it.', false)
  if (leave.state === 'unknown') return failed(leave.why, true, true)
  const { outcome, answer } = await poller.poll(item.address, {
    as: 'page',
    ...validators,
    gapMs: leave.gapMs,
  })
  if (outcome.state === 'unchanged') return { state: 'unchanged', answer }
  if (outcome.state === 'failed')
    return failed(reasonOf(outcome), outcome.transient, ofHost.has(outcome.code), answer)
  const arrived = { fetch: () => Promise.resolve(outcome) }
  const page = await ingestSource(sourceOf(item), { fetchers: { ...fetchers, url: arrived } })
  if (page.state === 'lost') return failed(page.issues[0]?.message ?? 'it is no page.', false, false, answer)
  return { state: 'page', page, skimmed: await skimPage(page, { pool }), answer }
}

type Lost = { readonly address: string; readonly why: string }

/** Entries whose time has come. */
export async function takeIn(
  watching: Watching,
  leaves: Leaves,
  now: number,
): Promise<{ readonly kept: number; readonly lost: readonly Lost[]; readonly waiting: number }> {
  const { store, settings, hooks } = watching
  const due = await store.dueEntries(now, settings.mostOfRound + 1)
  const entries = due.slice(0, settings.mostOfRound)
  const inTurn = oneByOne()
  const lost: Lost[] = []
  let kept = 0
  await inLanes(
    entries,
    settings.sitesAtOnce,
    async (entry) => {
      const asked = await ask(entry, null, watching, leaves)
      if (asked.state === 'unchanged') throw new Error('nothing was asked for changes')
      if (asked.state === 'page') {
        if (await inTurn(() => keepArticle(entry, asked, watching, now))) kept++
        hooks.progress(`fetched ${kept} of ${entries.length} new articles`)
        return true
      }
      const tries = entry.tries + 1
      const dueAt = asked.transient ? nextTry(entry.address, tries, asked.answer, now) : null
      await inTurn(() => store.commit({ entries: [{ ...entry, tries, dueAt, why: asked.why }] }))
      lost.push({ address: entry.address, why: asked.why })
      return !asked.host
    },
    (rest) => {
      // They had no try: their host was left.
      const why = 'its site did not answer for another article.'
      const dueAt = ({ foundAt }: Entry): number | null =>
        now - foundAt > patienceMs ? null : now + putOffMs
      return inTurn(() =>
        store.commit({ entries: rest.map((entry) => ({ ...entry, dueAt: dueAt(entry), why })) }),
      )
    },
  )
  return { kept, lost, waiting: due.length - entries.length }
}

/** False where it is kept already, by another address. */
async function keepArticle(
  entry: Entry,
  { page, skimmed, answer }: Asked & { state: 'page' },
  { store, settings }: Watching,
  now: number,
): Promise<boolean> {
  const { address, feed, foundAt } = entry
  const same = skimmed.unreadable === null ? await store.sameText(new URL(address).host, skimmed.id) : null
  if (same !== null) {
    await store.commit({
      entries: [{ ...entry, dueAt: null, why: `it is ${same.address} by another address.` }],
    })
    return false
  }
  await store.keepPage(page)
  const publishedAt = notAhead(skimmed.publishedAt, now)
  const article: KeptArticle = {
    address,
    feed,
    outlet: skimmed.outlet,
    publishedAt,
    foundAt,
    versions: [versionOf(page, skimmed, now)],
    grouped: null,
    ...nextLook({ address, foundAt, looks: 0 }, settings.pace, answer, now),
    validators: validatorsOf(answer),
    trouble: null,
  }
  await store.commit({ articles: [article], words: [{ ...skimmed, publishedAt }] })
  return true
}

function versionOf(page: ReadPage, { id, headline, unreadable }: StoryText, now: number): KeptVersion {
  return { text: id, page: page.sha256, fetchedAt: now, headline, unreadable }
}

/** Articles whose next look has come; which of them have a newer version. */
export async function lookAgain(
  watching: Watching,
  leaves: Leaves,
  now: number,
): Promise<readonly KeptArticle[]> {
  const { store, settings, hooks } = watching
  const due = await store.dueArticles(now, settings.mostOfRound)
  const inTurn = oneByOne()
  const changed: KeptArticle[] = []
  let looked = 0
  await inLanes(
    due,
    settings.sitesAtOnce,
    async (article) => {
      const asked = await ask(article, article.validators, watching, leaves)
      const next = nextLook({ ...article, looks: article.looks + 1 }, settings.pace, asked.answer, now)
      const seen = { ...article, ...next, trouble: null }
      hooks.progress(`looked again at ${++looked} of ${due.length} articles`)
      if (asked.state === 'page') {
        const newer = await newerVersion(seen, asked, watching, now)
        if (newer) changed.push(newer)
        await inTurn(() =>
          newer ? keepNewer(newer, asked, watching) : store.commit({ articles: [unchanged(seen, asked)] }),
        )
        return true
      }
      const trouble = asked.state === 'failed' ? asked.why : null
      await inTurn(() => store.commit({ articles: [{ ...seen, trouble }] }))
      return asked.state !== 'failed' || !asked.host
    },
    (rest) =>
      inTurn(() =>
        store.commit({ articles: rest.map((article) => ({ ...article, dueAt: now + putOffMs })) }),
      ),
  )
  return changed
}

/** The same text, whatever the bytes around it are; or no text, where there was one. */
function unchanged(article: KeptArticle, { skimmed, answer }: Asked & { state: 'page' }): KeptArticle {
  const hidden = skimmed.unreadable !== null && article.versions.at(-1)?.unreadable === null
  return { ...article, validators: validatorsOf(answer), trouble: hidden ? skimmed.unreadable : null }
}

async function newerVersion(
  article: KeptArticle,
  { page, skimmed, answer }: Asked & { state: 'page' },
  watching: Watching,
  now: number,
): Promise<KeptArticle | null> {
  const last = article.versions.at(-1)
  if (last?.text === skimmed.id || skimmed.unreadable !== null) return null
  await watching.store.keepPage(page)
  const version = versionOf(page, skimmed, now)
  const newer = { ...article, versions: [...article.versions, version], validators: validatorsOf(answer) }
  const found = last?.unreadable === null ? await between(newer, last, version, watching) : null
  if (found !== null) await watching.hooks.changed(newer, found)
  return newer
}

/** An article of a feed that could not be read before is grouped from now on. */
function keepNewer(
  newer: KeptArticle,
  { skimmed }: Asked & { state: 'page' },
  { store }: Watching,
): Promise<void> {
  const words =
    newer.grouped === null && newer.feed !== '' ? [{ ...skimmed, publishedAt: newer.publishedAt }] : []
  return store.commit({ articles: [newer], words })
}

/** What changed between two versions; null where it cannot be told. */
async function between(
  article: KeptArticle,
  old: KeptVersion,
  fresh: KeptVersion,
  watching: Watching,
): Promise<Versions | null> {
  const [was, is] = [await readKept(article, old, watching), await readKept(article, fresh, watching)]
  if (was === null || is === null) return null
  const job = { as: 'versions', old: was.json, new: is.json, generator: watching.generator } as const
  const written = await printed(job, watching)
  return written === null ? null : Versions.parse(JSON.parse(written))
}

/** Null where it cannot be made. */
export async function printed(job: WriteJob, deps: Pick<Watching, 'pool'>): Promise<string | null> {
  try {
    const written = await write(job, deps)
    return written.state === 'refused' ? null : written.printed
  } catch (error) {
    if (error instanceof NotMade) return null
    throw error
  }
}

/** A version as it is compared: its page read again; null where the store has it no more. */
export async function readKept(
  article: KeptArticle,
  version: KeptVersion,
  { store, pool, zone }: Watching,
): Promise<ReadArticle | null> {
  const page = await store.page(version.page)
  // Two addresses may have the same bytes, which are kept once.
  return (
    page &&
    readPage({ ...page, source: sourceOf(article), url: page.url ?? article.address }, { pool }, { zone })
  )
}
