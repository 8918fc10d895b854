/** What is searched for: words without case and accents, each once, so that two databases find the same. In: text. Out: terms, in a line. */
const longestText = 300_000
const longestTerm = 40

export function termsOf(text: string): string {
  const folded = text.slice(0, longestText).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])]
    .map((term) => term.slice(0, longestTerm))
    .join(' ')
}
