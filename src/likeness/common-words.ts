/**
 * How many content words passages have in common, without comparing each with each: an index from words to passages.
 *
 * In:    the terms of each passage.
 * Out:   for one passage's terms, how many of them each passage holds, by its place in the list.
 * Never: weighs; that is for who asks (share.ts).
 */
import { sameWord } from './same-word.js'
import type { Term } from './terms.js'

export function commonWords(passages: readonly (readonly Term[])[]): (terms: readonly Term[]) => Uint16Array {
  const holders = new Map<Term, number[]>()
  passages.forEach((terms, at) => {
    for (const term of terms) {
      const list = holders.get(term)
      if (list) list.push(at)
      else holders.set(term, [at])
    }
  })
  const words = [...holders]
  const found = new Map<Term, readonly number[]>()
  /** The passages that hold a word, or one that counts as it. */
  const holding = (term: Term): readonly number[] => {
    const known = found.get(term)
    if (known) return known
    const places = new Set<number>()
    for (const [other, at] of words) if (sameWord(term, other)) for (const place of at) places.add(place)
    const list = [...places]
    found.set(term, list)
    return list
  }
  return (terms) => {
    const counts = new Uint16Array(passages.length)
    for (const term of terms) for (const at of holding(term)) counts[at] = (counts[at] ?? 0) + 1
    return counts
  }
}
