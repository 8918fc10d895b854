/**
 * No text costs more than the budget by what it repeats, and none costs more by the kB the longer it is. `npm run fuzz`
 * looks for fragments that are not in the list, at larger sizes.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { budget, type Cost, growthLimit, leastCost, textCost, worst } from './cost.js'
import { type Pattern, textPatterns } from './text-patterns.js'

const bytes = 5_000
/** Below this a kB a stage is measured in a few milliseconds, and says nothing of growth. */
const dear = 60

beforeAll(() => {
  // The first texts also pay for loading the models and for compiling what is run.
  for (const fragment of ['Anna Berg said that # people met. ', '“The bridge @ is closed,” he said. '])
    for (let time = 0; time < 3; time++) textCost(fragment, bytes)
}, 400_000)

it('holds at least 120 fragments, each once', () => {
  expect(new Set(textPatterns.map(({ fragment }) => fragment)).size).toBeGreaterThanOrEqual(120)
})

describe.each([...new Set(textPatterns.map(({ group }) => group))])('%s', (group) => {
  it(`cost at most ${budget} ms a kB, and no more when there is twice as much`, () => {
    const dearest = textPatterns.filter((pattern) => pattern.group === group).flatMap(overBudget)
    expect(dearest).toEqual([])
  }, 400_000)
})

/** What is wrong with a pattern; nothing when it keeps to the budget. */
function overBudget({ name, fragment }: Pattern): string[] {
  const once = leastCost(budget, () => textCost(fragment, bytes))
  if (worst(once) > budget) return [`${name}: ${shown(once)}`]
  if (worst(once) < dear) return []
  const most = Math.min(worst(once) * growthLimit, budget)
  const twice = leastCost(most, () => textCost(fragment, 2 * bytes))
  const grows = worst(twice) > most
  return grows ? [`${name}: ${shown(once)} for ${bytes} bytes, ${shown(twice)} for twice as much`] : []
}

function shown(cost: Cost): string {
  return Object.entries(cost)
    .map(([stage, ms]) => `${stage} ${ms.toFixed(0)} ms/kB`)
    .join(', ')
}
