/** As dearest-texts-and-pages.test.ts: the texts that repeat speech. */
import { beforeAll, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, warmUp } from './over-budget.js'
import { dearestPatterns, ofSpeech } from './text-patterns.js'

beforeAll(warmUp)

it(`speech costs at most ${budget} ms a kB, and no more when there is twice as much`, () => {
  expect(dearestPatterns.filter(ofSpeech).flatMap(overBudget)).toEqual([])
})
