/**
 * Sentences: Unicode sentence boundaries (UAX 29, `Intl.Segmenter`) with merge rules for news English.
 *
 * In:    text and blocks of an article.
 * Out:   sentences in text order, each inside one block, without a list item's bullet.
 * Never: lets a sentence cross a block, or reads captions, imprints and embedded posts.
 */
import { bearsClaims, type Block } from '../model/article.js'
import type { Span } from '../model/span.js'
import { trimSpan } from '../text/spans.js'
import { joins } from './sentence-joins.js'

/** Hostile pages hold paragraphs of megabytes; the segmenter slows down on long strings, so it gets pieces. */
const pieceLimit = 4000

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

export function sentenceSpans(text: string, blocks: readonly Block[]): Span[] {
  return blocks
    .filter((block) => bearsClaims(block.kind))
    .flatMap((block) => linesOf(text, block).flatMap((line) => splitLine(text, line)))
}

/**
 * The lines of a block that are read on their own. Plain text may be wrapped at a fixed width: then its line breaks
 * are spaces.
 */
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
