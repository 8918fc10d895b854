/** What is searched for: words without case and accents, each once, so that two databases find the same. In: text. Out: terms, in a line. */
import { plainLetters } from './fold.js'

/** At three bytes a character PostgreSQL takes them; it takes a megabyte. */
const longestText = 300_000
const longestTerm = 40

export function termsOf(text: string): string {
  // Cut once more: one sign may stand for a whole sentence.
  const folded = plainLetters(text.slice(0, longestText)).slice(0, longestText)
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])]
    .map((term) => term.slice(0, longestTerm))
    .join(' ')
}
