/**
 * Rules that give a quotation to who is credited with it.
 *
 * In:    a Reading and the attributions found.
 * Out:   the attributions; one whose quotation has its credit beside it has the source of that credit. Quotations that
 *        none of them holds go, rule by rule, to a credit beside them, the surest candidate over them, or what they continue.
 * Never: gives a quotation to somebody who is not named beside it or in the attribution right before.
 */
import { opensSentence, type Tag, tagBefore, tagBehind } from './credit-tags.js'
import type { Found, WordRange } from '../found.js'
import { common, covered, quotedPieces, touches, wordsIn } from '../marks/quoted-pieces.js'
import { posOf, type Reading } from '../reading.js'
import { itemAt } from '../../../text/item-at.js'

const fewestWords = 4
const punctuation = posOf('PUNCT')

type Weak = Found & { readonly confidence: number }

/** A Reading with the candidates that were not sure enough. */
export type Weighed = Reading & { readonly doubtful: readonly Weak[] }

/** An attribution whose cue or source is part of the credit beside its quotation has the source of that credit. */
export function withCreditedSources(r: Reading, found: readonly Found[]): readonly Found[] {
  const all = [...found]
  for (const piece of quotedPieces(r)) {
    const at = all.findIndex((item) => covered(piece, item) >= 0.5)
    const holder = all[at]
    const tag = tagBehind(r, piece)
    if (holder && tag && isNear(holder, tag)) all[at] = withSourceOf(r, holder, tag)
  }
  return all
}

/** Who and verb beside the quotation; of one to three words only behind it. */
export function toCredits(r: Reading, found: readonly Found[]): readonly Found[] {
  return claim(r, found, 1, (piece, all) => {
    const tag = tagBehind(r, piece) ?? (wordsIn(r, piece) < fewestWords ? undefined : tagBefore(r, piece))
    return tag && !giveToOwner(r, piece, tag, all)
      ? { content: [piece], cue: tag.cue, source: tag.source, confidence: null }
      : undefined
  })
}

export function toCandidates(r: Weighed, found: readonly Found[]): readonly Found[] {
  return claim(r, found, fewestWords, (piece, all) => byCandidate(piece, all, r.doubtful))
}

export function toContinued(r: Reading, found: readonly Found[]): readonly Found[] {
  return claim(r, found, fewestWords, (piece, all) => {
    continueBefore(r, piece, all)
    return undefined
  })
}

/** Each quotation of `fewest` words that no attribution holds. */
function claim(
  r: Reading,
  found: readonly Found[],
  fewest: number,
  by: (piece: WordRange, all: Found[]) => Found | undefined,
): readonly Found[] {
  const all = [...found]
  for (const piece of quotedPieces(r)) {
    if (wordsIn(r, piece) < fewest || all.some((item) => covered(piece, item) >= 0.5)) continue
    const one = by(piece, all)
    if (one) all.push(one)
  }
  return all
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

const dash = /^[–—-]$/u
const brokenOff = /^[,–—-]$/u

/** Adds the piece to the attribution it continues, if there is one. */
export function continueBefore(r: Reading, piece: WordRange, all: Found[]): void {
  const before = lastWordBefore(r, piece)
  if (before < 0) return
  const split = splitBefore(r, piece, all)
  if (split >= 0) {
    addTo(all, split, piece)
    return
  }
  if (r.sentence[piece.to] === r.sentence[piece.to - 1]) return
  const sameBlock = r.block[before] === r.block[piece.from]
  if (!sameBlock && (r.heading[piece.from] === 1 || !fillsBlock(r, piece))) return
  if (sameBlock && r.sentence[before] === r.sentence[piece.from]) return
  addTo(
    all,
    all.findLastIndex((item) => item.source !== null && reaches(r, item, before)),
    piece,
  )
}

function addTo(all: Found[], at: number, piece: WordRange): void {
  const item = all[at]
  if (!item) return
  all[at] = { ...item, content: [...item.content, piece].sort((a, b) => a.from - b.from) }
}

/**
 * The attribution in the same sentence whose quotation broke off with a comma or dash before its cue, or was followed by a
 * dash, and goes on here in lower case: `“We wait,” Berg said on Monday, speaking at the quay, “and then we sail.”`
 */
function splitBefore(r: Reading, piece: WordRange, all: readonly Found[]): number {
  if (!/^\p{Ll}/u.test(r.words[piece.from + 1]?.surface ?? '')) return -1
  const surface = (at: number): string => r.words[at]?.surface ?? ''
  return all.findLastIndex(({ content, cue }) => {
    const last = content.findLast((part) => part.to <= piece.from)
    if (!last || !cue || cue.from < last.to || cue.to > piece.from) return false
    return (
      r.sentence[last.to - 1] === r.sentence[piece.from] &&
      r.mark[last.to - 1] === 2 &&
      (brokenOff.test(surface(last.to - 2)) ||
        (dash.test(surface(last.to)) && dash.test(surface(piece.from - 1))))
    )
  })
}

function lastWordBefore(r: Reading, { from }: WordRange): number {
  const before = from - 1
  return before >= 0 && itemAt(r.block, from) - itemAt(r.block, before) <= 1 ? before : -1
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
