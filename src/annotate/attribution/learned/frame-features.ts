/** Hashed features of a Frame, written into `out`: of a word in or outside a segment, of a segment, of the order of the parts. */
import { byteAt, intAt } from '../../../text/item-at.js'
import type { Reading } from '../reading.js'
import { mix } from './model.js'
import { at, type Frame, isQuoted, sideOf, bucket } from './frame.js'

export function insideFeatures(f: Frame, type: number, k: number, out: Uint32Array): number {
  const base = (120 + type * 2 + sideOf(f, k)) * 40
  const i = f.window.from + k
  wordFeatures(f, base, i, out)
  out[5] = mix(base + 6, byteAt(f.r.listed, i), byteAt(f.r.pos, i), isQuoted(f.r, i))
  return 6
}

export function outsideFeatures(f: Frame, outsideClass: number, k: number, out: Uint32Array): number {
  const base = (130 + outsideClass) * 40
  const i = f.window.from + k
  wordFeatures(f, base, i, out)
  out[5] = mix(base + 6, byteAt(f.gap.words, k), byteAt(f.r.pos, i))
  return 6
}

function wordFeatures({ r, window }: Frame, base: number, i: number, out: Uint32Array): void {
  const pos = byteAt(r.pos, i)
  const quoted = isQuoted(r, i)
  out[0] = mix(base + 1, intAt(r.form, i))
  out[1] = mix(base + 2, pos)
  out[2] = mix(base + 4, byteAt(r.mark, i), quoted)
  out[3] = mix(base + 5, at(r.pos, r, i, -1), pos)
  out[4] = mix(base + 3, quoted, intAt(r.sentence, i) - intAt(r.sentence, window.cue.from))
}

/** Features of the stretch from word `k` to before word `e` as one segment. */
export function pairFeatures(f: Frame, type: number, k: number, e: number, out: Uint32Array): number {
  const { r, cue, window } = f
  const b = (140 + type * 2 + sideOf(f, k)) * 40
  const i = window.from + k
  const j = window.from + e - 1
  const adjacent = i === window.cue.to || j + 1 === window.cue.from ? 1 : 0
  const long = lengthClass(e - k)
  const commas = Math.min(3, intAt(r.sums.commas, j + 1) - intAt(r.sums.commas, i))
  const verbs = Math.min(4, intAt(r.sums.verbs, j + 1) - intAt(r.sums.verbs, i))
  const joins = Math.min(2, intAt(r.sums.joins, j + 1) - intAt(r.sums.joins, i))
  const sentences = Math.min(3, intAt(r.sentence, j) - intAt(r.sentence, i))
  const hasVerb = Math.min(1, verbs)
  const closes = byteAt(r.closes, j)
  const quotes = quotationShape(r, i, j)
  const form = intAt(r.form, i)
  const pos = byteAt(r.pos, i)
  const next = at(r.form, r, j, 1)
  const nextPos = at(r.pos, r, j, 1)
  out[0] = mix(b + 1, long)
  out[1] = mix(b + 3, quotes, long)
  out[2] = mix(b + 4, form, closes)
  out[3] = mix(b + 5, pos, byteAt(r.pos, j))
  out[4] = mix(b + 6, commas, closes, joins)
  out[5] = mix(b + 8, verbs, long)
  out[6] = mix(b + 9, at(r.form, r, i, -1), next)
  out[7] = mix(b + 12, at(r.pos, r, i, -1), nextPos)
  out[8] = mix(b + 13, form, intAt(r.form, j))
  out[9] = mix(b + 14, sentences, quotes)
  out[10] = mix(b + 15, nextPos, verbs, Math.min(1, commas))
  out[11] = mix(b + 16, pos, next, hasVerb)
  out[12] = mix(b + 17, form, next, hasVerb)
  out[13] = mix(b + 2, quotes, adjacent)
  out[14] = mix(b + 7, adjacent, closes, quotes)
  out[15] = mix(b + 10, cue.lemma, long)
  out[16] = mix(b + 11, cue.lemma, hasVerb, closes)
  return 17
}

function lengthClass(length: number): number {
  if (length <= 6) return length
  return length <= 9 ? 7 : length <= 14 ? 8 : length <= 22 ? 9 : length <= 35 ? 10 : 11
}

/** 0 no quotation, 1 quotations whole, 2 inside one, 3 exactly one, 4 begins or ends within one. */
function quotationShape(r: Reading, i: number, j: number): number {
  const a = r.quoted[i] ?? -1
  const z = r.quoted[j] ?? -1
  if (a >= 0 && a === z) return r.mark[i] === 1 && r.mark[j] === 2 ? 3 : 2
  if (a >= 0 && r.mark[i] !== 1 && r.mark[i - 1] !== 1) return 4
  if (z >= 0 && r.mark[j] !== 2) return 4
  if (a >= 0 || z >= 0) return 1
  const { marks } = r.sums
  return intAt(marks, j + 1) > intAt(marks, i) ? 1 : 0
}

/** Features of the order of parts (`order` = its number). */
export function orderFeatures(f: Frame, order: number, out: Uint32Array): number {
  const { r, cue } = f
  const { from, to } = f.window.cue
  const b = 150 * 40
  const p = order + 1
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
  return 15
}

const startBase = (type: number, side: number): number => (100 + type * 2 + side) * 40
const endBase = (type: number, side: number): number => (110 + type * 2 + side) * 40
/** The mark at a word and the one `d` away. */
const marksAt = (r: Reading, i: number, d: number): number =>
  byteAt(r.mark, i) * 4 + Math.abs(at(r.mark, r, i, d))

/** Of word `k` of the window as the first. */
export function startFeatures(f: Frame, type: number, k: number, out: Uint32Array): number {
  const { r, cue, gap, window } = f
  const i = window.from + k
  const b = startBase(type, sideOf(f, k))
  const form = intAt(r.form, i)
  const formBefore = at(r.form, r, i, -1)
  const pos = byteAt(r.pos, i)
  const before = at(r.pos, r, i, -1)
  const after = at(r.pos, r, i, 1)
  const opens = i === 0 || r.sentence[i] !== r.sentence[i - 1] ? 1 : 0
  const marks = marksAt(r, i, -1)
  const words = byteAt(gap.words, k)
  const breaks = byteAt(gap.breaks, k)
  const verbs = byteAt(gap.verbs, k)
  const quoted = isQuoted(r, i)
  const quotedBefore = at(r.quoted, r, i, -1) >= 0 ? 1 : 0
  out[0] = mix(b + 1, form)
  out[1] = mix(b + 2, formBefore)
  out[2] = mix(b + 3, formBefore, form)
  out[3] = mix(b + 4, form, at(r.form, r, i, 1))
  out[4] = mix(b + 5, before, pos)
  out[5] = mix(b + 6, pos, after)
  out[6] = mix(b + 7, before, pos, after)
  out[7] = mix(b + 15, opens, quoted, marks)
  out[8] = mix(b + 16, opens, pos)
  out[9] = mix(b + 26, formBefore, pos)
  out[10] = mix(b + 27, at(r.pos, r, i, -2), before, pos)
  out[11] = mix(b + 31, pos, after, at(r.pos, r, i, 2))
  out[12] = mix(b + 8, words, opens)
  out[13] = mix(b + 9, words, pos)
  out[14] = mix(b + 17, marks, words)
  out[15] = mix(b + 21, form, words)
  out[16] = mix(b + 22, formBefore, words)
  out[17] = mix(b + 23, byteAt(r.shape, i), pos, words)
  out[18] = mix(b + 29, byteAt(r.heading, i), pos, words)
  out[19] = mix(b + 10, words, cue.lemma)
  out[20] = mix(b + 11, cue.lemma, form)
  out[21] = mix(b + 12, cue.lemma, pos)
  out[22] = mix(b + 13, cue.last, form)
  out[23] = mix(b + 14, cue.last, pos, words)
  out[24] = mix(b + 18, quoted * 4 + quotedBefore * 2 + isQuoted(r, window.cue.from), pos)
  out[25] = mix(b + 19, breaks, verbs, opens)
  out[26] = mix(b + 20, breaks, before, verbs)
  out[27] = mix(b + 24, cue.suffix, pos, words)
  out[28] = mix(b + 25, intAt(r.sentence, i) - intAt(r.sentence, window.cue.from), quoted)
  out[29] = mix(b + 28, byteAt(gap.thats, k), breaks, pos)
  out[30] = mix(b + 30, cue.lemma, marks, words)
  return 31
}

/** Of word `k` of the window as the last. */
export function endFeatures(f: Frame, type: number, k: number, out: Uint32Array): number {
  const { r, cue, gap, window } = f
  const i = window.from + k
  const b = endBase(type, sideOf(f, k))
  const next = at(r.form, r, i, 1)
  const second = at(r.form, r, i, 2)
  const pos = byteAt(r.pos, i)
  const nextPos = at(r.pos, r, i, 1)
  const secondPos = at(r.pos, r, i, 2)
  const thirdPos = at(r.pos, r, i, 3)
  const closes = byteAt(r.closes, i)
  const marks = marksAt(r, i, 1)
  const words = byteAt(gap.words, k)
  const quoted = isQuoted(r, i)
  const quotedAfter = at(r.quoted, r, i, 1) >= 0 ? 1 : 0
  const last = Math.min(window.to, i + 1 + byteAt(r.left, i))
  const verbsAfter = Math.min(3, intAt(r.sums.verbs, last) - intAt(r.sums.verbs, i + 1))
  out[0] = mix(b + 1, intAt(r.form, i))
  out[1] = mix(b + 2, next)
  out[2] = mix(b + 3, intAt(r.form, i), next)
  out[3] = mix(b + 4, next, second)
  out[4] = mix(b + 5, pos, nextPos)
  out[5] = mix(b + 6, pos, nextPos, secondPos)
  out[6] = mix(b + 11, closes, quoted, marks)
  out[7] = mix(b + 12, closes, pos)
  out[8] = mix(b + 16, next, secondPos)
  out[9] = mix(b + 17, bucket(byteAt(r.left, i)), closes)
  out[10] = mix(b + 18, nextPos, secondPos, thirdPos)
  out[11] = mix(b + 22, byteAt(r.shape, i), pos, nextPos)
  out[12] = mix(b + 25, byteAt(r.heading, i), closes)
  out[13] = mix(b + 26, at(r.listed, r, i, 1), at(r.listed, r, i, 2), at(r.listed, r, i, 3))
  out[14] = mix(b + 27, second, nextPos)
  out[15] = mix(b + 28, at(r.pos, r, i, -1), pos, nextPos)
  out[16] = mix(b + 31, next, secondPos, thirdPos)
  out[17] = mix(b + 7, words, closes)
  out[18] = mix(b + 8, words, pos)
  out[19] = mix(b + 13, marks, words)
  out[20] = mix(b + 29, next, words)
  out[21] = mix(b + 9, cue.lemma, pos, nextPos)
  out[22] = mix(b + 10, cue.lemma, next)
  out[23] = mix(b + 14, quoted * 4 + quotedAfter * 2 + isQuoted(r, window.cue.from), pos)
  out[24] = mix(b + 15, byteAt(gap.breaks, k), byteAt(gap.verbs, k), closes)
  out[25] = mix(b + 19, next, verbsAfter)
  out[26] = mix(b + 20, next, secondPos, verbsAfter)
  out[27] = mix(b + 21, next, second, verbsAfter)
  out[28] = mix(b + 23, cue.lemma, closes)
  out[29] = mix(b + 24, cue.last, closes, nextPos)
  out[30] = mix(b + 30, cue.suffix, nextPos, words)
  return 31
}
