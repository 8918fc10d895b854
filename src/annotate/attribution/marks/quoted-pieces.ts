/**
 * In:    a Reading.
 * Out:   the stretches of words in outermost quotation marks, block by block, and how much of one an attribution holds.
 * Never: decides who says them.
 */
import type { Found, WordRange } from '../found.js'
import { posOf, type Reading } from '../reading.js'

const punctuation = posOf('PUNCT')

export function quotedPieces(r: Reading): WordRange[] {
  const pieces: WordRange[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    const goes = i < r.size && r.quoted[i] === r.quoted[from] && r.block[i] === r.block[from]
    if (goes) continue
    if ((r.quoted[from] ?? -1) >= 0) pieces.push({ from, to: i })
    from = i
  }
  return pieces
}

export function wordsIn(r: Reading, { from, to }: WordRange): number {
  let count = 0
  for (let i = from; i < to; i++) if (r.pos[i] !== punctuation) count++
  return count
}

export function common(a: WordRange, b: WordRange): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

/** Share of a piece that an attribution's content holds, 0..1. */
export function covered(piece: WordRange, { content }: Pick<Found, 'content'>): number {
  return content.reduce((sum, range) => sum + common(range, piece), 0) / (piece.to - piece.from)
}

/** Whether two attributions share words of a cue or of content. */
export function touches(a: Pick<Found, 'content' | 'cue'>, b: Pick<Found, 'content' | 'cue'>): boolean {
  const cues = a.cue && b.cue ? common(a.cue, b.cue) : 0
  return cues > 0 || a.content.some((piece) => b.content.some((other) => common(piece, other) > 0))
}
