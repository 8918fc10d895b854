/**
 * In:    a Frame.
 * Out:   hashed features of a word inside or outside a segment, of a stretch of words as one segment, and of the order of
 *        the parts; always the same number.
 * Never: weighs anything.
 */
import { byteAt, intAt } from '../../text/item-at.js'
import { mix } from './feature-hash.js'
import { at, type Frame, isQuoted, sideOf } from './frame.js'
import type { Reading } from './reading.js'

export const insideCount = 6
export const outsideCount = 6
export const pairCount = 17
export const patternCount = 15

export const insideBase = (type: number, side: number): number => (120 + type * 2 + side) * 40
export const outsideBase = (outsideClass: number): number => (130 + outsideClass) * 40

/** What asks nothing of the cue but its side: all but the last. */
export function insidePlain(r: Reading, base: number, i: number, out: Uint32Array): void {
  wordFeatures(r, base, i, out)
  out[4] = mix(base + 6, byteAt(r.listed, i), byteAt(r.pos, i), isQuoted(r, i))
}

/** What asks nothing of the cue but how many words away it is (`Frame.gap`): all but the last. */
export function outsideNear(r: Reading, base: number, i: number, words: number, out: Uint32Array): void {
  wordFeatures(r, base, i, out)
  out[4] = mix(base + 6, words, byteAt(r.pos, i))
}

/** How many sentences away from the cue the word is. */
export function awayFeature({ r, window }: Frame, base: number, k: number): number {
  const i = window.from + k
  return mix(base + 3, isQuoted(r, i), intAt(r.sentence, i) - intAt(r.sentence, window.cue.from))
}

function wordFeatures(r: Reading, base: number, i: number, out: Uint32Array): void {
  const pos = byteAt(r.pos, i)
  out[0] = mix(base + 1, intAt(r.form, i))
  out[1] = mix(base + 2, pos)
  out[2] = mix(base + 4, byteAt(r.mark, i), isQuoted(r, i))
  out[3] = mix(base + 5, at(r.pos, r, i, -1), pos)
}

/** Features of the stretch from word `k` to before word `e` as one segment. */
export function pairFeatures(f: Frame, type: number, k: number, e: number, out: Uint32Array): void {
  const shape = { length: 0, quotes: 0, closes: 0, verbs: 0 }
  const side = sideOf(f, k)
  const i = f.window.from + k
  const j = f.window.from + e - 1
  stretchFeatures(f.r, type, side, i, j, out, shape)
  const b = baseOf(type, side)
  const adjacent = isAdjacent(f, i, j) ? 1 : 0
  out[stretchCount] = small.besideCue(b, shape.quotes, adjacent)
  out[stretchCount + 1] = small.closesBesideCue(b, adjacent, shape.closes, shape.quotes)
  out[stretchCount + 2] = lengthFeature(f, type, side, shape.length)
  out[stretchCount + 3] = endingFeature(f, type, side, Math.min(1, shape.verbs), shape.closes)
}

/** What the features of a stretch are made of, written by `stretchFeatures`. */
type StretchShape = {
  /** The length as a class, 1..`lengthClasses`. */
  length: number
  quotes: number
  closes: number
  /** Verbs inside, at most 4. */
  verbs: number
}

const stretchCount = 13
export const lengthClasses = 11

/**
 * The features of the stretch from word `i` to word `j` of the article that do not ask where the cue is. Those of small
 * numbers alone are `small`'s, which stretch-weights.ts adds up beforehand; those of words stand in frame-stretches.ts again.
 */
function stretchFeatures(
  r: Reading,
  type: number,
  side: number,
  i: number,
  j: number,
  out: Uint32Array,
  shape: StretchShape,
): void {
  const b = baseOf(type, side)
  const count = (s: Int32Array, most: number): number => Math.min(most, intAt(s, j + 1) - intAt(s, i))
  const long = lengthClass(j + 1 - i)
  const commas = count(r.sums.commas, 3)
  const verbs = count(r.sums.verbs, 4)
  const joins = count(r.sums.joins, 2)
  const closes = byteAt(r.closes, j)
  const quotes = quotationShape(r, i, j)
  const p = byteAt(r.pos, i)
  out[0] = small.long(b, long)
  out[1] = small.quotesLong(b, quotes, long)
  out[2] = mix(b + 4, intAt(r.form, i), closes)
  out[3] = small.ends(b, p, byteAt(r.pos, j))
  out[4] = small.counts(b, commas, closes, joins)
  out[5] = small.verbsLong(b, verbs, long)
  out[6] = mix(b + 9, at(r.form, r, i, -1), at(r.form, r, j, 1))
  out[7] = small.beside(b, at(r.pos, r, i, -1), at(r.pos, r, j, 1))
  out[8] = mix(b + 13, intAt(r.form, i), intAt(r.form, j))
  out[9] = small.across(b, sentencesOver(r, i, j), quotes)
  out[10] = small.after(b, at(r.pos, r, j, 1), verbs, Math.min(1, commas))
  out[11] = mix(b + 16, p, at(r.form, r, j, 1), Math.min(1, verbs))
  out[12] = mix(b + 17, intAt(r.form, i), at(r.form, r, j, 1), Math.min(1, verbs))
  shape.length = long
  shape.quotes = quotes
  shape.closes = closes
  shape.verbs = verbs
}

export const small = {
  long: (b: number, long: number): number => mix(b + 1, long),
  quotesLong: (b: number, quotes: number, long: number): number => mix(b + 3, quotes, long),
  /** Whether it stands beside the cue. */
  besideCue: (b: number, quotes: number, adjacent: number): number => mix(b + 2, quotes, adjacent),
  closesBesideCue: (b: number, adjacent: number, closes: number, quotes: number): number =>
    mix(b + 7, adjacent, closes, quotes),
  counts: (b: number, commas: number, closes: number, joins: number): number =>
    mix(b + 6, commas, closes, joins),
  verbsLong: (b: number, verbs: number, long: number): number => mix(b + 8, verbs, long),
  across: (b: number, sentences: number, quotes: number): number => mix(b + 14, sentences, quotes),
  /** Parts of speech: of its first and last word; of the words before and after; of the word after. */
  ends: (b: number, first: number, last: number): number => mix(b + 5, first, last),
  beside: (b: number, before: number, after: number): number => mix(b + 12, before, after),
  after: (b: number, after: number, verbs: number, comma: number): number => mix(b + 15, after, verbs, comma),
}

/** How many ends of sentences it reaches over, at most 3. */
export const sentencesOver = (r: Reading, i: number, j: number): number =>
  Math.min(3, intAt(r.sentence, j) - intAt(r.sentence, i))

/** The cue and the length of a stretch. */
export function lengthFeature({ cue }: Frame, type: number, side: number, length: number): number {
  return mix(baseOf(type, side) + 10, cue.lemma, length)
}

/** The cue, whether the stretch holds a verb, and whether it ends its sentence. */
export function endingFeature(f: Frame, type: number, side: number, verbs: number, closes: number): number {
  return mix(baseOf(type, side) + 11, f.cue.lemma, verbs, closes)
}

function isAdjacent({ window: { cue } }: Frame, i: number, j: number): boolean {
  return i === cue.to || j + 1 === cue.from
}

export function baseOf(type: number, side: number): number {
  return (140 + type * 2 + side) * 40
}

export function lengthClass(length: number): number {
  if (length <= 6) return length
  return length <= 9 ? 7 : length <= 14 ? 8 : length <= 22 ? 9 : length <= 35 ? 10 : 11
}

/** 0 no quotation, 1 quotations whole, 2 inside one, 3 exactly one, 4 begins or ends within one. */
export function quotationShape(r: Reading, i: number, j: number): number {
  const a = r.quoted[i] ?? -1
  const z = r.quoted[j] ?? -1
  if (a >= 0 && a === z) return r.mark[i] === 1 && r.mark[j] === 2 ? 3 : 2
  if (a >= 0 && r.mark[i] !== 1 && r.mark[i - 1] !== 1) return 4
  if (z >= 0 && r.mark[j] !== 2) return 4
  if (a >= 0 || z >= 0) return 1
  const { marks } = r.sums
  return intAt(marks, j + 1) > intAt(marks, i) ? 1 : 0
}

/** Features of the order of parts (`pattern` = its number). */
export function patternFeatures(f: Frame, pattern: number, out: Uint32Array): void {
  const { r, cue } = f
  const { from, to } = f.window.cue
  const b = 150 * 40
  const p = pattern + 1
  const form = (i: number, d: number): number => at(r.form, r, i, d)
  const pos = (i: number, d: number): number => at(r.pos, r, i, d)
  const markBefore = Math.abs(at(r.mark, r, from, -1)) * 4 + Math.abs(at(r.mark, r, from, -2))
  const markAfter = Math.abs(at(r.mark, r, to - 1, 1)) * 4 + Math.abs(at(r.mark, r, to - 1, 2))
  const opens = from === 0 || r.sentence[from] !== r.sentence[from - 1] ? 1 : 0
  out[0] = mix(b + 1, p)
  out[1] = mix(b + 2, p, cue.lemma)
  out[2] = mix(b + 3, p, cue.last)
  out[3] = mix(b + 4, p, cue.first)
  out[4] = mix(b + 5, p, cue.pos)
  out[5] = mix(b + 6, p, markBefore, markAfter)
  out[6] = mix(b + 7, p, pos(from, -1), pos(to - 1, 1))
  out[7] = mix(b + 8, p, form(to - 1, 1))
  out[8] = mix(b + 9, p, form(from, -1))
  out[9] = mix(b + 10, p, opens, byteAt(r.closes, to - 1))
  out[10] = mix(b + 11, p, cue.suffix)
  out[11] = mix(b + 12, p, cue.lemma, pos(to - 1, 1))
  out[12] = mix(b + 13, p, byteAt(r.heading, from), opens)
  out[13] = mix(b + 14, p, cue.lemma, pos(from, -1))
  out[14] = mix(b + 15, p, pos(to - 1, 1), pos(to - 1, 2))
}
