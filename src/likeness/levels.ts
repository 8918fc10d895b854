/**
 * From which nearness (terms.ts) on two words count as one: the only table of it.
 *
 * In: two words, or two lists of them. Out: whether they are one; those that both have.
 */
import { likeness, type Term } from './terms.js'

/**
 * Set by pairs of words in the shipped vectors. On 32 read events words at .7, .75 and .8 give the same reports, acts at .62
 * and .64 differ in one note.
 */
export const levels = {
  /** Verbs of one field: "arrested" and "charged" are .57, "killed" and "injured" .60. */
  field: 0.45,
  /** Words for one act. */
  act: 0.62,
  /** Words that stand for one another in two passages: "fell" and "dropped" are .78; "win" and "lose", .72, are two. */
  word: 0.75,
} as const

export function sameWord(a: Term, b: Term): boolean {
  return likeness(a, b) >= levels.word
}

export function sameAct(a: Term, b: Term): boolean {
  return likeness(a, b) >= levels.act
}

/** Terms of the one list that the other has, or a word that stands for them. */
export function sharedTerms(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  return terms.filter((term) => others.some((other) => sameWord(term, other)))
}
