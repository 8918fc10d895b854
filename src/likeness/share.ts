/**
 * How much of the matter of two passages is common.
 *
 * In: their content words as weighted terms. Out: 0..1. Never: knows more than the two.
 */
import { likeness, type Term } from './terms.js'

/** Weighted share of each context that the other one holds, averaged. Every pair of words is compared once. */
export function share(a: readonly Term[], b: readonly Term[]): number {
  const bestOfB = new Float64Array(b.length)
  let hit = 0
  let total = 0
  for (const term of a) {
    let best = 0
    for (let at = 0; at < b.length; at++) {
      const other = b[at]
      const like = other ? likeness(term, other) : 0
      if (like > best) best = like
      if (like > (bestOfB[at] ?? 0)) bestOfB[at] = like
    }
    total += term.weight
    hit += best * term.weight
  }
  return ((total === 0 ? 0 : hit / total) + covered(b, bestOfB)) / 2
}

function covered(terms: readonly Term[], best: Float64Array): number {
  const total = terms.reduce((sum, term) => sum + term.weight, 0)
  const hit = terms.reduce((sum, term, index) => sum + (best[index] ?? 0) * term.weight, 0)
  return total === 0 ? 0 : hit / total
}
