/** Tokens as the English UD treebanks cut them: `do` + `n't`, `two` + `-` + `year`, `$` + `5`; abbreviations and addresses in one. */
import type { Span } from '../../model/span.js'
import { wordFile } from '../word-lists.js'

export type Token = Span & { readonly surface: string }

/** Alternatives in order: addresses; handles; dotted abbreviations; numbers; words with inner apostrophes; runs of stops; anything. */
const pieces =
  /(?:https?:\/\/|www\.)[^\s<>"”)]+|[@#][\p{L}\p{N}_]+|(?:\p{L}\.){2,}|\p{N}+(?:[.,:/]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}]+)*|\.{2,}|-{2,}|''|``|\S/gu

const file = wordFile('tokens.txt')
const abbreviations = file.words('abbreviations')
const prefixes = file.words('prefixes')
const merged = new Map(
  [...file.groups('merged')].flatMap(([cut, words]) => words.map((word) => [word, Number(cut)] as const)),
)

const contraction = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu

export function tokensOf(text: string, span: Span): Token[] {
  const source = text.slice(span.start, span.end)
  const tokens: Token[] = []
  const push = (from: number, to: number): void => {
    const start = span.start + from
    const end = span.start + to
    if (end > start) tokens.push({ start, end, surface: text.slice(start, end) })
  }
  pieces.lastIndex = 0
  let skip = 0
  for (const match of source.matchAll(pieces)) {
    const from = match.index
    if (from < skip) continue
    const to = from + match[0].length
    skip = joinedEnd(source, match[0], to)
    if (skip > to) push(from, skip)
    else {
      const cut = to - tailLength(match[0])
      push(from, cut)
      push(cut, to)
    }
  }
  return tokens
}

/** Where a token ends that takes in what follows: the stop of an abbreviation, the word after a prefix. */
function joinedEnd(source: string, piece: string, to: number): number {
  const next = source.charAt(to)
  const lower = piece.toLowerCase()
  if (next === '.' && source.slice(to + 1).trim() !== '' && source.charAt(to + 1) !== '.') {
    if (abbreviations.has(lower) || /^\p{Lu}$/u.test(piece)) return to + 1
  }
  if (next === '-' && prefixes.has(lower)) {
    const word = /^-[\p{L}\p{N}]+/u.exec(source.slice(to, to + 40))
    if (word) return to + word[0].length
  }
  return to
}

/** Length of what a contraction ends in. */
function tailLength(piece: string): number {
  const cut = merged.get(piece.toLowerCase())
  if (cut !== undefined) return piece.length - cut
  return contraction.exec(piece)?.[2]?.length ?? 0
}
