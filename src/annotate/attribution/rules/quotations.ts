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

// ---- transcript turns

const longestLabel = 4
const fewestOfTurn = 3
const verbs = [posOf('VERB'), posOf('AUX')]
const asked = /^[QA]$/u
const shouted = /^[\p{Lu}][\p{Lu}.’'-]+$/u
const capital = /^\p{Lu}/u

type Turn = { readonly label: WordRange; readonly content: WordRange; readonly name: string }

export function withTurns(r: Reading, found: readonly Found[]): readonly Found[] {
  const blocks = blocksOf(r)
  const turns = blocks.map((block) => turnOf(r, block))
  if (!isTranscript(turns.flatMap((turn) => turn ?? []))) return found
  const told: Found[] = []
  blocks.forEach((block, n) => {
    const turn = turns[n]
    const last = told.at(-1)
    const cue = turn && { from: turn.label.to, to: turn.label.to + 1 }
    if (turn && cue)
      told.push({ content: [turn.content], cue, source: turn.label, confidence: null, verbatim: true })
    else if (last && goesOn(r, last, block))
      told[told.length - 1] = { ...last, content: [...last.content, block] }
  })
  const parts = told.flatMap(({ content, source }) => [...content, ...(source ? [source] : [])])
  const rest = found.filter((item) => !reachesOver(item, parts))
  return [...rest, ...told]
}

/** Two labels at least, and one that is printed as transcripts print it or comes again. */
function isTranscript(turns: readonly Turn[]): boolean {
  const names = new Set(turns.map(({ name }) => name))
  if (names.size < 2) return false
  return names.size < turns.length || turns.some(({ name }) => asked.test(name) || shouted.test(name))
}

function turnOf(r: Reading, block: WordRange): Turn | undefined {
  if (r.heading[block.from] === 1) return undefined
  const from = r.mark[block.from] === 1 ? block.from + 1 : block.from
  let colon = from
  while (colon < block.to && colon - from <= longestLabel && r.words[colon]?.surface !== ':') colon++
  if (r.words[colon]?.surface !== ':' || colon === from || colon >= block.to) return undefined
  const label = r.words.slice(from, colon)
  if (!label.every(({ surface }) => capital.test(surface) || surface === '.')) return undefined
  const content = { from: colon + 1, to: block.to }
  const words = content.to - content.from
  if (words < fewestOfTurn || !r.pos.subarray(content.from, content.to).some((pos) => verbs.includes(pos)))
    return undefined
  return { label: { from, to: colon }, content, name: label.at(-1)?.surface ?? '' }
}

/** The paragraph right behind that opens a quotation anew, as the turn did. */
function goesOn(r: Reading, { content, source }: Found, block: WordRange): boolean {
  const end = content.at(-1)?.to
  return end === block.from && r.mark[block.from] === 1 && source !== null && r.mark[source.from - 1] === 1
}

/** Shares words with a turn and does not lie in one. */
function reachesOver({ content, cue, source }: Found, parts: readonly WordRange[]): boolean {
  const own = [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])]
  const meets = own.some((range) => parts.some((part) => common(range, part) > 0))
  return meets && !parts.some((part) => own.every(({ from, to }) => part.from <= from && to <= part.to))
}

function blocksOf(r: Reading): WordRange[] {
  const blocks: WordRange[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    if (i < r.size && r.block[i] === r.block[from]) continue
    if (i > from) blocks.push({ from, to: i })
    from = i
  }
  return blocks
}
