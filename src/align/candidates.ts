/**
 * Which passages are worth comparing: an inverted index over their weighty words, so that growth follows the number of
 * true neighbours and not the square of the passages.
 *
 * In:    passages. Out: pairs (i < j) of positions, each once, in order.
 * Never: prunes by what other passages say: a pair is a candidate or not by its own two passages alone.
 */
import type { Passage } from './passage.js'

/** Two passages are compared when the words they share weigh at least this much. */
export const MIN_SHARED_WEIGHT = 4

export function candidatePairs(passages: readonly Pick<Passage, 'words' | 'weights'>[]): [number, number][] {
  const postings = new Map<number, number[]>()
  const pairs: [number, number][] = []
  passages.forEach((passage, j) => {
    const shared = new Map<number, number>()
    passage.words.forEach((id, k) => {
      const list = postings.get(id)
      if (!list) {
        postings.set(id, [j])
        return
      }
      for (const i of list) shared.set(i, (shared.get(i) ?? 0) + (passage.weights[k] ?? 0))
      list.push(j)
    })
    const found = [...shared].filter(([, weight]) => weight >= MIN_SHARED_WEIGHT).map(([i]) => i)
    for (const i of found.sort((a, b) => a - b)) pairs.push([i, j])
  })
  return pairs
}
