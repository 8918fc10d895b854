/** In: two words, or two lists of them. Out: whether they count as one (levels.ts); those that both have. */
import { levels } from './levels.js'
import { likeness, type Term } from './terms.js'

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
