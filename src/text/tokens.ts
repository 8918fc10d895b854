/** Words with their places: people see the slice of the text, algorithms compare `norm`. */
export type Token = {
  readonly start: number
  readonly end: number
  /** Lower case, apostrophes straight, possessive ending, combining marks and the stops of F.B.I. dropped. */
  readonly norm: string
}

// A word starts with a letter or digit and may hold inner apostrophes, full stops (U.S., 4.5), commas in numbers and
// hyphens are split. Linear: each character is looked at once.
const word = /[\p{L}\p{N}]+(?:(?:['’.](?=[\p{L}\p{N}])|,(?=\p{N}))[\p{L}\p{N}]+)*/gu

/** The words of `text`, or of its part from `start` to `end`, with offsets into the whole `text`. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(word)) {
    const from = start + match.index
    tokens.push({ start: from, end: from + match[0].length, norm: normalizeWord(match[0]) })
  }
  return tokens
}

/** Three letters or more with stops between: "u.s" and "a.m" are kept apart from "us" and "am". */
const dotted = /^\p{L}(?:\.\p{L}){2,}$/u

const plain = /^[a-z]+$/i

export function normalizeWord(surface: string): string {
  if (plain.test(surface)) return surface.toLowerCase()
  return surface
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s$/, '')
    .replace(dotted, (letters) => letters.replaceAll('.', ''))
}
