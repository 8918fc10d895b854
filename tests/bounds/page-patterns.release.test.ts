/** No page costs more than the budget by what it repeats, and none more by the kB the longer it is. */
import { beforeAll, expect, it } from 'vitest'
import { budget } from './cost.js'
import { pageOverBudget, warmUp } from './over-budget.js'
import { pagePatterns } from './page-patterns.js'

beforeAll(warmUp)

it('holds at least 25 pages', () => {
  expect(new Set(pagePatterns.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25)
})

it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
  expect(pagePatterns.flatMap(pageOverBudget)).toEqual([])
})
