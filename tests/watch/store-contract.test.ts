/** What any WatchStore promises, over every adapter. */
import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { watchFolder } from '../../src/adapters/watch-folder.js'
import type { Entry, KeptArticle, MadeComparison } from '../../src/model/watch.js'
import type { WatchStore } from '../../src/ports/watch.js'
import { newFeed } from '../../src/watch/poll.js'
import { newsroom, told } from '../stories/newsroom.js'
import { textPage } from '../support/event.js'
import { newPlace, type Place, places } from './places.js'

const opened: Place[] = []
afterEach(() => Promise.all(opened.splice(0).map((place) => place.remove())))

/** Opens one new place, as often as it is called. */
async function place(kind: (typeof places)[number]): Promise<Place['open']> {
  const made = await newPlace(kind)
  opened.push(made)
  return made.open
}

const entry = (address: string, dueAt: number | null): Entry => ({
  address,
  feed: 'https://a.example/feed',
  title: null,
  publishedAt: null,
  foundAt: 1,
  dueAt,
  tries: 0,
  why: null,
})
const words = (address: string) => told(address, newsroom['ferry-radio'] ?? '')

function article(address: string, more: Partial<KeptArticle> = {}): KeptArticle {
  return {
    address,
    feed: 'https://a.example/feed',
    outlet: 'A',
    publishedAt: null,
    foundAt: 5,
    versions: [{ text: words(address).id, page: 'p', fetchedAt: 5, headline: null, unreadable: null }],
    grouped: null,
    dueAt: 9,
    looks: 0,
    validators: null,
    trouble: null,
    ...more,
  }
}

const comparison = (id: string, at: number): MadeComparison => ({
  id,
  story: 's-1',
  title: 't',
  at,
  reports: [],
  texts: 2,
  published: true,
  findings: 0,
  first: null,
  told: true,
  news: null,
})

describe.each(places)('%s', (kind) => {
  test('gives back what was committed, also when it is opened anew, and twice is once', async () => {
    const open = await place(kind)
    const store = await open()
    const [one, two] = ['https://a.example/1', 'https://a.example/2'] as const
    const changes = {
      feeds: [newFeed('https://a.example/feed', null, null, 1)],
      robots: [{ origin: 'https://a.example', text: null, fetchedAt: 3 }],
      entries: [entry(one, 2), entry(two, 1), entry('https://a.example/3', null)],
    }
    await store.commit(changes)
    await store.commit(changes)
    expect((await store.dueEntries(2, 10)).map(({ address }) => address)).toEqual([two, one])
    expect(await store.dueEntries(2, 1)).toHaveLength(1)
    await store.commit({ articles: [article(one)], words: [words(one)] })
    const lost = { ...entry(two, 5), tries: 1, why: 'the site has no page at this address.' }
    const copy = { ...entry('https://a.example/3', null), why: 'it is another by another address.' }
    await store.commit({ entries: [lost, copy] })
    expect(await store.lostEntries(10)).toEqual([lost])
    await store.commit({ entries: [entry(two, 1)] })
    expect(await store.lostEntries(10)).toEqual([])
    // What comes late takes no article's place.
    await store.commit({ entries: [entry(one, 2)] })
    await store.close()

    const again = await open()
    expect(await again.feeds()).toEqual(changes.feeds)
    expect(await again.robots('https://a.example')).toEqual(changes.robots[0])
    expect((await again.dueEntries(2, 10)).map(({ address }) => address)).toEqual([two])
    const many = Array.from({ length: 1_200 }, (_, i) => `https://a.example/${i + 4}`)
    expect(await again.known([one, ...many, two])).toEqual(new Set([one, two]))
    expect(await again.article(one)).toEqual(article(one))
    expect(await again.sameText('a.example', words(one).id)).toEqual(article(one))
    expect(await again.sameText('b.example', words(one).id)).toBeNull()
    expect(await again.ungrouped()).toEqual([words(one)])
    expect(await again.dueArticles(8, 10)).toEqual([])
    expect(await again.dueArticles(9, 10)).toEqual([article(one)])
    await again.close()
  })

  test('a feed that was given up while it was asked stays given up, and so does what its list named', async () => {
    const store = await (await place(kind))()
    const [list, child] = [newFeed('https://a.example/all', null, null, 1), 'https://a.example/child']
    const asked = { ...list, askedAt: 5, dueAt: 9 }
    await store.commit({ feeds: [list] })
    await store.commit({ feeds: [{ ...list, dueAt: null }] })
    await store.commit({ feeds: [asked, newFeed(child, null, list.address, 5)] })
    const dueOf = async () => (await store.feeds()).map(({ dueAt, askedAt }) => [dueAt, askedAt])
    expect(await dueOf()).toEqual([
      [null, 5],
      [null, null],
    ])
    // Whoever names it anew has it asked.
    await store.commit({ feeds: [asked] })
    expect(await dueOf()).toContainEqual([9, 5])
    await store.close()
  })

  test('an article goes from one story to another', async () => {
    const store = await (await place(kind))()
    const at = (address: string, story: string, number: number) =>
      article(address, { grouped: { story, copy: false, place: number } })
    const [one, two] = [at('https://a.example/1', 's-1', 1), at('https://b.example/2', 's-2', 0)]
    await store.commit({ articles: [one, two], words: [words(one.address), words(two.address)] })
    expect(await store.ungrouped()).toEqual([])
    expect((await store.grouped(0)).map((each) => each.article)).toEqual([two, one])
    expect((await store.grouped(0, 1)).map((each) => each.article)).toEqual([one])
    expect(await store.grouped(6)).toEqual([])
    expect([await store.busiest(0, 9), await store.busiest(0, 1), await store.busiest(6, 9)]).toEqual([
      ['s-1', 's-2'],
      ['s-1'],
      [],
    ])
    const moved = at(two.address, 's-1', 0)
    await store.commit({ articles: [moved] })
    expect(await store.membersOf('s-1')).toEqual([moved, one])
    expect(await store.membersOf('s-2')).toEqual([])
    await store.close()
  })

  test('keeps pages by their hash, and of a story’s reports the last', async () => {
    const open = await place(kind)
    const store = await open()
    const page = textPage('a.txt', 'Words')
    if (page.state !== 'read') throw new Error('a page was wanted')
    await store.keepPage(page)
    await store.keepPage(page)
    for (const [id, time] of [
      ['c-1', 1],
      ['c-2', 2],
    ] as const) {
      await store.keepReport(id, `{"of":"${id}"}`)
      await store.commit({ comparisons: [comparison(id, time)] })
    }
    await store.close()
    const again = await open()
    expect(await again.page(page.sha256)).toEqual(page)
    expect(await again.page('0'.repeat(64))).toBeNull()
    expect((await again.comparisonsOf('s-1')).map(({ id }) => id)).toEqual(['c-2', 'c-1'])
    expect((await again.comparisons(1)).map(({ id }) => id)).toEqual(['c-2'])
    expect([await again.report('c-1'), await again.report('c-2')]).toEqual([null, '{"of":"c-2"}'])
    await again.close()
  })
})

test('a folder: half a line goes, a second program is refused, and what is out of date is written out of the log', async () => {
  const made = await newPlace('a folder')
  opened.push(made)
  const folder = made.folder ?? ''
  const store = await watchFolder(folder)
  for (let i = 0; i < 3_000; i++) await store.commit({ entries: [entry('https://a.example/1', i)] })
  await store.close()
  await appendFile(path.join(folder, 'log.jsonl'), '{"entries":[{"addr')
  const again = await watchFolder(folder)
  expect(await again.dueEntries(2_999, 10)).toEqual([entry('https://a.example/1', 2_999)])
  await again.close()
  await appendFile(path.join(folder, 'log.jsonl'), '{"else":1}\n')
  await expect(watchFolder(folder)).rejects.toThrow(/log.jsonl, line 2: it is no line of this version/u)
  await appendFile(path.join(folder, 'lock'), String(process.ppid))
  await expect(watchFolder(folder)).rejects.toThrow(/in use by another Synoptic process/u)
})

test('a folder forgets what is old and done with, with its files, and keeps what is not', async () => {
  const made = await newPlace('a folder')
  opened.push(made)
  const folder = made.folder ?? ''
  const store = await watchFolder(folder)
  const pages = [textPage('a.txt', 'Old words'), textPage('b.txt', 'New words')].flatMap((page) =>
    page.state === 'read' ? [page] : [],
  )
  const [old, young, due] = ['old', 'young', 'due'].map((name) => `https://${name}.example/1`)
  if (!old || !young || !due) throw new Error('three addresses were wanted')
  const of = (address: string, at: number, story: string, dueAt: number | null) =>
    article(address, {
      foundAt: at,
      dueAt,
      grouped: { story, copy: false, place: at },
      versions: [
        {
          text: address,
          page: pages[at > 9 ? 1 : 0]?.sha256 ?? '',
          fetchedAt: at,
          headline: null,
          unreadable: null,
        },
      ],
    })
  for (const page of pages) await store.keepPage(page)
  const articles = [of(old, 1, 's-old', null), of(young, 20, 's-1', null), of(due, 2, 's-1', 99)]
  await store.commit({
    articles,
    words: [old, young, due].map(words),
    entries: [entry('https://a.example/given-up', null)],
  })
  for (const [id, story] of [
    ['c-1', 's-old'],
    ['c-2', 's-1'],
  ] as const) {
    await store.keepReport(id, '{}')
    await store.commit({ comparisons: [{ ...comparison(id, 3), story }] })
  }
  for (let i = 0; i < 3_000; i++) await store.commit({ entries: [entry('https://a.example/2', 7)] })
  const lines = async () => (await readFile(path.join(folder, 'log.jsonl'), 'utf8')).trim().split('\n').length
  expect(await lines()).toBeGreaterThan(3_000)
  await store.expire(10)
  expect(await lines()).toBeLessThan(12)
  await store.commit({ robots: [{ origin: 'https://a.example', text: null, fetchedAt: 30 }] })
  const holds = async (one: WatchStore) => ({
    grouped: (await one.grouped(0)).map((each) => each.article.address),
    known: await one.known([old, young, due, 'https://a.example/given-up', 'https://a.example/2']),
    pages: [await one.page(pages[0]?.sha256 ?? ''), await one.page(pages[1]?.sha256 ?? '')].map(Boolean),
    reports: [await one.report('c-1'), await one.report('c-2')],
    same: await one.sameText('old.example', old),
    members: (await one.membersOf('s-old')).length,
  })
  const left = {
    grouped: [due, young],
    known: new Set([young, due, 'https://a.example/2']),
    pages: [true, true],
    reports: [null, '{}'],
    same: null,
    members: 0,
  }
  expect(await holds(store)).toEqual(left)
  await store.commit({ articles: [{ ...articles[2], dueAt: null } as KeptArticle] })
  await store.expire(10)
  expect((await holds(store)).pages).toEqual([false, true])
  await store.close()
  const again = await watchFolder(folder)
  expect(await holds(again)).toMatchObject({ grouped: [young], pages: [false, true], reports: [null, '{}'] })
  await again.close()
})
