/** No text of the whole list costs more than the budget by what it repeats, and none more by the kB the longer it is. */
import { beforeAll, describe, expect, it } from 'vitest'
import { budget } from './cost.js'
import { overBudget, warmUp } from './over-budget.js'
import { textPatterns } from './text-patterns.js'

beforeAll(warmUp)

it('holds at least 120 fragments, each once', () => {
  expect(new Set(textPatterns.map(({ fragment }) => fragment)).size).toBeGreaterThanOrEqual(120)
})

describe.each([...new Set(textPatterns.map(({ group }) => group))])('%s', (group) => {
  it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
    const dearest = textPatterns.filter((pattern) => pattern.group === group).flatMap(overBudget)
    expect(dearest).toEqual([])
  })
})
