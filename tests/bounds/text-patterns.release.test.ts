/** No text of the whole list costs more than the budget by what it repeats, and none more by the kB the longer it is; those of speech apart. */
import { beforeAll, describe, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, warmUp } from './over-budget.js'
import { groupsOf, ofSpeech, textPatterns } from './text-patterns.js'

beforeAll(warmUp)

it('holds at least 120 fragments, each once', () => {
  expect(new Set(textPatterns.map(({ fragment }) => fragment)).size).toBeGreaterThanOrEqual(120)
})

describe.each(groupsOf(textPatterns.filter((one) => !ofSpeech(one))))('%s', (_group, patterns) => {
  it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
    expect(patterns.flatMap(overBudget)).toEqual([])
  })
})
