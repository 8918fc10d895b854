/**
 * No text and no page costs more than the budget by what it repeats, and none costs more by the kB the longer it is: the
 * twenty that cost most, here pages, and texts that repeat no speech; the others: dearest-speech.test.ts. All of them:
 * *-patterns.release.test.ts; `npm run fuzz` looks for others, at larger sizes.
 */
import { beforeAll, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, pageOverBudget, warmUp } from './over-budget.js'
import { dearestPages } from './page-patterns.js'
import { dearestPatterns, ofSpeech } from './text-patterns.js'

beforeAll(warmUp)

it('twenty are held, in two halves', () => {
  const names = [...dearestPatterns, ...dearestPages].map(({ name }) => name)
  expect(new Set(names).size).toBe(20)
  expect(dearestPatterns.filter(ofSpeech)).toHaveLength(6)
})

it(`pages, and texts without speech, cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
  expect([
    ...dearestPatterns.filter((pattern) => !ofSpeech(pattern)).flatMap(overBudget),
    ...dearestPages.flatMap(pageOverBudget),
  ]).toEqual([])
})
