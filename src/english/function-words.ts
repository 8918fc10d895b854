/** Words that carry no matter: data/english/function-words.txt. In: normalized words. */
import { wordFile } from './word-lists.js'

const file = wordFile('function-words.txt')

/** Closed classes only: determiners, pronouns, prepositions, conjunctions, auxiliaries. */
export const functionWords = file.words('function-words')

/** Those of them that turn what is said where one stands in the place of another: “may” for “will”, “it” for “they”. */
export const turningWords = file.words('turning')

const ofPlace = file.words('of-place')

/**
 * These but for prepositions of place (`along`), and the emptiest verbs, nouns and adverbs: they say nothing about what a
 * sentence is about.
 */
export const stopwords: ReadonlySet<string> = new Set(
  [...functionWords, ...file.words('empty')].filter((word) => !ofPlace.has(word)),
)

/** Pronouns that a reader of one passage alone cannot place. */
export const thirdPerson = file.words('third-person')

/** Of who speaks and who is spoken to. */
export const firstOrSecondPerson = file.words('first-second')

/** Open a sentence that goes on from the one before. */
export const joining = file.words('joining')

/** Words that point back to a sentence that such a reader does not see. */
export const pointing = file.words('pointing')

const quantifiers = file.words('quantifiers')

/** "Some", "most", "30": what is said of so many is not said of all. */
export function isQuantifier(word: string): boolean {
  return quantifiers.has(word) || /^\d+$/u.test(word)
}
