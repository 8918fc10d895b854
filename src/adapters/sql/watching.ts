/** What watching keeps: JSON beside the columns it is looked for by. Articles of comparisons stand here without a feed: they are only looked at again. */
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { z } from 'zod'
import { StoryText } from '../../model/story.js'
import { Entry, Feed, isLost, KeptArticle, keptFeed, MadeComparison, Robots } from '../../model/watch.js'
import type { WatchChanges, WatchStore } from '../../ports/watch.js'
import { keepContent } from './contents.js'
import type { Tables } from './schema.js'
import { ask, type Asked, erase, hold, insert, select, selectOne, type Where } from './table.js'
import { isTakenDown } from './takedowns.js'
import { articleOf, pageOf } from './watched-rows.js'

/** SQLite takes so many values in one statement, and more. */
const atOnce = 500
/** Texts as words, which are large: others have their turn between. */
const wordsAtOnce = 100

export function watching(db: Kysely<Tables>): WatchStore {
  const articles = async (where: Where<'watchArticles'>, asked: Asked<'watchArticles', 'article'> = {}) =>
    (await select(db, 'watchArticles', where, asked)).map(articleOf)
  const entries = async (where: Where<'watchEntries'>, asked: Asked<'watchEntries', 'entry'>) =>
    (await select(db, 'watchEntries', where, asked)).map(({ entry }) => Entry.parse(JSON.parse(entry)))
  const made = async (where: Where<'watchComparisons'>, asked: { readonly limit?: number } = {}) =>
    (await select(db, 'watchComparisons', where, { ...asked, order: ['-at', '-id'] })).map((row) =>
      MadeComparison.parse(JSON.parse(row.made)),
    )
  const withWords = (asked: RawBuilder<unknown>) =>
    ask(
      db,
      sql<{ words: string; article: string }>`select words, article from watch_words
        join watch_articles a on a.address = watch_words.address where ${asked}`,
    )
  return {
    async feeds() {
      const rows = await select(db, 'watchFeeds', {}, { order: ['address'] })
      return rows.map(({ feed }) => Feed.parse(JSON.parse(feed)))
    },
    async robots(origin) {
      const row = await selectOne(db, 'watchRobots', { origin })
      return row ? Robots.parse(JSON.parse(row.robots)) : null
    },
    async known(addresses) {
      const named = await among(addresses, (some) =>
        select(db, 'watchEntries', { address: some }, { columns: ['address'] }),
      )
      return new Set([...named, ...(await readAmong(db, addresses))])
    },
    dueEntries: (now, limit) => entries({ dueAt: { '<=': now } }, { order: ['dueAt', 'address'], limit }),
    lostEntries: (limit) => entries({ lostAt: { 'is not': null } }, { order: ['-lostAt', 'address'], limit }),
    dueArticles: (now, limit) => articles({ dueAt: { '<=': now } }, { order: ['dueAt', 'address'], limit }),
    article: async (address) => (await articles({ address }))[0] ?? null,
    async sameText(host, text) {
      const same = { host, text, feed: { '<>': '' } }
      return (await articles(same, { order: ['address'], limit: 1 }))[0] ?? null
    },
    async ungrouped() {
      const found: StoryText[] = []
      for (let after = ''; ; after = found.at(-1)?.source ?? '') {
        const next = sql`a.address > ${after} order by a.address limit ${wordsAtOnce}`
        const rows = await withWords(sql`story is null and feed <> '' and ${next}`)
        for (const { words } of rows) found.push(wordsIn(words))
        if (rows.length < wordsAtOnce) return found
      }
    },
    async grouped(since, most = Infinity) {
      const found: { readonly article: KeptArticle; readonly words: StoryText }[] = []
      for (let before = Number.MAX_SAFE_INTEGER; ; before = found.at(-1)?.article.grouped?.place ?? 0) {
        const limit = Math.min(wordsAtOnce, most - found.length)
        const next = sql`place < ${before} order by place desc limit ${limit}`
        const rows = await withWords(sql`story is not null and found_at >= ${since} and ${next}`)
        for (const row of rows) found.push({ article: articleOf(row), words: wordsIn(row.words) })
        if (rows.length < wordsAtOnce) return found.reverse()
      }
    },
    membersOf: (story) => articles({ story }, { order: ['place'] }),
    async busiest(since, limit) {
      const query = sql<{ story: string }>`select story from watch_articles where story is not null
        and found_at >= ${since} group by story order by count(distinct host) desc, story limit ${limit}`
      return (await ask(db, query)).map(({ story }) => story)
    },
    comparisons: (limit) => made({}, { limit }),
    comparisonsOf: (story) => made({ story }),
    keepReport: (id, report) => insert(db, 'watchReports', { id, report }, ['id']),
    async report(id) {
      return (await selectOne(db, 'watchReports', { id }))?.report ?? null
    },
    keepPage: (page) =>
      db.transaction().execute(async (tx) => {
        if (await isTakenDown(tx, page.sha256)) return
        const { bytes, ...about } = page
        const { sha256, mediaType } = page
        await keepContent(
          tx,
          sha256,
          { bytes: Buffer.from(bytes, 'base64'), mediaType },
          Date.parse(page.fetchedAt ?? '') || 0,
        )
        await insert(tx, 'watchPages', { sha256, page: JSON.stringify(about) }, ['sha256'])
      }),
    page: (sha256) => pageOf(db, sha256),
    commit: (changes) => db.transaction().execute((tx) => commit(tx, changes)),
  }
}

async function among(
  addresses: readonly string[],
  rowsOf: (some: readonly string[]) => Promise<readonly { readonly address: string }[]>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let at = 0; at < addresses.length; at += atOnce)
    for (const { address } of await rowsOf(addresses.slice(at, at + atOnce))) found.add(address)
  return found
}

function readAmong(db: Kysely<Tables>, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  return among(addresses, (some) =>
    select(db, 'watchArticles', { address: some, feed: { '<>': '' } }, { columns: ['address'] }),
  )
}

async function commit(tx: Transaction<Tables>, changes: WatchChanges): Promise<void> {
  for (const given of changes.feeds ?? []) {
    const { address, from } = given
    const feed = keptFeed(given, await feedAt(tx, address), from === null ? null : await feedAt(tx, from))
    await insert(tx, 'watchFeeds', { address, feed: JSON.stringify(feed) }, ['address'])
  }
  const { entries = [] } = changes
  const read = await readAmong(
    tx,
    entries.map(({ address }) => address),
  )
  for (const entry of entries) {
    const { address, dueAt } = entry
    if (read.has(address)) continue
    const lostAt = isLost(entry) ? entry.foundAt : null
    const row = { address, dueAt, lostAt, foundAt: entry.foundAt, entry: JSON.stringify(entry) }
    await insert(tx, 'watchEntries', row, ['address'])
  }
  for (const article of changes.articles ?? []) await putArticle(tx, article)
  for (const words of changes.words ?? [])
    await insert(tx, 'watchWords', { address: words.source, words: JSON.stringify(words, packed) }, [
      'address',
    ])
  for (const made of changes.comparisons ?? []) {
    const { id, story, at } = made
    await insert(tx, 'watchComparisons', { id, story, at, made: JSON.stringify(made) }, ['id'])
    if (!made.published) continue
    const earlier = await select(tx, 'watchComparisons', { story, id: { '<>': id } }, { columns: ['id'] })
    await erase(tx, 'watchReports', { id: earlier.map((one) => one.id) })
  }
  for (const robots of changes.robots ?? [])
    await insert(tx, 'watchRobots', { origin: robots.origin, robots: JSON.stringify(robots) }, ['origin'])
}

/** Nobody else changes it until this is committed. */
async function feedAt(tx: Transaction<Tables>, address: string): Promise<Feed | null> {
  await hold(tx, 'watchFeeds', { address }, 'address')
  const row = await selectOne(tx, 'watchFeeds', { address })
  return row ? Feed.parse(JSON.parse(row.feed)) : null
}

async function putArticle(tx: Transaction<Tables>, given: KeptArticle): Promise<void> {
  const { address } = given
  const before = await selectOne(tx, 'watchArticles', { address })
  // A comparison and a look at it may find a version each at once: neither is lost.
  const known = new Set(given.versions.map(({ text, fetchedAt }) => `${text} ${fetchedAt}`))
  const others = (before ? articleOf(before).versions : []).filter(
    ({ text, fetchedAt }) => !known.has(`${text} ${fetchedAt}`),
  )
  const versions = [...others, ...given.versions].toSorted((a, b) => a.fetchedAt - b.fetchedAt)
  const article = { ...given, versions }
  const { feed, grouped, foundAt, dueAt } = article
  await erase(tx, 'watchEntries', { address })
  const { story = null, place = null } = grouped ?? {}
  const looked = { host: URL.parse(address)?.host ?? '', text: versions.at(-1)?.text ?? '', story, place }
  const row = { address, feed, ...looked, foundAt, dueAt, article: JSON.stringify(article) }
  await insert(tx, 'watchArticles', row, ['address'])
}

const Packed = z.union([z.strictObject({ whole: z.string() }), z.strictObject({ real: z.string() })])

/** Arrays of numbers in JSON, exactly as they were: base64 of their bytes. */
function packed(_: string, value: unknown): unknown {
  if (!(value instanceof Int32Array || value instanceof Float32Array)) return value
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  return value instanceof Int32Array ? { whole: bytes } : { real: bytes }
}

function unpacked(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('whole' in value || 'real' in value)) return value
  const found = Packed.parse(value)
  const { buffer } = Uint8Array.from(Buffer.from('whole' in found ? found.whole : found.real, 'base64'))
  return 'whole' in found ? new Int32Array(buffer) : new Float32Array(buffer)
}

const wordsIn = (json: string): StoryText => StoryText.parse(JSON.parse(json, unpacked))
