/** Words that carry no matter: data/english/function-words.txt. In: normalized words. */
import { wordFile } from './word-lists.js'
import type { Token } from '../text/tokens.js'

const functionWordsFile = wordFile('function-words.txt')

/** Closed classes only: determiners, pronouns, prepositions, conjunctions, auxiliaries. */
export const functionWords = functionWordsFile.words('function-words')

/** Those of them that turn what is said where one stands in the place of another: “may” for “will”, “it” for “they”. */
export const turningWords = functionWordsFile.words('turning')

const ofPlace = functionWordsFile.words('of-place')

/** These but for prepositions of place (`along`), and the emptiest verbs, nouns and adverbs. */
export const stopwords: ReadonlySet<string> = new Set(
  [...functionWords, ...functionWordsFile.words('empty')].filter((word) => !ofPlace.has(word)),
)

/** Pronouns that a reader of one passage alone cannot place. */
export const thirdPerson = functionWordsFile.words('third-person')

/** Of who speaks and who is spoken to. */
export const firstOrSecondPerson = functionWordsFile.words('first-second')

/** Open a sentence that goes on from the one before. */
export const joining = functionWordsFile.words('joining')

/** Words that point back to a sentence that such a reader does not see. */
export const pointing = functionWordsFile.words('pointing')

/** Nouns that, with "the" alone before them, take up what a sentence before told. */
export const anybody = functionWordsFile.words('anybody')

export function matterWords(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.norm).filter((norm) => !functionWords.has(norm))
}
