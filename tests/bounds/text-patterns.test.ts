/**
 * No text costs more than the budget by what it repeats, and none costs more by the kB the longer it is: the twenty
 * fragments that cost most. All of them: text-patterns.release.test.ts; `npm run fuzz` looks for others, at larger sizes.
 */
import { beforeAll, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, warmUp } from './over-budget.js'
import { dearestPatterns } from './text-patterns.js'

beforeAll(warmUp)

it('holds twenty fragments', () => {
  expect(new Set(dearestPatterns.map(({ fragment }) => fragment)).size).toBe(20)
})

it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
  expect(dearestPatterns.flatMap(overBudget)).toEqual([])
})
