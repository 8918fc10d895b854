/**
 * The inverted index of many passages: from a word to the passages that hold it or one near it.
 *
 * In:    the terms of each passage; a term to look for.
 * Out:   the passages in order of their numbers, each with the likeness of its nearest word.
 * Never: weighs; that is for who asks. Compares a word with the same word twice.
 */
import { kept } from '../text/grouped.js'
import { levels } from './levels.js'
import { likeness, type Term } from './terms.js'

/** The number of a passage, and how near its nearest word is to the sought one. */
export type Hit = { readonly at: number; readonly like: number }

export class WordIndex {
  private readonly words = new Map<string, { readonly term: Term; readonly places: number[] }>()
  private readonly found = new Map<string, readonly Hit[]>()

  private readonly size: number

  constructor(passages: readonly (readonly Term[])[]) {
    this.size = passages.length
    passages.forEach((terms, place) => {
      for (const term of terms)
        kept(this.words, wordOf(term), () => ({ term, places: [] })).places.push(place)
    })
  }

  /** Passages with a word from which likeness counts anything (`levels.term`). */
  near(sought: Term): readonly Hit[] {
    return kept(this.found, wordOf(sought), () => {
      const best = new Map<number, number>()
      for (const { term, places } of this.words.values()) {
        const like = likeness(sought, term)
        if (like > 0) for (const place of places) best.set(place, Math.max(best.get(place) ?? 0, like))
      }
      return [...best].sort(([a], [b]) => a - b).map(([place, like]) => ({ at: place, like }))
    })
  }

  /** For each passage how many of the words it holds, or has one that counts as it. */
  countsOf(sought: readonly Term[]): Uint16Array {
    const counts = new Uint16Array(this.size)
    for (const term of sought)
      for (const { at: place, like } of this.near(term))
        if (like >= levels.word) counts[place] = (counts[place] ?? 0) + 1
    return counts
  }
}

/** Likeness depends on these two alone. */
function wordOf({ key, stem }: Term): string {
  return `${key} ${stem}`
}
