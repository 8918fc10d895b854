/** Passages as weighted words, each once, by their numbers in the lexicon: what the matchers compare. */
import type { Lexicon } from './lexicon.js'
import { softCover, type Cover } from './soft-cover.js'

/** Words with weights: numbers in the lexicon, each once, in the order of their keys; keys and weights beside them. */
export type WeightedWords = {
  readonly words: Int32Array
  readonly keys: Float64Array
  readonly weights: Float64Array
  readonly total: number
  readonly norm: number
}

/** Words with the weights given, in the order of their keys. */
export function weighted(
  entries: readonly (readonly [id: number, weight: number])[],
  lexicon: Lexicon,
): WeightedWords {
  // By key, not by number: numbers follow the order in which articles were read.
  const sorted = [...entries].sort((a, b) => lexicon.key(a[0]) - lexicon.key(b[0]))
  const weights = sorted.map(([, weight]) => weight)
  return {
    words: Int32Array.from(sorted, ([id]) => id),
    keys: Float64Array.from(sorted, ([id]) => lexicon.key(id)),
    weights: Float64Array.from(weights),
    total: weights.reduce((sum, weight) => sum + weight, 0),
    norm: Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)),
  }
}

/** Words of one stem alone: one walk along both lists, which stand in the order of their keys. */
export function exactCosine(a: WeightedWords, b: WeightedWords): number {
  const norm = a.norm * b.norm
  return norm === 0 ? 0 : overEqual(a, b, (v, w) => v * w) / norm
}

/** The share of a's words, by weight, that stand in b. */
export function exactCover(a: WeightedWords, b: WeightedWords): number {
  return a.total === 0 ? 0 : overEqual(a, b, (v) => v) / a.total
}

/** What two passages share by equal stems: the weight of these, the lesser of the two. */
export function sharedWeight(a: WeightedWords, b: WeightedWords): number {
  return overEqual(a, b, Math.min)
}

function overEqual(a: WeightedWords, b: WeightedWords, worth: (ofA: number, ofB: number) => number): number {
  let [sum, i, j] = [0, 0, 0]
  while (i < a.keys.length && j < b.keys.length) {
    const [x, y] = [a.keys[i] ?? 0, b.keys[j] ?? 0]
    if (x === y) sum += worth(a.weights[i] ?? 0, b.weights[j] ?? 0)
    if (x <= y) i++
    if (y <= x) j++
  }
  return sum
}

/** Each word goes to its nearest in the other passage. */
export function coverOf(a: WeightedWords, b: WeightedWords, lexicon: Lexicon): Cover {
  return softCover(a.weights, b.weights, (i, j) => lexicon.near(a.words[i] ?? 0, b.words[j] ?? 0))
}

/** The likeness of two mean vectors, which have length 1. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0)
  return sum
}
