/** What is searched for: words without case and accents, each once, so that two databases find the same. In: text. Out: terms, in a line. */
/** At three bytes a character PostgreSQL takes them; it takes a megabyte. */
const longestText = 300_000
const longestTerm = 40

export function termsOf(text: string): string {
  const folded = text.slice(0, longestText).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // Once more: a sign may stand for a whole sentence.
  return [...new Set(folded.slice(0, longestText).match(/[\p{L}\p{N}]+/gu) ?? [])]
    .map((term) => term.slice(0, longestTerm))
    .join(' ')
}
