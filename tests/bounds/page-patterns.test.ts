/** No page costs more than the budget by what it repeats, and none more by the kB the longer it is. */
import { beforeAll, expect, it } from 'vitest'
import { budget, growthLimit, leastCost, pageCost, worst } from './cost.js'
import { type PagePattern, pagePatterns } from './page-patterns.js'

const bytes = 5_000

beforeAll(() => {
  // The first pages also pay for loading the parser and for compiling what is run.
  for (let time = 0; time < 3; time++) pageCost('<body>…', '<p>The council of @ met on Monday.', bytes)
})

it('holds at least 25 pages', () => {
  expect(new Set(pagePatterns.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25)
})

it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
  expect(pagePatterns.flatMap(overBudget)).toEqual([])
})

function overBudget({ name, place, fragment }: PagePattern): string[] {
  const measured = (size: number, limit: number): number =>
    worst(leastCost(limit, () => pageCost(place, fragment, size)))
  const once = measured(bytes, budget)
  // One may be over twice its cost by what a busy machine adds, unless it is over the budget as well.
  const most = Math.max(budget, once * growthLimit)
  const twice = once > budget ? once : measured(2 * bytes, most)
  if (once <= budget && twice <= most) return []
  return [`${name}: ${once.toFixed(0)} ms/kB for ${bytes} bytes, ${twice.toFixed(0)} for twice as much`]
}
