/** A day of three outlets under twenty kills: the same is known in the end, and hardly more was asked for. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOfNews, outlets } from './day.js'
import { places } from './places.js'
import { day, oftenest, watchWorld, World } from './world.js'

const world = new World(dayOfNews)
beforeAll(() => world.open())
afterAll(() => world.close())

test('twenty kills change nothing, whatever it is kept in', async () => {
  const feeds = outlets.map((_, i) => world.feed(i))
  const seen = await watchWorld(world, { feeds, until: day })
  expect(seen.comparisons).toHaveLength(2)
  for (const kept of places) {
    world.asked.length = 0
    const kills = { count: 20, of: 190, seed: 20_260_302 }
    const killed = await watchWorld(world, { feeds, until: day, kills, kept })
    expect(killed.kills, kept).toBe(20)
    expect(killed.articles, kept).toEqual(seen.articles)
    expect(killed.comparisons, kept).toEqual(seen.comparisons)
    expect(killed.changes, kept).toEqual(seen.changes)
    expect(oftenest(world, ({ path }) => path !== '/feed' && path !== '/robots.txt')).toBeLessThanOrEqual(
      5 + 20,
    )
  }
})
