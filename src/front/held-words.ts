/**
 * Whether a report prints what a statement says, whatever row links the two.
 *
 * In: a text and the words of a statement. Out: whether the words that say something, or their concepts, stand in the text.
 * Never: takes a row's word for it: it links what is near.
 */
import { contentKey } from '../english/concepts.js'
import { tokenize } from '../text/tokens.js'

/** Of so many words one may be told in another that no list knows. */
const wordsForOneMissing = 8

export function holdsWords(text: string, words: string): boolean {
  const there = contentOf(text)
  const keys = [...contentOf(words)]
  return keys.filter((key) => !there.has(key)).length <= Math.floor(keys.length / wordsForOneMissing)
}

/** The stems or concepts of the words that say something. */
export function contentOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).flatMap(({ norm }) => contentKey(norm) || []))
}
