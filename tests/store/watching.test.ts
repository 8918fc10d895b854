/** What watching keeps, in SQLite and PostgreSQL: each value as it was given, found by what it is asked for. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { StoryText } from '../../src/model/story.js'
import type { Feed, KeptArticle } from '../../src/model/watch.js'
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
