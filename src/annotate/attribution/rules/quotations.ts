/** Quotations that no attribution holds. */
import { type Found, type WordRange, posOf, type Reading } from '../reading.js'

const fewestWords = 4
const punctuation = posOf('PUNCT')

type Weak = Found & { readonly confidence: number }

export function withQuotations(
  r: Reading,
  found: readonly Found[],
  doubtful: readonly Weak[],
): readonly Found[] {
  const all = [...found]
  const unheld = (piece: WordRange): boolean => !all.some((item) => covers(item, piece))
  const pieces = quotedPieces(r).filter((piece) => wordsIn(r, piece) >= fewestWords)
  for (const piece of pieces.filter(unheld)) {
    const one = byCandidate(piece, all, doubtful)
    if (one) all.push(one)
  }
  for (const piece of pieces.filter(unheld)) continueBefore(r, piece, all)
  return all
}

/** The stretches of words in outermost quotation marks, block by block. */
function quotedPieces(r: Reading): WordRange[] {
  const pieces: WordRange[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    if (i < r.size && r.quoted[i] === r.quoted[from] && r.block[i] === r.block[from]) continue
    if ((r.quoted[from] ?? -1) >= 0) pieces.push({ from, to: i })
    from = i
  }
  return pieces
}

function wordsIn(r: Reading, { from, to }: WordRange): number {
  return r.pos.subarray(from, to).filter((pos) => pos !== punctuation).length
}

export function common(a: WordRange, b: WordRange): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

/** Whether the attribution's content holds half of the piece. */
function covers({ content }: Found, piece: WordRange): boolean {
  return content.reduce((sum, range) => sum + common(range, piece), 0) * 2 >= piece.to - piece.from
}

/** The surest candidate over the piece whose source and cue stand outside it, and that takes no word from another. */
function byCandidate(piece: WordRange, all: readonly Found[], doubtful: readonly Weak[]): Found | undefined {
  return doubtful.find(
    (item) =>
      [item.source, item.cue].every((part) => part && common(part, piece) === 0) &&
      covers(item, piece) &&
      !all.some((other) => touches(other, item)),
  )
}

/** Whether two attributions share words of a cue or of content. */
function touches(a: Found, b: Found): boolean {
  const cues = a.cue && b.cue ? common(a.cue, b.cue) : 0
  return cues > 0 || a.content.some((piece) => b.content.some((other) => common(piece, other) > 0))
}

/** Adds the piece, which begins a sentence, to the last attribution of the sentence right before it. */
function continueBefore(r: Reading, piece: WordRange, all: Found[]): void {
  const before = piece.from - 1
  const blocks = (r.block[piece.from] ?? 0) - (r.block[before] ?? -1)
  if (blocks > 1 || r.heading[piece.from] === 1 || r.sentence[before] === r.sentence[piece.from]) return
  const at = all.findLastIndex(({ content, cue, source }) =>
    [...content, cue, source].some(
      (part) => source && part && r.sentence[part.to - 1] === r.sentence[before],
    ),
  )
  const item = all[at]
  if (item) all[at] = { ...item, content: [...item.content, piece].sort((a, b) => a.from - b.from) }
}
