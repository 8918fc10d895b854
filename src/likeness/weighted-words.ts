/**
 * Passages as weighted words, each once, by their numbers in the lexicon: what the matchers of claims and quotations compare.
 *
 * In:    numbers of words with weights. Out: two such passages' likeness: 0..1 by equal stems, or by near words as well.
 * Never: knows a text.
 */
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

/** One passage by two weightings: the same words in the same order. */
type Weightings = { readonly own: WeightedWords; readonly plain: WeightedWords }

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

/** What two passages share by equal stems. */
export type Shared = {
  /** Cosines by the plain and by the damped weights. */
  readonly plain: number
  readonly own: number
  /** Damped weight of the equal stems (the lesser of the two), and the greatest single one. */
  readonly mass: number
  readonly rarest: number
}

export function shared(p: Weightings, q: Weightings): Shared {
  let [plain, own, mass, rarest] = [0, 0, 0, 0]
  const [one, two] = [p.own.keys, q.own.keys]
  for (let i = 0, j = 0; i < one.length && j < two.length;) {
    const x = one[i] ?? 0
    const y = two[j] ?? 0
    if (x === y) {
      plain += (p.plain.weights[i] ?? 0) * (q.plain.weights[j] ?? 0)
      const [v, w] = [p.own.weights[i] ?? 0, q.own.weights[j] ?? 0]
      own += v * w
      const less = Math.min(v, w)
      mass += less
      rarest = Math.max(rarest, less)
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  const [plainNorm, ownNorm] = [p.plain.norm * q.plain.norm, p.own.norm * q.own.norm]
  return {
    plain: plainNorm === 0 ? 0 : plain / plainNorm,
    own: ownNorm === 0 ? 0 : own / ownNorm,
    mass,
    rarest,
  }
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
