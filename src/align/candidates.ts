/**
 * Which passages are worth comparing: an inverted index over their words and the words near in meaning, so that growth
 * follows the number of true neighbours and not the square of the passages.
 *
 * In:    words of passages, with weights. Out: pairs (i < j) of positions, each once, in order.
 * Never: prunes by what other passages say: a pair is a candidate or not by its own two passages alone.
 */
import type { Lexicon } from './lexicon.js'
import type { WeightedWords } from './passage.js'

/** Two passages are compared when the words they share, or nearly share, weigh at least this much. */
export const MIN_SHARED_WEIGHT = 2.5
/** A near word counts this part of its weight. */
const NEAR = 0.5

type Posting = { readonly at: number; readonly weight: number }

export function candidatePairs(passages: readonly WeightedWords[], lexicon: Lexicon): [number, number][] {
  const postings = new Map<number, Posting[]>()
  const pairs: [number, number][] = []
  const shared = new Float64Array(passages.length)
  passages.forEach((passage, j) => {
    const touched: number[] = []
    const meet = (id: number, weight: number, part: number): void => {
      for (const { at, weight: other } of postings.get(id) ?? []) {
        if (shared[at] === 0) touched.push(at)
        shared[at] = (shared[at] ?? 0) + part * Math.min(weight, other)
      }
    }
    passage.words.forEach((id, k) => {
      const weight = passage.weights[k] ?? 0
      meet(id, weight, 1)
      for (const near of lexicon.neighbours(id)) meet(near, weight, NEAR)
    })
    passage.words.forEach((id, k) => {
      const posting = { at: j, weight: passage.weights[k] ?? 0 }
      const list = postings.get(id)
      if (list) list.push(posting)
      else postings.set(id, [posting])
    })
    for (const i of touched.sort((a, b) => a - b)) {
      if ((shared[i] ?? 0) >= MIN_SHARED_WEIGHT) pairs.push([i, j])
      shared[i] = 0
    }
  })
  return pairs
}
