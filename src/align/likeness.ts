/**
 * How alike two bags of weighted words are: cosine over equal stems, and soft cover, in which each word goes to its
 * nearest in the other bag (Mihalcea et al. 2006, with word vectors for nearness). All values 0..1.
 */
import { STEPS, type Lexicon } from '../likeness/lexicon.js'
import type { Passage, WeightedWords } from './passage.js'

type Bags = Pick<Passage, 'own' | 'plain'>

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

/** What two passages share by equal stems; both bags of a passage hold the same words in the same order. */
export type Shared = {
  /** Cosines by the plain and by the damped weights. */
  readonly plain: number
  readonly own: number
  /** Damped weight of the equal stems (the lesser of the two), and the greatest single one. */
  readonly mass: number
  readonly rarest: number
}

export function shared(p: Bags, q: Bags): Shared {
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

/** Kept between calls, which are many and short. */
let bestA = new Uint8Array(64)
let bestB = new Uint8Array(64)

export function softCover(a: WeightedWords, b: WeightedWords, lexicon: Lexicon): Cover {
  const [rows, columns] = [a.words.length, b.words.length]
  if (rows > bestA.length) bestA = new Uint8Array(2 * rows)
  if (columns > bestB.length) bestB = new Uint8Array(2 * columns)
  bestB.fill(0, 0, columns)
  for (let i = 0; i < rows; i++) {
    const word = a.words[i] ?? 0
    let best = 0
    for (let j = 0; j < columns; j++) {
      const near = lexicon.steps(word, b.words[j] ?? 0)
      if (near === 0) continue
      if (near > best) best = near
      if (near > (bestB[j] ?? 0)) bestB[j] = near
    }
    bestA[i] = best
  }
  return { ab: share(a, bestA), ba: share(b, bestB) }
}

function share(bag: WeightedWords, best: Uint8Array): number {
  if (bag.total === 0) return 0
  let covered = 0
  for (let i = 0; i < bag.words.length; i++) covered += ((best[i] ?? 0) / STEPS) * (bag.weights[i] ?? 0)
  return covered / bag.total
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0)
  return sum
}

/** Number of members that two sets share. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}
