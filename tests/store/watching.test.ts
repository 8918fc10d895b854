/** What watching keeps, in SQLite and PostgreSQL: each value as it was given, found by what it is asked for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { StoryText } from '../../src/model/story.js'
import type { Entry, Feed, KeptArticle } from '../../src/model/watch.js'
import type { Store } from '../../src/ports/store.js'
import type { WatchStore } from '../../src/ports/watch.js'
import { storyText } from '../../src/stories/words.js'
import { readText, textPage } from '../support/event.js'
import { newDatabase } from '../support/servers-of-run.js'

const now = 1_764_750_000_000
const feed: Feed = {
  address: 'https://a.example/feed',
  title: 'A',
  from: null,
  kind: 'rss',
  validators: { etag: '"1"', lastModified: null },
  sha256: null,
  dueAt: now,
  askedAt: null,
  wellAt: null,
  failing: { why: 'it did not answer.', since: now, times: 2 },
  remark: null,
}
const entryAt = (address: string, dueAt: number | null): Entry => ({
  address,
  feed: feed.address,
  title: null,
  publishedAt: null,
  foundAt: now,
  dueAt,
  tries: 0,
  why: null,
})
const article = (address: string, change: Partial<KeptArticle> = {}): KeptArticle => ({
  address,
  feed: feed.address,
  outlet: 'A',
  publishedAt: null,
  foundAt: now,
  versions: [
    { text: `text of ${address}`, page: 'e'.repeat(64), fetchedAt: now, headline: 'H', unreadable: null },
  ],
  grouped: null,
  dueAt: now + 10,
  looks: 0,
  validators: null,
  trouble: null,
  ...change,
})

describe.each(['sqlite', 'postgres'])('watching on %s', (name) => {
  let store: Store
  let watching: WatchStore
  let close: () => Promise<void>
  let words: (address: string) => StoryText
  beforeAll(async () => {
    if (name === 'sqlite') {
      const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-watching-'))
      store = await sqliteStore(folder)
      close = async () => {
        await store.close()
        rmSync(folder, { recursive: true })
      }
    } else {
      const database = await newDatabase()
      store = await postgresStore(database.url, () => undefined)
      close = async () => {
        await store.close()
        await database.drop()
      }
    }
    ;({ watching } = store)
    const read = storyText(
      await readText('story.txt', 'Rain in Lund\n\nIt rained 14 mm in Lund on Monday, the mayor said.'),
    )
    words = (source) => ({ ...read, source })
  })
  afterAll(() => close())

  test('feeds, entries and robots come back as they were, and are replaced by their key', async () => {
    await watching.commit({
      feeds: [feed],
      entries: [entryAt('https://a.example/1', now), entryAt('https://a.example/2', null)],
    })
    await watching.commit({
      feeds: [{ ...feed, failing: null }],
      robots: [{ origin: 'https://a.example', text: null, fetchedAt: now }],
    })
    expect(await watching.feeds()).toEqual([{ ...feed, failing: null }])
    expect(await watching.robots('https://a.example')).toEqual({
      origin: 'https://a.example',
      text: null,
      fetchedAt: now,
    })
    expect(await watching.robots('https://b.example')).toBeNull()
    expect(await watching.dueEntries(now, 9)).toEqual([entryAt('https://a.example/1', now)])
    expect(await watching.dueEntries(now - 1, 9)).toEqual([])
    const many = Array.from({ length: 1_200 }, (_, at) => `https://a.example/${at}`)
    expect(await watching.known(many)).toEqual(new Set(['https://a.example/1', 'https://a.example/2']))
  })

  test('an article stands in the place of its entry, is grouped with its words, and found by host and text', async () => {
    const [one, two] = [article('https://a.example/1'), article('https://a.example/3')]
    await watching.commit({ articles: [one, two], words: [words(one.address), words(two.address)] })
    expect(await watching.dueEntries(now + 99, 9)).toEqual([])
    expect(await watching.known([one.address])).toEqual(new Set([one.address]))
    expect(await watching.ungrouped()).toEqual([words(one.address), words(two.address)])
    expect(await watching.sameText('a.example', `text of ${two.address}`)).toEqual(two)
    expect(await watching.sameText('b.example', `text of ${two.address}`)).toBeNull()
    const grouped = [one, two].map((each, place) => ({
      ...each,
      grouped: { story: 's-1', copy: place === 1, place: 1 - place },
    }))
    await watching.commit({ articles: grouped })
    expect(await watching.ungrouped()).toEqual([])
    expect((await watching.membersOf('s-1')).map(({ address }) => address)).toEqual([
      two.address,
      one.address,
    ])
    expect(await watching.grouped(now)).toEqual(
      [...grouped].reverse().map((each) => ({ article: each, words: words(each.address) })),
    )
    expect(await watching.grouped(now + 1)).toEqual([])
    expect((await watching.dueArticles(now + 10, 1)).map(({ address }) => address)).toEqual([one.address])
  })

  test('an article of a comparison is looked at again, in no story, and unknown to feeds until one names it', async () => {
    const mine = article('https://c.example/x', { feed: '', dueAt: now })
    await watching.commit({ articles: [mine], words: [words(mine.address)] })
    expect(await watching.known([mine.address])).toEqual(new Set())
    expect(await watching.sameText('c.example', `text of ${mine.address}`)).toBeNull()
    expect(await watching.ungrouped()).toEqual([])
    expect(await watching.dueArticles(now, 9)).toEqual([mine])
    const version = {
      text: 'newer',
      page: 'f'.repeat(64),
      fetchedAt: now + 5,
      headline: null,
      unreadable: null,
    }
    await watching.commit({ articles: [article(mine.address, { versions: [version] })] })
    expect((await watching.article(mine.address))?.versions).toEqual([...mine.versions, version])
  })

  test('pages by their bytes; a page that was taken down is not taken in again', async () => {
    const page = textPage('a.txt', 'Rain in Lund')
    if (page.state !== 'read') throw new Error('not read')
    await watching.keepPage(page)
    await watching.keepPage(page)
    expect(await watching.page(page.sha256)).toEqual(page)
    expect(await store.storedPage(page.sha256.slice(0, 16))).toEqual(page)
    const held = article('https://d.example/1', {
      versions: [{ text: 't', page: page.sha256, fetchedAt: now, headline: null, unreadable: null }],
    })
    await watching.commit({ articles: [held] })
    await store.takedown(page.sha256, now)
    expect(await watching.page(page.sha256)).toBeNull()
    expect(await watching.article(held.address)).toBeNull()
    expect(await watching.known([held.address]), 'so that no feed brings it in again').toEqual(
      new Set([held.address]),
    )
    await watching.keepPage(page)
    expect(await watching.page(page.sha256)).toBeNull()
  })
})
