/**
 * Whether a text or a page keeps to the budget, at a size and at twice that size.
 *
 * In:    a fragment. Out: what is wrong with it, a line; nothing when it keeps to the budget.
 */
import { budget, growthLimit, leastCost, pageCost, textCost, worst, type Cost } from './cost.js'
import type { PagePattern } from './page-patterns.js'
import type { Pattern } from './text-patterns.js'

const bytes = 5_000
/** Below this a kB a stage is measured in a few milliseconds, and says nothing of growth. */
const dear = 60

/** The first texts and pages also pay for loading models and parser and for compiling what is run. */
export function warmUp(): void {
  for (const fragment of ['Anna Berg said that # people met. ', '“The bridge @ is closed,” he said. '])
    for (let time = 0; time < 3; time++) textCost(fragment, bytes)
  for (let time = 0; time < 3; time++) pageCost('<body>…', '<p>The council of @ met on Monday.', bytes)
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

export function pageOverBudget({ name, place, fragment }: PagePattern): string[] {
  const measured = (size: number, limit: number): number =>
    worst(leastCost(limit, () => pageCost(place, fragment, size)))
  const once = measured(bytes, budget)
  // One may be over twice its cost by what a busy machine adds, unless it is over the budget as well.
  const most = Math.max(budget, once * growthLimit)
  const twice = once > budget ? once : measured(2 * bytes, most)
  if (once <= budget && twice <= most) return []
  return [`${name}: ${once.toFixed(0)} ms/kB for ${bytes} bytes, ${twice.toFixed(0)} for twice as much`]
}

function shown(cost: Cost): string {
  return Object.entries(cost)
    .map(([stage, ms]) => `${stage} ${ms.toFixed(0)} ms/kB`)
    .join(', ')
}
