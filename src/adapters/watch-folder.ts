/**
 * A folder for the WatchStore port: `log.jsonl`, a line a commit, which is read when the folder is opened and written anew when
 * most of it is out of date; pages and reports in files of their own.
 *
 * Never: leaves half a commit (a torn last line is cut off), replaces a file but by a whole one, or is used by two programs.
 */
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
  type FileHandle,
} from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { RawPage } from '../model/raw-page.js'
import { StoryText } from '../model/story.js'
import { Entry, Feed, isLost, KeptArticle, keptFeed, MadeComparison, Robots } from '../model/watch.js'
import type { WatchChanges, WatchStore } from '../ports/watch.js'
import { kept } from '../text/grouped.js'
import { oneByOne } from '../text/one-by-one.js'
import { byKeys } from '../text/order.js'
import { errorCode } from '../text/system-error.js'
import { packed, unpacked } from './packed-numbers.js'

class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}
class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable'
}

const zipped = promisify(gzip)
const unzipped = promisify(gunzip)

const Line = z.strictObject({
  feeds: z.array(Feed).optional(),
  entries: z.array(Entry).optional(),
  articles: z.array(KeptArticle).optional(),
  words: z.array(StoryText).optional(),
  comparisons: z.array(MadeComparison).optional(),
  robots: z.array(Robots).optional(),
  /** What was forgotten: all that is older than this. */
  expired: z.int().optional(),
})

/** All that is known, in memory. */
class Known {
  readonly feeds = new Map<string, Feed>()
  readonly entries = new Map<string, Entry>()
  readonly articles = new Map<string, KeptArticle>()
  readonly words = new Map<string, StoryText>()
  readonly comparisons = new Map<string, MadeComparison>()
  readonly robots = new Map<string, Robots>()
  /** Addresses of a story's articles. */
  readonly members = new Map<string, Set<string>>()
  readonly texts = new Map<string, string>()
  readonly ungrouped = new Set<string>()
  lines = 0

  take({
    feeds = [],
    entries = [],
    articles = [],
    words = [],
    comparisons = [],
    robots = [],
  }: WatchChanges): void {
    this.lines +=
      feeds.length + entries.length + articles.length + words.length + comparisons.length + robots.length
    const feedAt = (address: string | null): Feed | null => this.feeds.get(address ?? '') ?? null
    for (const feed of feeds)
      this.feeds.set(feed.address, keptFeed(feed, feedAt(feed.address), feedAt(feed.from)))
    for (const entry of entries) if (!this.articles.has(entry.address)) this.entries.set(entry.address, entry)
    for (const article of articles) this.#takeArticle(article)
    for (const text of words) this.words.set(text.source, text)
    for (const comparison of comparisons) this.comparisons.set(comparison.id, comparison)
    for (const robot of robots) this.robots.set(robot.origin, robot)
  }

  #takeArticle(article: KeptArticle): void {
    const { address, grouped, versions } = article
    this.entries.delete(address)
    const before = this.articles.get(address)?.grouped?.story
    if (before !== undefined) this.members.get(before)?.delete(address)
    if (grouped !== null) kept(this.members, grouped.story, () => new Set<string>()).add(address)
    if (grouped === null && versions.at(-1)?.unreadable === null) this.ungrouped.add(address)
    else this.ungrouped.delete(address)
    for (const { text } of versions) this.texts.set(`${new URL(address).host} ${text}`, address)
    this.articles.set(address, article)
  }

  /**
   * Forgets what was seen before then and is neither to be fetched nor looked at again, and comparisons of stories of which nothing
   * is left. False where there was none of it.
   */
  expire(before: number): boolean {
    const { size } = this
    for (const [address, { foundAt, dueAt }] of this.entries)
      if (dueAt === null && foundAt < before) this.entries.delete(address)
    for (const article of this.articles.values())
      if (article.dueAt === null && article.foundAt < before) this.#forget(article)
    for (const [id, { at, story }] of this.comparisons)
      if (at < before && !this.members.has(story)) this.comparisons.delete(id)
    for (const [origin, { fetchedAt }] of this.robots) if (fetchedAt < before) this.robots.delete(origin)
    return this.size < size
  }

  #forget({ address, grouped, versions }: KeptArticle): void {
    const { host } = new URL(address)
    for (const of of [this.articles, this.words, this.ungrouped]) of.delete(address)
    for (const { text } of versions) this.texts.delete(`${host} ${text}`)
    const members = this.members.get(grouped?.story ?? '')
    members?.delete(address)
    if (members?.size === 0) this.members.delete(grouped?.story ?? '')
  }

  /** How many lines would say the same. */
  get size(): number {
    const { feeds, entries, articles, words, comparisons, robots } = this
    return [feeds, entries, articles, words, comparisons, robots].reduce((sum, { size }) => sum + size, 0)
  }

  *changes(): Generator<WatchChanges> {
    for (const feed of this.feeds.values()) yield { feeds: [feed] }
    for (const robot of this.robots.values()) yield { robots: [robot] }
    for (const entry of this.entries.values()) yield { entries: [entry] }
    for (const [address, article] of this.articles) {
      const words = this.words.get(address)
      yield { articles: [article], ...(words && { words: [words] }) }
    }
    for (const comparison of this.comparisons.values()) yield { comparisons: [comparison] }
  }
}

const newestFirst = byKeys<MadeComparison>(
  ({ at }) => -at,
  ({ id }) => id,
)
const newestFound = byKeys<Entry>(
  ({ foundAt }) => -foundAt,
  ({ address }) => address,
)
const oldestDue = byKeys<Entry | KeptArticle>(
  ({ dueAt }) => dueAt ?? 0,
  ({ address }) => address,
)
const byPlace = byKeys<KeptArticle>(({ grouped }) => grouped?.place ?? Infinity)

/** So many lines more than are needed are no reason to write all anew. */
const spare = 2_000

export type WatchFolder = WatchStore & {
  /** Forgets what was seen before then, with its files. Between two rounds. */
  expire(before: number): Promise<void>
}

export async function watchFolder(folder: string): Promise<WatchFolder> {
  const file = (...names: readonly string[]): string => path.join(folder, ...names)
  await mkdir(file('pages'), { recursive: true })
  await mkdir(file('reports'), { recursive: true })
  const unlock = await lock(file('lock'))
  const known = new Known()
  let log: FileHandle
  try {
    await readLog(file('log.jsonl'), known)
    await shorten()
    log = await open(file('log.jsonl'), 'a')
  } catch (error) {
    await unlock()
    throw error
  }

  async function shorten(): Promise<void> {
    if (known.lines <= 2 * known.size + spare) return
    await writeAnew(file('log.jsonl'), known)
    known.lines = known.size
  }
  const put = async (name: string, content: Uint8Array): Promise<void> => {
    const draft = `${name}.part`
    await writeFile(draft, content)
    await rename(draft, name)
  }
  const got = async (name: string): Promise<string | null> => {
    const bytes = await readFile(name).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    })
    return bytes === null ? null : (await unzipped(bytes)).toString('utf8')
  }
  const due = <Item extends Entry | KeptArticle>(
    items: Iterable<Item>,
    now: number,
    limit: number,
  ): readonly Item[] =>
    [...items]
      .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
      .sort(oldestDue)
      .slice(0, limit)
  const comparisonsOf = (story: string): readonly MadeComparison[] =>
    [...known.comparisons.values()].filter((made) => made.story === story).sort(newestFirst)

  const inTurn = oneByOne()
  const now = <Value>(value: Value): Promise<Value> => Promise.resolve(value)

  return {
    feeds: () => now([...known.feeds.values()]),
    robots: (origin) => now(known.robots.get(origin) ?? null),
    known: (addresses) =>
      now(new Set(addresses.filter((one) => known.entries.has(one) || known.articles.has(one)))),
    dueEntries: (time, limit) => now(due(known.entries.values(), time, limit)),
    lostEntries: (limit) => now([...known.entries.values()].filter(isLost).sort(newestFound).slice(0, limit)),
    dueArticles: (time, limit) => now(due(known.articles.values(), time, limit)),
    article: (address) => now(known.articles.get(address) ?? null),
    sameText: (host, text) => now(known.articles.get(known.texts.get(`${host} ${text}`) ?? '') ?? null),
    ungrouped: () => now([...known.ungrouped].sort().flatMap((address) => known.words.get(address) ?? [])),
    grouped: (since, most = Infinity) =>
      now(
        [...known.articles.values()]
          .filter(({ grouped, foundAt }) => grouped !== null && foundAt >= since)
          .sort(byPlace)
          .slice(-most)
          .flatMap((article) => {
            const words = known.words.get(article.address)
            return words ? [{ article, words }] : []
          }),
      ),
    membersOf: (story) =>
      now(
        [...(known.members.get(story) ?? [])]
          .flatMap((address) => known.articles.get(address) ?? [])
          .sort(byPlace),
      ),
    busiest(since, limit) {
      const sites = (story: string): number => {
        const addresses = [...(known.members.get(story) ?? [])]
        const recent = addresses.filter((one) => (known.articles.get(one)?.foundAt ?? 0) >= since)
        return new Set(recent.map((one) => URL.parse(one)?.host)).size
      }
      const counted = [...known.members.keys()].map((story) => ({ story, sites: sites(story) }))
      return now(
        counted
          .filter((one) => one.sites > 0)
          .sort(
            byKeys(
              (one) => -one.sites,
              (one) => one.story,
            ),
          )
          .slice(0, limit)
          .map(({ story }) => story),
      )
    },
    comparisons: (limit) => now([...known.comparisons.values()].sort(newestFirst).slice(0, limit)),
    comparisonsOf: (story) => now(comparisonsOf(story)),
    async keepPage(page) {
      const name = file('pages', `${page.sha256}.json.gz`)
      if (!(await isThere(name))) await put(name, await zipped(JSON.stringify(page)))
    },
    async page(hash) {
      const json = await got(file('pages', `${hash}.json.gz`))
      return json === null ? null : RawPage.parse(JSON.parse(json))
    },
    keepReport: async (comparison, json) => put(file('reports', `${comparison}.json.gz`), await zipped(json)),
    report: (comparison) => got(file('reports', `${comparison}.json.gz`)),
    commit: (changes) =>
      inTurn(async () => {
        await append(log, lineOf(changes))
        known.take(changes)
        for (const { story, published } of changes.comparisons ?? [])
          for (const { id } of published
            ? comparisonsOf(story)
                .filter((made) => made.published)
                .slice(1)
            : [])
            await rm(file('reports', `${id}.json.gz`), { force: true })
      }),
    expire: (before) =>
      inTurn(async () => {
        if (!known.expire(before)) return
        await append(log, `${JSON.stringify({ expired: before })}\n`)
        const named = [...known.articles.values()].flatMap(({ versions }) => versions.map(({ page }) => page))
        for (const [of, names] of [
          ['pages', new Set(named)],
          ['reports', known.comparisons],
        ] as const)
          for (const name of await readdir(file(of)))
            if (!names.has(name.split('.')[0] ?? '')) await rm(file(of, name))
        await log.close()
        await shorten()
        log = await open(file('log.jsonl'), 'a')
      }),
    async close() {
      await log.close()
      await unlock()
    },
  }
}

const lineOf = (changes: WatchChanges): string => `${JSON.stringify(changes, packed)}\n`

/** A line that does not fit on the disk is taken back, so that the next one stands alone. */
async function append(log: FileHandle, line: string): Promise<void> {
  const { size } = await log.stat()
  try {
    await log.appendFile(line)
    await log.datasync()
  } catch (error) {
    await log.truncate(size)
    throw error
  }
}

async function readLog(name: string, known: Known): Promise<void> {
  const bytes = await readFile(name).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  let [from, line] = [0, 0]
  for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
    line++
    try {
      const { expired, ...changes } = Line.parse(JSON.parse(bytes.toString('utf8', from, end), unpacked))
      known.take(changes as WatchChanges)
      if (expired !== undefined) known.expire(expired)
    } catch {
      throw new FolderUnusable(
        `${name}, line ${line}: it is no line of this version. Give another folder with --out, or remove the file to begin anew.`,
      )
    }
    from = end + 1
  }
  if (from < bytes.length) await truncate(name, from)
}

async function writeAnew(name: string, known: Known): Promise<void> {
  const draft = await open(`${name}.part`, 'w')
  try {
    for (const changes of known.changes()) await draft.appendFile(lineOf(changes))
    await draft.datasync()
  } finally {
    await draft.close()
  }
  await rename(`${name}.part`, name)
}

async function isThere(name: string): Promise<boolean> {
  return stat(name).then(
    () => true,
    () => false,
  )
}

/** A file with the number of the process; one of a process that is gone holds nobody up. */
async function lock(name: string): Promise<() => Promise<void>> {
  const holder = Number(await readFile(name, 'utf8').catch(() => ''))
  if (holder > 0 && holder !== process.pid && isAlive(holder))
    throw new FolderInUse(
      `${path.dirname(name)} is in use by another Synoptic process (${holder}). Stop that one, or give another folder with --out.`,
    )
  await writeFile(name, String(process.pid))
  return () => rm(name, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
