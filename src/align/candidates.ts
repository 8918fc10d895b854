/**
 * Which units of two articles are worth comparing: those that share words, words near in meaning, or the words of their
 * sentences, found through postings, so that the cost follows the number of true neighbours.
 *
 * In:    two sides; the words to look for, null for all. Out: a Couple: pairs of units, by second, then first.
 * Never: prunes by what other units say: a pair is a candidate or not by its own two units alone.
 */
import { limits, purse } from '../text/limits.js'
import type { Lexicon } from '../likeness/lexicon.js'
import type { WeightedWords } from '../likeness/weighted-words.js'
import type { Postings, Side } from './side.js'

/** Two units are compared when the words they share, or nearly share, weigh at least this much … */
const MIN_SHARED = 1
/** … or those that their sentences share weigh this much. */
const MIN_SENTENCE = 3
/** A near word counts this part of its weight. */
const NEAR = 0.5

/** Pairs of units to compare: `x` numbers units of side `a`, `y` those of side `b`. */
export type Couple = {
  readonly a: Side
  readonly b: Side
  readonly x: Int32Array
  readonly y: Int32Array
  /** Units of b were left out, since the pairs are too many (text/limits.ts). */
  readonly passedOver: boolean
}

export function candidates(a: Side, b: Side, lexicon: Lexicon, rare: ReadonlySet<number> | null): Couple {
  const x: number[] = []
  const y: number[] = []
  const near = rare ? new Uint8Array(0) : nearSentences(a, b)
  const shared = new Float64Array(a.units.length)
  const mayLook = purse(limits.passagePairs, a.units.length + b.units.length)
  let passedOver = false
  b.units.forEach(({ passage }, at) => {
    if (passedOver) return
    if (rare && !passage.own.words.some((id) => rare.has(id))) return
    shared.fill(0)
    meet(passage.own, a.ownWords, shared, lexicon, rare)
    const row = (b.sentenceOf[at] ?? 0) * a.sentences.length
    const before = x.length
    for (let i = 0; i < a.units.length; i++)
      if ((shared[i] ?? 0) >= MIN_SHARED || near[row + (a.sentenceOf[i] ?? 0)] === 1) {
        x.push(i)
        y.push(at)
      }
    passedOver = !mayLook(x.length - before)
  })
  return { a, b, x: Int32Array.from(x), y: Int32Array.from(y), passedOver }
}

/** For each sentence of b and of a: 1 when the words they share weigh enough. */
function nearSentences(a: Side, b: Side): Uint8Array {
  const near = new Uint8Array(a.sentences.length * b.sentences.length)
  const shared = new Float64Array(a.sentences.length)
  b.sentences.forEach(({ sentence }, q) => {
    shared.fill(0)
    meet(sentence.own, a.sentenceWords, shared)
    shared.forEach((weight, p) => {
      if (weight >= MIN_SENTENCE) near[q * a.sentences.length + p] = 1
    })
  })
  return near
}

/** Adds to `shared` what the words have in common with each passage: of equal words the lesser weight. */
function meet(
  words: WeightedWords,
  postings: Postings,
  shared: Float64Array,
  lexicon?: Lexicon,
  rare: ReadonlySet<number> | null = null,
): void {
  const add = (id: number, weight: number, part: number): void => {
    const list = rare && !rare.has(id) ? undefined : postings.get(id)
    if (!list) return
    for (const posting of list)
      shared[posting.at] = (shared[posting.at] ?? 0) + Math.min(weight, part * posting.weight)
  }
  words.words.forEach((id, k) => {
    const weight = words.weights[k] ?? 0
    add(id, weight, 1)
    if (lexicon) for (const near of lexicon.neighbours(id)) add(near, weight * NEAR, NEAR)
  })
}
