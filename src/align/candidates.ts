/**
 * Which units are worth comparing: an inverted index over their words, the words near in meaning, and the words of their
 * sentences, so that growth follows the number of true neighbours and not the square of the units.
 *
 * In:    units. Out: pairs (i < j) of positions, each once, in order.
 * Never: prunes by what other units say: a pair is a candidate or not by its own two units alone.
 */
import type { Lexicon } from './lexicon.js'
import type { WeightedWords } from './passage.js'
import type { Unit } from './unit.js'

/** Two units are compared when the words they share, or nearly share, weigh at least this much … */
export const MIN_SHARED = 1
/** … or those that their sentences share weigh this much. */
export const MIN_SENTENCE = 3
/** A near word counts this part of its weight. */
const NEAR = 0.5

export function candidatePairs(units: readonly Unit[], lexicon: Lexicon): [number, number][] {
  const own = new Index(units.length)
  const sentences = new Index(units.length)
  const pairs: [number, number][] = []
  units.forEach(({ passage, sentence }, j) => {
    passage.own.words.forEach((id, k) => {
      const weight = passage.own.weights[k] ?? 0
      own.meet(id, weight)
      for (const near of lexicon.neighbours(id)) own.meet(near, weight * NEAR, NEAR)
    })
    sentence.own.words.forEach((id, k) => {
      sentences.meet(id, sentence.own.weights[k] ?? 0)
    })
    own.add(j, passage.own)
    sentences.add(j, sentence.own)
    const found = new Set([...own.take(MIN_SHARED), ...sentences.take(MIN_SENTENCE)])
    for (const i of [...found].sort((a, b) => a - b)) pairs.push([i, j])
  })
  return pairs
}

/** Postings by word, and the weight that the unit at hand shares with each earlier one. */
class Index {
  private readonly postings = new Map<number, { readonly at: number; readonly weight: number }[]>()
  private readonly shared: Float64Array
  private touched: number[] = []

  constructor(size: number) {
    this.shared = new Float64Array(size)
  }

  /** Notes a word of the unit at hand: the lesser of its weight and the other unit's counts. */
  meet(id: number, weight: number, part = 1): void {
    for (const posting of this.postings.get(id) ?? []) {
      const before = this.shared[posting.at] ?? 0
      if (before === 0) this.touched.push(posting.at)
      this.shared[posting.at] = before + Math.min(weight, part * posting.weight)
    }
  }

  add(at: number, words: WeightedWords): void {
    words.words.forEach((id, k) => {
      const posting = { at, weight: words.weights[k] ?? 0 }
      const list = this.postings.get(id)
      if (list) list.push(posting)
      else this.postings.set(id, [posting])
    })
  }

  /** Earlier units that share at least `least`; forgets the unit at hand. */
  take(least: number): number[] {
    const found = this.touched.filter((at) => (this.shared[at] ?? 0) >= least)
    for (const at of this.touched) this.shared[at] = 0
    this.touched = []
    return found
  }
}
