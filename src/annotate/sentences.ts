/** Sentences: Unicode sentence boundaries (UAX 29, `Intl.Segmenter`) with merge rules for news English. */
import { bearsClaims, type Block, type Article, type BlockKind } from '../model/article.js'
import type { Span } from '../model/span.js'
import { trimSpan } from '../text/spans.js'
import {
  afterClock,
  beforeDigit,
  beforeName,
  clockHalves,
  creditVerbs,
  maybeFinal,
  starters,
} from '../english/abbreviations.js'
import { readingOf } from '../english/reading.js'
import type { Node, Tree } from '../english/parse/tree.js'
import type { Sentence } from '../model/annotation.js'

/** Hostile pages hold paragraphs of megabytes; the segmenter slows down on long strings, so it gets pieces. */
const pieceLimit = 4000

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

export function sentenceSpans(text: string, blocks: readonly Block[]): Span[] {
  return blocks
    .filter((block) => bearsClaims(block.kind))
    .flatMap((block) => linesOf(text, block).flatMap((line) => splitLine(text, line)))
}

/** The lines of a block that are read on their own; where plain text is wrapped at a width, line breaks are spaces. */
function linesOf(text: string, block: Block): Span[] {
  const lines: Span[] = []
  let start = skipBullet(text, block)
  for (let i = start; i <= block.end; i++) {
    if (i < block.end && text[i] !== '\n') continue
    if (i > start) lines.push({ start, end: i })
    start = i + 1
  }
  const [first] = lines
  const last = lines.at(-1)
  return first && last && lines.length > 1 && isWrapped(text, lines)
    ? [{ start: first.start, end: last.end }]
    : lines
}

const bullet = /^\s*(?:[•◦▪‣·*\-–—]|\(?\d{1,2}[.)])\s+/u

function skipBullet(text: string, block: Block): number {
  if (block.kind !== 'list-item') return block.start
  const match = bullet.exec(text.slice(block.start, Math.min(block.end, block.start + 20)))
  return match ? block.start + match[0].length : block.start
}

/** Greedy wrapping: no line had room for the first word of the next. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const width = Math.max(...lines.map((line) => line.end - line.start))
  if (width < 40 || width > 120) return false
  return lines.every((line, i) => {
    const next = lines[i + 1]
    if (!next) return true
    const word = /^\s*\S*/u.exec(text.slice(next.start, Math.min(next.end, next.start + 60)))?.[0].length ?? 0
    return line.end - line.start + 1 + word > width
  })
}

function splitLine(text: string, line: Span): Span[] {
  return pieces(text, line).flatMap((piece) => joinPieces(text, boundaries(text, piece)))
}

function pieces(text: string, line: Span): Span[] {
  const result: Span[] = []
  let start = line.start
  while (line.end - start > pieceLimit) {
    const window = text.slice(start, start + pieceLimit)
    const space = Math.max(window.lastIndexOf('. '), window.lastIndexOf('.” '), -1)
    const cut =
      space > pieceLimit / 2 ? window.indexOf(' ', space) : window.lastIndexOf(' ') + 1 || evenCut(window)
    result.push({ start, end: start + cut })
    start += cut
  }
  result.push({ start, end: line.end })
  return result
}

/** A cut that leaves no surrogate pair split. */
function evenCut(window: string): number {
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length
}

// UAX 29 does not know the ellipsis sign as an end, and stops at three full stops: both end a sentence before a capital.
const ellipsis = /…["”’')\]]*\s+(?=["“‘'([]?\p{Lu})/gu

function boundaries(text: string, piece: Span): Span[] {
  const source = text.slice(piece.start, piece.end).replace(/[\n\r\t]/g, ' ')
  const cuts = new Set<number>([source.length])
  for (const segment of segmenter.segment(source)) cuts.add(segment.index)
  for (const match of source.matchAll(ellipsis)) cuts.add(match.index + match[0].length)
  cuts.delete(0)
  let start = 0
  return [...cuts]
    .sort((a, b) => a - b)
    .map((end) => {
      const span = { start: piece.start + start, end: piece.start + end }
      start = end
      return span
    })
}

function joinPieces(text: string, parts: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const part of parts) {
    const span = trimSpan(text, part)
    if (span.start === span.end) continue
    const last = joined.at(-1)
    if (last && joins(text.slice(last.start, last.end), text.slice(span.start, span.start + 160)))
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)))
}

function joins(before: string, after: string): boolean {
  if (!hasWord(before) || !hasWord(after)) return true
  if (/^(?:\(?\d{1,2}|\(?[a-zA-Z])[.)]$/.test(before)) return true
  if (startsLower(after)) return true
  if (isCredit(before, after)) return true
  const abbreviation = lastAbbreviation(before)
  return abbreviation !== null && continues(abbreviation, after)
}

function hasWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece)
}

/** `“Is it over?” she asked` */
function startsLower(after: string): boolean {
  return /^[\s"“”‘’'([…—–-]*\p{Ll}/u.test(after)
}

/** `“Why now?” Mr. Brown asked.` */
function isCredit(before: string, after: string): boolean {
  if (!/[?!…]["”’']+$/u.test(before)) return false
  const words = after.slice(0, 120).split(/\s+/u).slice(0, 5)
  const verb = words.findIndex((word) => creditVerbs.has(word.replace(/(?<![.,:;!?])[.,:;!?]+$/u, '')))
  return verb > 0 && words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word) && !starters.has(bare(word)))
}

/** The abbreviation the piece ends with, lower case and without its last full stop; null when it ends otherwise. */
function lastAbbreviation(before: string): string | null {
  const match = /(?:^|[\s"“‘'([—–-])((?:\p{L}+\.)+)$/u.exec(before.slice(-30))
  return match?.[1] === undefined ? null : match[1].slice(0, -1)
}

function continues(written: string, after: string): boolean {
  const abbreviation = written.toLowerCase()
  const [next = ''] = after.split(/\s/u, 1)
  const opensQuote = /^["“‘']/u.test(next)
  const starter = starters.has(bare(next))
  if (beforeDigit.has(abbreviation) && /^\d/.test(next)) return true
  if (clockHalves.has(abbreviation)) return afterClock.has(bare(next)) || /^[\d(]/.test(next)
  if (beforeName.has(abbreviation)) return true
  const initial = /^\p{Lu}$/u.test(written)
  const acronym = written.includes('.') && /^(?:\p{L}\.)*\p{L}$/u.test(written)
  return (initial || acronym || maybeFinalAs(written)) && !starter && !opensQuote
}

/** Names of states are abbreviated with a capital (`Fla.`); `miss.` or `mass.` in lower case are words. */
function maybeFinalAs(written: string): boolean {
  return maybeFinal.has(written.toLowerCase()) && (/^\p{Lu}/u.test(written) || written === 'etc')
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}]+|(?<=\p{L})[^\p{L}]+$/gu, '').toLowerCase()
}

export type TaggedSentence = Sentence & {
  readonly words: readonly Node[]
  readonly tree: Tree
  readonly block: BlockKind
  /** Index of the block in the article. */
  readonly blockIndex: number
}

export function tagSentences(
  article: Pick<Article, 'text' | 'blocks'>,
  sentences: readonly Sentence[],
): TaggedSentence[] {
  const reading = readingOf(article)
  let at = 0
  return sentences.map((sentence) => {
    while ((article.blocks[at]?.end ?? Infinity) <= sentence.start) at++
    const tree = reading.tree(sentence)
    const block = article.blocks[at]?.kind ?? 'paragraph'
    return { ...sentence, tree, words: tree.nodes, block, blockIndex: at }
  })
}
