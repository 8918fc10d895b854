/**
 * In:    a Reading, the attributions found and the candidates that stayed below the threshold.
 * Out:   the attributions with quotations of four words or more that none of them held: by the surest candidate over
 *        it; by a dash and a name behind it; as a further piece of the attribution in the sentence before, or of the
 *        paragraph before when the whole paragraph is quoted (a quotation that runs over paragraphs).
 * Never: gives a quotation to somebody who is not named beside it or in the attribution right before.
 */
import type { Found, WordRange } from './found.js'
import { posOf, type Reading } from './reading.js'

const fewestWords = 4
const longestName = 6
const name = posOf('PROPN')
const pronoun = posOf('PRON')
const verb = posOf('VERB')
const punctuation = posOf('PUNCT')

export type Weak = Found & { readonly confidence: number }

export function claimLoose(r: Reading, found: readonly Found[], weak: readonly Weak[]): readonly Found[] {
  const all = [...found]
  for (const piece of quotedPieces(r)) {
    if (wordsIn(r, piece) < fewestWords || isHeld(piece, all)) continue
    const own = byCandidate(piece, all, weak) ?? byTag(r, piece) ?? byDash(r, piece)
    if (own) all.push(own)
    else continueBefore(r, piece, all)
  }
  return all
}

/** Stretches of words in one outermost quotation, block by block. */
function quotedPieces(r: Reading): WordRange[] {
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

function wordsIn(r: Reading, { from, to }: WordRange): number {
  let count = 0
  for (let i = from; i < to; i++) if (r.pos[i] !== punctuation) count++
  return count
}

function common(a: WordRange, b: WordRange): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

function covered(piece: WordRange, { content }: Found): number {
  return content.reduce((sum, range) => sum + common(range, piece), 0) / (piece.to - piece.from)
}

function isHeld(piece: WordRange, all: readonly Found[]): boolean {
  return all.some((item) => covered(piece, item) >= 0.5)
}

function byCandidate(piece: WordRange, all: readonly Found[], weak: readonly Weak[]): Found | undefined {
  const fits = weak.filter(
    (item) =>
      item.source !== null && covered(piece, item) >= 0.5 && !all.some((other) => touches(other, item)),
  )
  return fits.reduce<Weak | undefined>(
    (best, item) => (best && best.confidence >= item.confidence ? best : item),
    undefined,
  )
}

function touches(a: Found, b: Found): boolean {
  const cues = a.cue && b.cue ? common(a.cue, b.cue) : 0
  return cues > 0 || a.content.some((piece) => b.content.some((other) => common(piece, other) > 0))
}

/** `“…,” Anna Berg recalled`, `“…,” recalled Anna Berg`: name or pronoun and verb right behind the closing mark. */
function byTag(r: Reading, piece: WordRange): Found | undefined {
  const at = piece.to
  const last = r.words[at - 2]?.surface ?? ''
  if (r.mark[at - 1] !== 2 || !/^[,?!—–]$/u.test(last) || r.block[at] !== r.block[at - 1]) return undefined
  const leading = nameEnd(r, at)
  if (leading > at && r.pos[leading] === verb)
    return tagged(piece, { from: at, to: leading }, { from: leading, to: leading + 1 })
  const behind = nameEnd(r, at + 1)
  if (r.pos[at] === verb && behind > at + 1)
    return tagged(piece, { from: at + 1, to: behind }, { from: at, to: at + 1 })
  return undefined
}

function tagged(piece: WordRange, source: WordRange, cue: WordRange): Found {
  return { content: [piece], cue, source, confidence: null }
}

/** End of a run of name words, or of one personal pronoun, that begins at word `from`. */
function nameEnd(r: Reading, from: number): number {
  if (r.pos[from] === pronoun) return from + 1
  let to = from
  while (to < r.size && to - from < longestName && r.block[to] === r.block[from] && r.pos[to] === name) to++
  return to
}

/** `“…” — Name`: the dash is the cue. */
function byDash(r: Reading, piece: WordRange): Found | undefined {
  const dash = piece.to
  if (r.block[dash] !== r.block[piece.from] || !/^[–—―-]+$/u.test(r.words[dash]?.surface ?? ''))
    return undefined
  let to = dash + 1
  while (to < r.size && to - dash <= longestName && r.block[to] === r.block[dash] && r.pos[to] === name) to++
  if (to === dash + 1) return undefined
  return {
    content: [piece],
    cue: { from: dash, to: dash + 1 },
    source: { from: dash + 1, to },
    confidence: null,
  }
}

function continueBefore(r: Reading, piece: WordRange, all: Found[]): void {
  const before = lastWordBefore(r, piece)
  if (before < 0) return
  if (r.sentence[piece.to] === r.sentence[piece.to - 1]) return
  const sameBlock = r.block[before] === r.block[piece.from]
  if (!sameBlock && !fillsBlock(r, piece)) return
  if (sameBlock && r.sentence[before] === r.sentence[piece.from]) return
  const at = all.findLastIndex((item) => item.source !== null && reaches(r, item, before))
  const item = all[at]
  if (!item) return
  const content = [...item.content, piece].sort((a, b) => a.from - b.from)
  all[at] = { ...item, content }
}

function lastWordBefore(r: Reading, { from }: WordRange): number {
  const before = from - 1
  return before >= 0 && (r.block[from] ?? 0) - (r.block[before] ?? 0) <= 1 ? before : -1
}

function fillsBlock(r: Reading, { from, to }: WordRange): boolean {
  const opens = from === 0 || r.block[from - 1] !== r.block[from]
  return opens && (to >= r.size || r.block[to] !== r.block[from])
}

/** Whether the attribution stands in the sentence of word `at`, and is a quotation or ends there. */
function reaches(r: Reading, item: Found, at: number): boolean {
  const parts = [...item.content, ...(item.cue ? [item.cue] : []), ...(item.source ? [item.source] : [])]
  return parts.some(({ to }) => r.sentence[to - 1] === r.sentence[at])
}
