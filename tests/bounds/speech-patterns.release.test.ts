/** As text-patterns.release.test.ts: the texts that repeat speech. */
import { beforeAll, describe, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, warmUp } from './over-budget.js'
import { groupsOf, ofSpeech, textPatterns } from './text-patterns.js'

beforeAll(warmUp)

describe.each(groupsOf(textPatterns.filter(ofSpeech)))('%s', (_group, patterns) => {
  it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
    expect(patterns.flatMap(overBudget)).toEqual([])
  })
})
