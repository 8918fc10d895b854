/**
 * Thresholds that can be moved: a lens asks `context.limit(0.55)` where it would write 0.55, so that stability can run
 * the comparison again a little stricter and a little looser.
 *
 * In:    a factor (1: as measured; 1.1: a tenth stricter; 0.9: a tenth looser).
 * Out:   a function from a threshold to the moved one; thresholds of 0..1 stay below 1.
 * Never: a global: the factor is handed down in the Context.
 */
import { quantise } from '../text/quantise.js'
import { kept } from '../text/grouped.js'

export type Limit = (threshold: number) => number

/** The same function for the same factor: what holds by it can be kept with it (text/once.ts). */
export function limitMovedBy(factor: number): Limit {
  return kept(limits, factor, () => makeLimit(factor))
}

const limits = new Map<number, Limit>()

function makeLimit(factor: number): Limit {
  return (threshold) => {
    const moved = threshold * factor
    // Halfway to 1 at most: 0.95 moved by a tenth is a threshold that a score can still reach.
    return quantise(threshold > 0 && threshold < 1 ? Math.min(moved, (1 + threshold) / 2) : moved)
  }
}

/** All thresholds are moved by a tenth, both ways, in two of the re-runs. */
export const moves = [0.9, 1.1] as const

/** No run's thresholds are lower: what fails these fails in every run. */
export const loosest = limitMovedBy(Math.min(...moves))
