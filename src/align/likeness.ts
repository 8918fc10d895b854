/**
 * How alike two bags of weighted words are: cosine over equal stems, and soft cover, in which each word goes to its
 * nearest in the other bag (Mihalcea et al. 2006, with word vectors for nearness). All values 0..1.
 */
import type { Lexicon } from './lexicon.js'
import type { WeightedWords } from './passage.js'

export type Cover = {
  /** Share of a's weight covered by b, and of b's by a. */
  readonly ab: number
  readonly ba: number
}

/** Words of one stem alone: one walk along both lists, which stand in the order of their keys. */
export function exactCosine(a: WeightedWords, b: WeightedWords): number {
  if (a.norm === 0 || b.norm === 0) return 0
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.keys.length && j < b.keys.length) {
    const x = a.keys[i] ?? 0
    const y = b.keys[j] ?? 0
    if (x === y) {
      sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0)
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return sum / (a.norm * b.norm)
}

/** Weight of the equal stems (the lesser of the two), and the greatest single one. */
export function sharedMass(a: WeightedWords, b: WeightedWords): { mass: number; rarest: number } {
  let mass = 0
  let rarest = 0
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length;) {
    const x = a.keys[i] ?? 0
    const y = b.keys[j] ?? 0
    if (x === y) {
      const weight = Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0)
      mass += weight
      rarest = Math.max(rarest, weight)
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return { mass, rarest }
}

export function softCover(a: WeightedWords, b: WeightedWords, lexicon: Lexicon): Cover {
  const bestA = new Float64Array(a.words.length)
  const bestB = new Float64Array(b.words.length)
  for (let i = 0; i < a.words.length; i++)
    for (let j = 0; j < b.words.length; j++) {
      const near = lexicon.likeness(a.words[i] ?? 0, b.words[j] ?? 0)
      if (near > (bestA[i] ?? 0)) bestA[i] = near
      if (near > (bestB[j] ?? 0)) bestB[j] = near
    }
  return { ab: share(a, bestA), ba: share(b, bestB) }
}

function share(bag: WeightedWords, best: Float64Array): number {
  if (bag.total === 0) return 0
  let covered = 0
  for (let i = 0; i < best.length; i++) covered += (best[i] ?? 0) * (bag.weights[i] ?? 0)
  return covered / bag.total
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0)
  return sum
}
