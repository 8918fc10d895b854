/** Soft cover: how much of a passage’s words another holds, each word going to its nearest in the other (Mihalcea et al. 2006). */
import { once } from '../text/once.js'
import { likeness, type Term } from './terms.js'

export type Cover = {
  /** Share of a's weight that b holds, and of b's that a holds. */
  readonly ab: number
  readonly ba: number
}

/** Kept between calls, which are many and short. */
let bestOfA = new Float64Array(64)
let bestOfB = new Float64Array(64)

/** Every pair of words is compared once. */
export function softCover(a: Float64Array, b: Float64Array, near: (i: number, j: number) => number): Cover {
  if (a.length > bestOfA.length) bestOfA = new Float64Array(2 * a.length)
  if (b.length > bestOfB.length) bestOfB = new Float64Array(2 * b.length)
  bestOfB.fill(0, 0, b.length)
  for (let i = 0; i < a.length; i++) {
    let best = 0
    for (let j = 0; j < b.length; j++) {
      const here = near(i, j)
      if (here === 0) continue
      if (here > best) best = here
      if (here > (bestOfB[j] ?? 0)) bestOfB[j] = here
    }
    bestOfA[i] = best
  }
  return { ab: covered(a, bestOfA), ba: covered(b, bestOfB) }
}

function covered(weights: Float64Array, best: Float64Array): number {
  let [total, held] = [0, 0]
  for (let i = 0; i < weights.length; i++) {
    total += weights[i] ?? 0
    held += (best[i] ?? 0) * (weights[i] ?? 0)
  }
  return total === 0 ? 0 : held / total
}

/** How much of the matter of two passages is common: the cover of each by the other, averaged. */
export function share(a: readonly Term[], b: readonly Term[]): number {
  const { ab, ba } = softCover(weightsOf(a), weightsOf(b), (i, j) => {
    const [one, other] = [a[i], b[j]]
    return one && other ? likeness(one, other) : 0
  })
  return (ab + ba) / 2
}

const weightsOf = once((terms: readonly Term[]) => new Float64Array(terms.map(({ weight }) => weight)))
