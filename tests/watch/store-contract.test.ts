/** What any WatchStore promises, over every adapter. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Entry, KeptArticle, MadeComparison } from '../../src/model/watch.js'
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

  test('forgets what is old and done with, with its pages, and keeps what is not', async () => {
    const store = await (await place(kind))()
    const pages = ['Old words', 'New words', 'Other words'].flatMap((said, i) => {
      const page = textPage(`${i}.txt`, said)
      return page.state === 'read' ? [{ ...page, fetchedAt: new Date(i === 0 ? 1 : 20).toISOString() }] : []
    })
    const [old, young, due] = ['old', 'young', 'due'].map((name) => `https://${name}.example/1`)
    if (!old || !young || !due) throw new Error('three addresses were wanted')
    const of = (address: string, at: number, page: number, story: string, dueAt: number | null) => {
      const hash = pages[page]?.sha256 ?? ''
      const version = { text: address, page: hash, fetchedAt: at, headline: null, unreadable: null }
      return article(address, {
        foundAt: at,
        dueAt,
        grouped: { story, copy: false, place: at },
        versions: [version],
      })
    }
    for (const page of pages) await store.keepPage(page)
    const waiting = of(due, 2, 2, 's-1', 99)
    await store.commit({
      articles: [of(old, 1, 0, 's-old', null), of(young, 20, 1, 's-1', null), waiting],
      words: [old, young, due].map(words),
      entries: [entry('https://a.example/given-up', null), entry('https://a.example/2', 7)],
    })
    for (const [id, story, at] of [
      ['c-1', 's-old', 3],
      ['c-2', 's-1', 20],
    ] as const) {
      await store.keepReport(id, '{}')
      await store.commit({ comparisons: [{ ...comparison(id, at), story }] })
    }
    const none = { discardedBefore: null, articlesBefore: null, fetchesBefore: null }
    await store.expire({ ...none, finishedBefore: 10, contentsBefore: 10 })
    const holds = async () => ({
      grouped: (await store.grouped(0)).map((each) => each.article.address),
      known: await store.known([old, young, due, 'https://a.example/given-up', 'https://a.example/2']),
      pages: (await Promise.all(pages.map(({ sha256 }) => store.page(sha256)))).map(Boolean),
      reports: [await store.report('c-1'), await store.report('c-2')],
      same: await store.sameText('old.example', old),
      members: (await store.membersOf('s-old')).length,
    })
    const left = {
      grouped: [due, young],
      known: new Set([young, due, 'https://a.example/2']),
      pages: [false, true, true],
      reports: [null, '{}'],
      same: null,
      members: 0,
    }
    expect(await holds()).toEqual(left)
    await store.commit({ articles: [{ ...waiting, dueAt: null }] })
    await store.expire({ ...none, finishedBefore: 10, contentsBefore: 10 })
    expect(await holds()).toMatchObject({ grouped: [young], pages: [false, true, false] })
    await store.close()
  })
})

test('a second program is refused', async () => {
  const open = await place('sqlite')
  const store = await open()
  await expect(open()).rejects.toThrow(/in use by another Synoptic process/u)
  await store.close()
})
