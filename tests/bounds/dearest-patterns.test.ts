/**
 * No text and no page costs more than the budget by what it repeats, and none costs more by the kB the longer it is: the
 * twenty that cost most. All of them: *-patterns.release.test.ts; `npm run fuzz` looks for others, at larger sizes.
 */
import { beforeAll, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, pageOverBudget, warmUp } from './over-budget.js'
import { dearestPages } from './page-patterns.js'
import { dearestPatterns } from './text-patterns.js'

beforeAll(warmUp)

it('holds twenty', () => {
  const names = [...dearestPatterns, ...dearestPages].map(({ name }) => name)
  expect(new Set(names).size).toBe(20)
})

it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
  expect([...dearestPatterns.flatMap(overBudget), ...dearestPages.flatMap(pageOverBudget)]).toEqual([])
})
