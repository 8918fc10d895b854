/**
 * In:    the quotations of an article and its attributions.
 * Out:   those quotations that no attribution holds, classed as title, nickname, term or scare quote.
 * Never: marks words that are told as somebody's utterance.
 */
import { functionWords } from '../../../english/function-words.js'
import type { Marked, Quote } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { overlap, spanLength } from '../../../text/spans.js'
import type { Quotation } from './quote-marks.js'

const mostWords = 12
const termBefore =
  /\b(?:so-called|called|known as|dubbed|termed|labell?ed|christened|codenamed|the term|the word|the phrase|means|meaning)\s*$/iu
const nameFor = /\b(?:name|term|word|expression|nickname) for [\p{L}\p{N} -]{1,40}[:,—–]\s*$/iu
const lastWord = /(?<![\p{L}.])[\p{L}.]+$/u
const nameAfter = /^\s*\p{Lu}\p{Ll}/u

export function markedOf(
  text: string,
  quotations: readonly Quotation[],
  quotes: readonly Quote[],
): readonly Marked[] {
  const told = quotes.flatMap((quote) => quote.content)
  const marked: Marked[] = []
  for (const quotation of quotations) {
    const piece = quotation.pieces[0]
    if (!piece || quotation.depth > 0 || quotation.pieces.length > 1) continue
    const covered = told.reduce((sum, span) => sum + overlap(span, piece), 0)
    if (covered * 2 >= spanLength(piece)) continue
    const kind = kindOf(text, piece)
    if (kind) marked.push({ kind, start: piece.start, end: piece.end })
  }
  return marked
}

function kindOf(text: string, span: Span): Marked['kind'] | undefined {
  const words = text.slice(span.start, span.end).match(/[\p{L}\p{N}'’-]+/gu) ?? []
  if (words.length === 0 || words.length > mostWords) return undefined
  const before = text.slice(Math.max(0, span.start - 60), span.start)
  const after = text.slice(span.end, span.end + 30)
  const capital = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || functionWords.has(word.toLowerCase()))
  if (capital && words.length <= 2 && followsName(before) && nameAfter.test(after)) return 'nickname'
  if (/\bnicknamed\s*$/iu.test(before)) return 'nickname'
  if (/\b(?:en|sub)?titled\s*$/iu.test(before)) return 'title'
  if (termBefore.test(before) || nameFor.test(before)) return 'term'
  if (capital && /^[^\p{L}\p{N}]*\p{Lu}/u.test(text.slice(span.start, span.end))) return 'title'
  return 'scare'
}

function followsName(before: string): boolean {
  return /\p{Lu}/u.test(lastWord.exec(before.trimEnd())?.[0] ?? '')
}
