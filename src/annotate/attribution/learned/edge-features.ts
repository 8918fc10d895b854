/**
 * In:    a Frame and a word of its window as the first or last of a source or content segment.
 * Out:   hashed features of it, written into `out`; how many.
 * Never: weighs anything.
 */
import { byteAt, intAt } from '../../../text/item-at.js'
import type { Reading } from '../reading.js'
import { mix } from './feature-hash.js'
import { at, bucket, type Frame, isQuoted, sideOf } from './frame.js'

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
