/**
 * Whether a text keeps to the budget, at a size and at twice that size.
 *
 * In:    a fragment. Out: what is wrong with it, a line; nothing when it keeps to the budget.
 */
import { budget, growthLimit, leastCost, textCost, worst, type Cost } from './cost.js'
import type { Pattern } from './text-patterns.js'

const bytes = 5_000
/** Below this a kB a stage is measured in a few milliseconds, and says nothing of growth. */
const dear = 60

/** The first texts also pay for loading the models and for compiling what is run. */
export function warmUp(): void {
  for (const fragment of ['Anna Berg said that # people met. ', '“The bridge @ is closed,” he said. '])
    for (let time = 0; time < 3; time++) textCost(fragment, bytes)
}

export function overBudget({ name, fragment }: Pattern): string[] {
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
