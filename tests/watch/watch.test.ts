/** A day of three outlets, watched through (with kills: kills.release.test.ts); and what feeds and hosts may do to a watcher. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Pool } from '../../src/ports/pool.js'
import { testDeps } from '../support/event.js'
import { follow, giveUp, newFeed } from '../../src/watch/poll.js'
import { newPlace } from './places.js'
import { dayOfNews, outlets, page, told } from './day.js'
import { day, hour, minute, oftenest, type Page, start, storiesOf, watchWorld, World } from './world.js'

let world: World
afterEach(() => world.close())

async function open(pages: readonly Page[]): Promise<World> {
  world = new World(pages)
  await world.open()
  return world
}

describe('a day', () => {
  test('what a person ruled holds for reports that come later', async () => {
    await open(dayOfNews)
    const [radio, gazette] = [world.address(1, '/ferry-radio'), world.address(2, '/ferry-gazette')]
    const rulings = [{ source: radio, with: gazette, ruling: 'apart' }] as const
    const seen = await watchWorld(world, {
      feeds: outlets.map((_, i) => world.feed(i)),
      until: 5 * hour + 45 * minute,
      rulings,
    })
    expect(storiesOf(seen)).toEqual([
      'outlet-0.example/ferry-courier outlet-1.example/ferry-radio',
      'outlet-2.example/ferry-gazette',
    ])
    expect(seen.comparisons).toEqual([])
  })

  test('is found, grouped, compared, and followed for newer versions', async () => {
    await open(dayOfNews)
    const feeds = outlets.map((_, i) => world.feed(i))
    const seen = await watchWorld(world, { feeds, until: day })
    expect(storiesOf(seen)).toEqual([
      'outlet-0.example/council-courier outlet-1.example/council-radio',
      'outlet-0.example/ferry-courier outlet-1.example/ferry-radio outlet-2.example/ferry-gazette',
      'outlet-0.example/vaccine-courier',
    ])
    // Three reports of three texts; compared again when a look found that one of them says otherwise now.
    const [again, first] = seen.comparisons
    expect(seen.comparisons).toHaveLength(2)
    expect(first).toMatchObject({ texts: 3, published: true, news: null })
    expect(again?.news).toMatchObject({ added: [], changed: ['Outlet 0'] })
    expect(again?.news?.appeared.join()).toContain('86 people')
    const [changed] = [...seen.changes.values()]
    expect(seen.changes.size).toBe(1)
    expect(changed?.state).toBe('compared')
    expect(new Set(changed?.changes.map(({ kind }) => kind))).toEqual(
      new Set(['headline-changed', 'number-changed']),
    )
    expect(seen.articles.find(({ address }) => address.endsWith('council-radio'))?.trouble).toContain(
      'no page',
    )
    expect(seen.lost).toEqual([
      {
        address: world.address(1, '/private/vaccine-radio'),
        why: expect.stringContaining('robots.txt') as string,
      },
    ])

    expect(world.asked.some(({ path }) => path.startsWith('/private/'))).toBe(false)
    expect(oftenest(world, ({ path }) => path === '/robots.txt')).toBeLessThanOrEqual(2)
    // Every quarter of an hour or a little later, and mostly answered in a line.
    expect(oftenest(world, ({ path }) => path === '/feed')).toBeLessThanOrEqual(97)
    expect(oftenest(world, ({ path, status }) => path === '/feed' && status === 200)).toBeLessThanOrEqual(5)
    expect(oftenest(world, ({ path }) => path !== '/feed' && path !== '/robots.txt')).toBeLessThanOrEqual(5)
  })

  test('a report that comes later is news in the next comparison, an hour after the last at the earliest', async () => {
    await open([
      page('ferry-courier', 0),
      page('ferry-radio', 0),
      page('ferry-gazette', 0),
      { ...page('ferry-courier', 20 * minute), path: '/ferry-later', text: told('ferry-later') },
    ])
    const seen = await watchWorld(world, { feeds: outlets.map((_, i) => world.feed(i)), until: 3 * hour })
    const [second, first] = seen.comparisons
    expect(seen.comparisons).toHaveLength(2)
    expect(first?.news).toBeNull()
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(hour)
    expect(second).toMatchObject({ story: first?.story, news: { added: ['Outlet 0'], changed: [] } })
    expect(second?.id).not.toBe(first?.id)
  })
})

describe('trouble', () => {
  test(
    'of one feed touches no other, and is said with why and since when',
    { timeout: 120_000 },
    async () => {
      await open([page('ferry-courier', 0), { ...page('vaccine-courier', 0), outlet: 7 }])
      const feedOf = (items: string): string =>
        `<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`
      const sends = (host: string, body: string | Buffer, headers: Record<string, string> = {}): string => {
        world.odd.set(`${host}/feed`, (_, response) => response.writeHead(200, headers).end(body))
        world.odd.set(`${host}/robots.txt`, (_, response) => response.writeHead(404).end())
        return world.address(host, '/feed')
      }
      world.odd.set('busy.example/robots.txt', (_, response) => response.writeHead(404).end())
      world.odd.set('busy.example', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end())
      world.odd.set('silent.example', () => undefined)
      const large = sends('large.example', Buffer.alloc(100_000_000, 'x'))
      const million = sends('million.example', feedOf('<item><link>/a</link></item>'.repeat(340_000)))
      const circle = sends(
        'circle.example',
        `<opml><body><outline xmlUrl="${world.address('circle.example', '/feed')}"/><outline xmlUrl="${world.feed(0)}"/></body></opml>`,
      )
      const future = sends(
        'future.example',
        feedOf(
          `<item><link>${world.address(7, '/vaccine-courier')}</link><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item>`,
        ),
      )
      const dead = sends(
        'names-dead.example',
        feedOf(
          Array.from(
            { length: 50 },
            (_, i) => `<item><link>${world.address('silent.example', `/${i}`)}</link></item>`,
          ).join(''),
        ),
      )
      const busy = world.address('busy.example', '/feed')
      const silent = world.address('silent.example', '/feed')
      const seen = await watchWorld(world, {
        feeds: [large, million, circle, future, dead, busy, silent],
        until: hour,
        timeoutMs: 1_000,
      })
      const of = (address: string) => seen.feeds.find((feed) => feed.address === address)
      expect(of(large)?.failing?.why).toContain('larger than the limit')
      expect(of(million)).toMatchObject({ failing: null, remark: 'only 1000 of its entries were read.' })
      expect(of(silent)?.failing).toMatchObject({
        since: start,
        why: expect.stringContaining('did not answer') as string,
      })
      expect(of(busy)?.failing).toMatchObject({
        since: start,
        times: 1,
        why: expect.stringContaining('429') as string,
      })
      expect(of(circle)).toMatchObject({ kind: 'opml', failing: null })
      expect(seen.feeds.filter(({ from }) => from === circle).map(({ address }) => address)).toEqual([
        world.feed(0),
      ])
      expect(storiesOf(seen)).toEqual(['outlet-0.example/ferry-courier', 'outlet-7.example/vaccine-courier'])
      expect(seen.articles.find(({ outlet }) => outlet === 'Outlet 7')?.publishedAt).toBeNull()
      // Asked for what lies on a host that does not answer: its robots.txt, once a round at most, and nothing else.
      expect(world.asked.filter(({ host }) => host === 'silent.example')).toEqual([])
      expect(
        world.asked.filter(({ host, path }) => host === 'busy.example' && path === '/feed'),
      ).toHaveLength(1)
    },
  )

  test('a comparison that cannot be made is said once, and the rest goes on', async () => {
    await open([page('ferry-courier', 0), page('ferry-radio', 0), page('ferry-gazette', 0)])
    const { pool } = testDeps()
    let tried = 0
    const breaking: Pool = {
      run: (kind, job, name) => {
        if (kind !== 'compare') return pool.run(kind, job, name)
        tried++
        return Promise.resolve({ state: 'failed', message: 'a defect' })
      },
      close: () => pool.close(),
    }
    const feeds = outlets.map((_, i) => world.feed(i))
    const seen = await watchWorld(world, { feeds, until: 3 * hour, pool: breaking })
    expect([tried, seen.articles.length]).toEqual([1, 3])
    expect(seen.unmade.map(({ why }) => why)).toEqual(['a defect'])
    expect(seen.comparisons.map(({ published }) => published)).toEqual([false])
  })

  test('ten thousand articles in a day are taken in parts', async () => {
    const many = Array.from({ length: 60 }, (_, i): Page => ({
      outlet: i % 6,
      path: `/${i}`,
      text: `Item ${i} of the day\n\nNumber ${i} was drawn in hall ${i * 7}, and nobody said more about draw ${i * 13} at all.`,
      appears: 0,
    }))
    await open(many)
    const seen = await watchWorld(world, {
      feeds: [0, 1, 2, 3, 4, 5].map((i) => world.feed(i)),
      until: hour,
      settings: { mostOfRound: 20, pace: { everyMs: 15 * minute, looksMs: [] } },
    })
    expect(seen.articles).toHaveLength(60)
    expect(oftenest(world, ({ path }) => path !== '/feed' && path !== '/robots.txt')).toBe(1)
  })

  test('a list that is given up takes what it named with it, two lists deep, and brings it back', async () => {
    const place = await newPlace('sqlite')
    const store = await place.open()
    const [list, index, sitemap, other] = ['a-list', 'b-index', 'c-sitemap', 'd-other'].map(
      (name) => `https://${name}.example/`,
    )
    if (!list || !index || !sitemap || !other) throw new Error('four were wanted')
    const from = [null, list, index, null]
    const feeds = [list, index, sitemap, other].map((address, i) =>
      newFeed(address, null, from[i] ?? null, 1),
    )
    await store.commit({ feeds })
    const dues = async () => (await store.feeds()).map(({ dueAt }) => dueAt)
    expect([await giveUp(list, store), await giveUp('https://none.example/', store)]).toEqual([true, false])
    expect(await dues()).toEqual([null, null, null, 1])
    await follow([{ address: list, title: null }], store, 5, 'go on')
    expect(await dues()).toEqual([5, 5, 5, 1])
    await follow([{ address: index, title: null }], store, 9, 'given up')
    expect(await dues()).toEqual([null, 5, 5, null])
    await store.close()
    await place.remove()
  })
})
