/**
 * In:    a Reading, the attributions found and the candidates that stayed below the threshold.
 * Out:   the attributions with quotations of four words or more that none of them held: by the surest candidate over
 *        it; by a dash and a name behind it; as a further piece of the attribution in the sentence before, or of the
 *        paragraph before when the whole paragraph is quoted (a quotation that runs over paragraphs).
 * Never: gives a quotation to somebody who is not named beside it or in the attribution right before.
 */
import type { Found, WordRange } from './found.js'
import { stanceOf } from './lexicon.js'
import { posOf, type Reading } from './reading.js'

const fewestWords = 4
const longestName = 6
const longestPhrase = 8
const name = posOf('PROPN')
const pronoun = posOf('PRON')
const verb = posOf('VERB')
const auxiliary = posOf('AUX')
const noun = posOf('NOUN')
const adjective = posOf('ADJ')
const determiner = posOf('DET')
const punctuation = posOf('PUNCT')

export type Weak = Found & { readonly confidence: number }

export function claimLoose(r: Reading, found: readonly Found[], weak: readonly Weak[]): readonly Found[] {
  const all = [...found]
  for (const piece of quotedPieces(r)) {
    if (isHeld(piece, all)) continue
    if (wordsIn(r, piece) < fewestWords) {
      const short = byTag(r, piece) ?? byTold(r, piece, all)
      if (short) all.push(short)
      continue
    }
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

/** `“…,” Anna Berg recalled`, `“…,” recalled Anna Berg`, `“…,” the mayor noted`: who and verb right behind the mark. */
function byTag(r: Reading, piece: WordRange): Found | undefined {
  const at = piece.to
  const last = r.words[at - 2]?.surface ?? ''
  if (r.mark[at - 1] !== 2 || !/^[,?!—–]$/u.test(last) || r.block[at] !== r.block[at - 1]) return undefined
  const leading = nameEnd(r, at)
  if (leading > at && r.pos[leading] === verb)
    return tagged(piece, { from: at, to: leading }, { from: leading, to: leading + 1 })
  const phrase = phraseEnd(r, at)
  if (phrase > at && r.pos[phrase] === verb && speaks(r, phrase))
    return tagged(piece, { from: at, to: phrase }, { from: phrase, to: phrase + 1 })
  if (r.pos[at] !== verb) return undefined
  const behind = nameEnd(r, at + 1)
  const end = behind > at + 1 || !speaks(r, at) ? behind : phraseEnd(r, at + 1)
  return end > at + 1 ? tagged(piece, { from: at + 1, to: end }, { from: at, to: at + 1 }) : undefined
}

/** Who, verb of speech, "that" and a clause that holds the quoted words: `Berg boasted that it was a “good foothold”`. */
function byTold(r: Reading, piece: WordRange, all: readonly Found[]): Found | undefined {
  let that = piece.from - 1
  while (that > 1 && r.sentence[that] === r.sentence[piece.from] && r.words[that]?.lower !== 'that') that--
  const at = that - 1
  if (r.words[that]?.lower !== 'that' || r.sentence[at] !== r.sentence[piece.from]) return undefined
  if (!speaks(r, at)) return undefined
  let to = piece.to
  while (to < r.size && r.sentence[to] === r.sentence[piece.from] && r.pos[to] !== punctuation) to++
  const content = { from: that, to }
  if (
    all.some((item) =>
      touches(item, { content: [content], cue: { from: at, to: at + 1 }, source: null, confidence: null }),
    )
  )
    return undefined
  return { content: [content], cue: { from: at, to: at + 1 }, source: subjectBefore(r, at), confidence: null }
}

/** The first name, pronoun or "the" phrase of the sentence, before word `at`, that a verb follows. */
function subjectBefore(r: Reading, at: number): WordRange | null {
  let from = at
  while (from > 0 && r.sentence[from - 1] === r.sentence[at]) from--
  for (let i = at - 1; i >= from; i--) {
    const to = Math.max(nameEnd(r, i), phraseEnd(r, i))
    const opens = i === from || (r.pos[i - 1] !== name && r.pos[i - 1] !== determiner)
    if (to > i && opens && (r.pos[to] === verb || r.pos[to] === auxiliary)) return { from: i, to }
  }
  return null
}

function speaks(r: Reading, at: number): boolean {
  if ((r.listed[at] ?? 0) > 0) return r.pos[at] === verb
  // "boasting", which the tagger may take for a noun
  const stem = /^(\p{L}{3,})ing$/u.exec(r.words[at]?.lower ?? '')?.[1]
  return stem !== undefined && [stem, `${stem}e`].some((lemma) => stanceOf(lemma) !== null)
}

/** End of a noun phrase (`the head of state`, `political scientist Arkady Velichko`) that begins at word `from`. */
function phraseEnd(r: Reading, from: number): number {
  let to = from
  let head = from
  while (to < r.size && to - from < longestPhrase && r.block[to] === r.block[from]) {
    const pos = r.pos[to] ?? 0
    if (pos === name || pos === noun) head = to + 1
    else if (!(
      pos === adjective ||
      (pos === determiner && to === from) ||
      (r.words[to]?.lower === 'of' && to > from)
    ))
      break
    to++
  }
  return head === to ? head : from
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
