/**
 * In:    a Reading, the attributions found and the candidates that stayed below the threshold.
 * Out:   the attributions, after a quotation with a credit right behind it is given to that credit, and quotations of
 *        four words or more that none of them held are given: to the surest candidate over them; to a dash or a line
 *        with a name; to the attribution they continue.
 * Never: gives a quotation to somebody who is not named beside it or in the attribution right before.
 */
import { continueBefore } from './continued-quotations.js'
import {
  type Credit,
  announced,
  dashBehind,
  lineBelow,
  opensSentence,
  type Tag,
  tagBefore,
  tagBehind,
} from './credit-tags.js'
import type { Found, WordRange } from './found.js'
import { speaks } from './phrases.js'
import { common, covered, quotedPieces, touches, wordsIn } from './quoted-pieces.js'
import { posOf, type Reading } from './reading.js'
import { subjectBefore } from './subjects.js'

const fewestWords = 4
/** An attribution below it gives a quotation up to who and verb right before the mark. */
const unsure = 0.6
const punctuation = posOf('PUNCT')

export type Weak = Found & { readonly confidence: number }

export function claimLoose(r: Reading, found: readonly Found[], weak: readonly Weak[]): readonly Found[] {
  const all = [...found]
  const pieces = quotedPieces(r)
  for (const piece of pieces) giveToTag(r, piece, all, weak)
  for (const piece of pieces) {
    if (all.some((item) => covered(piece, item) >= 0.5)) continue
    const behind = tagBehind(r, piece)
    if (behind && giveToOwner(r, piece, behind, all)) continue
    if (wordsIn(r, piece) < fewestWords) {
      const short = credited(piece, behind) ?? byTold(r, piece, all)
      if (short) all.push(short)
      continue
    }
    const tag = behind ?? tagBefore(r, piece)
    if (!behind && tag && giveToOwner(r, piece, tag, all)) continue
    const credit = tag ?? announced(r, piece) ?? dashBehind(r, piece) ?? lineBelow(r, piece)
    const own = credited(piece, credit) ?? byCandidate(piece, all, weak)
    if (own) all.push(own)
    else continueBefore(r, piece, all)
  }
  return all
}

/** A quotation with a credit right behind it, held by an attribution with another cue, goes to that credit. */
function giveToTag(r: Reading, piece: WordRange, all: Found[], weak: readonly Weak[]): void {
  const at = all.findIndex((item) => covered(piece, item) >= 0.5)
  const holder = all[at]
  const tag = tagBehind(r, piece) ?? (holder && isUnsure(holder) ? tagBefore(r, piece) : undefined)
  if (!holder || !tag) return
  if (isNear(holder, tag)) {
    all[at] = withSourceOf(r, holder, tag)
    return
  }
  const rest = holder.content.flatMap((range) => without(range, piece))
  if (rest.length > 0) all[at] = { ...holder, content: rest }
  else all.splice(at, 1)
  if (giveToOwner(r, piece, tag, all)) return
  const likely = weak.find((other) => isNear(other, tag) && covered(piece, other) >= 0.5)
  all.push(
    likely && !all.some((other) => touches(other, likely))
      ? likely
      : { content: [piece], confidence: null, cue: tag.cue, source: tag.source },
  )
}

/**
 * The attribution that has the cue of the credit already takes the piece; false where none has it. Where it has only words
 * behind the cue, a quotation that opens the sentence stands for them (`“Why?” asked Berg of him`); any other is no utterance
 * (`known for “The Long Harbour,” Berg described the plan`).
 */
function giveToOwner(r: Reading, piece: WordRange, tag: Tag, all: Found[]): boolean {
  const owner = all.findIndex(({ cue }) => cue !== null && common(cue, tag.cue) > 0)
  const item = all[owner]
  if (!item) return false
  const { content } = item
  if (content.some((range) => common(range, piece) > 0)) all[owner] = withSourceOf(r, item, tag)
  else if (content.some((range) => range.from < tag.cue.from || (r.quoted[range.from] ?? -1) >= 0))
    all[owner] = withSourceOf(r, { ...item, content: joined(content, piece) }, tag)
  else if (opensSentence(r, piece)) all[owner] = { ...item, source: tag.source, content: [piece] }
  return true
}

function joined(content: readonly WordRange[], piece: WordRange): WordRange[] {
  return [...content, piece].sort((a, b) => a.from - b.from)
}

/**
 * An attribution that took the source of its own credit for content, a part of it or the words behind the verb for its
 * source, gets the credit's: `“…” — so claimed the chemist — “…”`, `“…,” the nominee, Ada Quist, tweeted on Sunday`.
 */
function withSourceOf(r: Reading, holder: Found, { source, cue, before }: Tag): Found {
  const own = holder.source
  const sameCue = holder.cue !== null && common(holder.cue, cue) > 0
  const lost = holder.content.some((range) => common(range, source) > 0)
  const astray =
    own !== null && before && (own.from >= cue.to || (own.from >= source.from && own.to < source.to))
  if (own === null ? !lost : !sameCue || !(lost || astray)) return holder
  const content = holder.content
    .flatMap((range) => without(range, source))
    .map(({ from, to }) => {
      let first = from
      while (first < to && r.pos[first] === punctuation && r.mark[first] !== 1) first++
      return { from: first, to }
    })
    .filter(({ from, to }) => from < to)
  return { ...holder, source, content }
}

function isUnsure({ confidence }: Found): boolean {
  return confidence !== null && confidence < unsure
}

/** Whether the attribution's cue or source is (part of) the credit. */
function isNear({ cue, source }: Found, tag: Tag): boolean {
  const parts = [cue, source].flatMap((part) => (part ? [part] : []))
  return parts.some((part) => common(part, tag.source) > 0 || common(part, tag.cue) > 0)
}

function without(range: WordRange, piece: WordRange): WordRange[] {
  if (common(range, piece) === 0) return [range]
  const left = { from: range.from, to: Math.max(range.from, piece.from) }
  const right = { from: Math.min(range.to, piece.to), to: range.to }
  return [left, right].filter(({ from, to }) => from < to)
}

function credited(piece: WordRange, credit: Credit | undefined): Found | undefined {
  return credit && { content: [piece], cue: credit.cue, source: credit.source, confidence: null }
}

/** The surest candidate over the piece whose source and cue stand outside it. */
function byCandidate(piece: WordRange, all: readonly Found[], weak: readonly Weak[]): Found | undefined {
  const fits = weak.filter(
    (item) =>
      item.source !== null &&
      item.cue !== null &&
      common(item.cue, piece) === 0 &&
      common(item.source, piece) === 0 &&
      covered(piece, item) >= 0.5 &&
      !all.some((other) => touches(other, item)),
  )
  return fits.reduce<Weak | undefined>(
    (best, item) => (best && best.confidence >= item.confidence ? best : item),
    undefined,
  )
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
  const item = { content: [{ from: that, to }], cue: { from: at, to: at + 1 } }
  if (all.some((other) => touches(other, item))) return undefined
  return { ...item, source: subjectBefore(r, at), confidence: null }
}
