/**
 * In:    a word as the first or last of a source or content segment, and the Frame that asks.
 * Out:   hashed features of it, always the same number, in three parts by what else they ask: nothing; how many words
 *        stand between it and the cue (`near`); the cue itself. The windows of neighbouring cues share the first two
 *        (frame-words.ts).
 * Never: weighs anything.
 */
import { byteAt, intAt } from '../../text/item-at.js'
import { mix } from './feature-hash.js'
import { at, bucket, type Frame, isQuoted, sideOf } from './frame.js'
import type { Reading } from './reading.js'

/** Writes features of word `i` of the article from `out[n]` on. */
type Plain = (r: Reading, type: number, side: number, i: number, out: Uint32Array, n: number) => void
/** `words`: `Frame.gap`'s. */
type Near = (
  r: Reading,
  type: number,
  side: number,
  i: number,
  words: number,
  out: Uint32Array,
  n: number,
) => void
/** Of word `k` of the window. */
type Cued = (f: Frame, type: number, k: number, out: Uint32Array, n: number) => void

export type Edge = {
  /** How many features each part has. */
  readonly counts: readonly [plain: number, near: number, cued: number]
  readonly plain: Plain
  readonly near: Near
  readonly cued: Cued
}

const startBase = (type: number, side: number): number => (100 + type * 2 + side) * 40
const endBase = (type: number, side: number): number => (110 + type * 2 + side) * 40
const opensAt = (r: Reading, i: number): number => (i === 0 || r.sentence[i] !== r.sentence[i - 1] ? 1 : 0)
/** The mark at a word and the one `d` away. */
const marksAt = (r: Reading, i: number, d: number): number =>
  byteAt(r.mark, i) * 4 + Math.abs(at(r.mark, r, i, d))

export const start: Edge = {
  counts: [12, 7, 12],
  plain(r, type, side, i, out, n) {
    const b = startBase(type, side)
    const form = intAt(r.form, i)
    const formBefore = at(r.form, r, i, -1)
    const pos = byteAt(r.pos, i)
    const before = at(r.pos, r, i, -1)
    const after = at(r.pos, r, i, 1)
    out[n] = mix(b + 1, form)
    out[n + 1] = mix(b + 2, formBefore)
    out[n + 2] = mix(b + 3, formBefore, form)
    out[n + 3] = mix(b + 4, form, at(r.form, r, i, 1))
    out[n + 4] = mix(b + 5, before, pos)
    out[n + 5] = mix(b + 6, pos, after)
    out[n + 6] = mix(b + 7, before, pos, after)
    out[n + 7] = mix(b + 15, opensAt(r, i), isQuoted(r, i), marksAt(r, i, -1))
    out[n + 8] = mix(b + 16, opensAt(r, i), pos)
    out[n + 9] = mix(b + 26, formBefore, pos)
    out[n + 10] = mix(b + 27, at(r.pos, r, i, -2), before, pos)
    out[n + 11] = mix(b + 31, pos, after, at(r.pos, r, i, 2))
  },
  near(r, type, side, i, words, out, n) {
    const b = startBase(type, side)
    const pos = byteAt(r.pos, i)
    out[n] = mix(b + 8, words, opensAt(r, i))
    out[n + 1] = mix(b + 9, words, pos)
    out[n + 2] = mix(b + 17, marksAt(r, i, -1), words)
    out[n + 3] = mix(b + 21, intAt(r.form, i), words)
    out[n + 4] = mix(b + 22, at(r.form, r, i, -1), words)
    out[n + 5] = mix(b + 23, byteAt(r.shape, i), pos, words)
    out[n + 6] = mix(b + 29, byteAt(r.heading, i), pos, words)
  },
  cued(f, type, k, out, n) {
    const { r, cue, gap, window } = f
    const i = window.from + k
    const b = startBase(type, sideOf(f, k))
    const words = byteAt(gap.words, k)
    const breaks = byteAt(gap.breaks, k)
    const verbs = byteAt(gap.verbs, k)
    const form = intAt(r.form, i)
    const pos = byteAt(r.pos, i)
    const quoted = isQuoted(r, i)
    const before = at(r.quoted, r, i, -1) >= 0 ? 1 : 0
    const away = intAt(r.sentence, i) - intAt(r.sentence, window.cue.from)
    out[n] = mix(b + 10, words, cue.lemma)
    out[n + 1] = mix(b + 11, cue.lemma, form)
    out[n + 2] = mix(b + 12, cue.lemma, pos)
    out[n + 3] = mix(b + 13, cue.last, form)
    out[n + 4] = mix(b + 14, cue.last, pos, words)
    out[n + 5] = mix(b + 18, quoted * 4 + before * 2 + isQuoted(r, window.cue.from), pos)
    out[n + 6] = mix(b + 19, breaks, verbs, opensAt(r, i))
    out[n + 7] = mix(b + 20, breaks, at(r.pos, r, i, -1), verbs)
    out[n + 8] = mix(b + 24, cue.suffix, pos, words)
    out[n + 9] = mix(b + 25, away, quoted)
    out[n + 10] = mix(b + 28, byteAt(gap.thats, k), breaks, pos)
    out[n + 11] = mix(b + 30, cue.lemma, marksAt(r, i, -1), words)
  },
}

export const end: Edge = {
  counts: [17, 4, 10],
  plain(r, type, side, i, out, n) {
    const b = endBase(type, side)
    const form = intAt(r.form, i)
    const next = at(r.form, r, i, 1)
    const second = at(r.form, r, i, 2)
    const pos = byteAt(r.pos, i)
    const nextPos = at(r.pos, r, i, 1)
    const secondPos = at(r.pos, r, i, 2)
    const thirdPos = at(r.pos, r, i, 3)
    const closes = byteAt(r.closes, i)
    out[n] = mix(b + 1, form)
    out[n + 1] = mix(b + 2, next)
    out[n + 2] = mix(b + 3, form, next)
    out[n + 3] = mix(b + 4, next, second)
    out[n + 4] = mix(b + 5, pos, nextPos)
    out[n + 5] = mix(b + 6, pos, nextPos, secondPos)
    out[n + 6] = mix(b + 11, closes, isQuoted(r, i), marksAt(r, i, 1))
    out[n + 7] = mix(b + 12, closes, pos)
    out[n + 8] = mix(b + 16, next, secondPos)
    out[n + 9] = mix(b + 17, bucket(byteAt(r.left, i)), closes)
    out[n + 10] = mix(b + 18, nextPos, secondPos, thirdPos)
    out[n + 11] = mix(b + 22, byteAt(r.shape, i), pos, nextPos)
    out[n + 12] = mix(b + 25, byteAt(r.heading, i), closes)
    out[n + 13] = mix(b + 26, at(r.listed, r, i, 1), at(r.listed, r, i, 2), at(r.listed, r, i, 3))
    out[n + 14] = mix(b + 27, second, nextPos)
    out[n + 15] = mix(b + 28, at(r.pos, r, i, -1), pos, nextPos)
    out[n + 16] = mix(b + 31, next, secondPos, thirdPos)
  },
  near(r, type, side, i, words, out, n) {
    const b = endBase(type, side)
    out[n] = mix(b + 7, words, byteAt(r.closes, i))
    out[n + 1] = mix(b + 8, words, byteAt(r.pos, i))
    out[n + 2] = mix(b + 13, marksAt(r, i, 1), words)
    out[n + 3] = mix(b + 29, at(r.form, r, i, 1), words)
  },
  cued(f, type, k, out, n) {
    const { r, cue, gap, window } = f
    const i = window.from + k
    const b = endBase(type, sideOf(f, k))
    const next = at(r.form, r, i, 1)
    const pos = byteAt(r.pos, i)
    const nextPos = at(r.pos, r, i, 1)
    const closes = byteAt(r.closes, i)
    const after = at(r.quoted, r, i, 1) >= 0 ? 1 : 0
    const { verbs } = r.sums
    const last = Math.min(window.to, i + 1 + byteAt(r.left, i))
    const verbsAfter = Math.min(3, intAt(verbs, last) - intAt(verbs, i + 1))
    out[n] = mix(b + 9, cue.lemma, pos, nextPos)
    out[n + 1] = mix(b + 10, cue.lemma, next)
    out[n + 2] = mix(b + 14, isQuoted(r, i) * 4 + after * 2 + isQuoted(r, window.cue.from), pos)
    out[n + 3] = mix(b + 15, byteAt(gap.breaks, k), byteAt(gap.verbs, k), closes)
    out[n + 4] = mix(b + 19, next, verbsAfter)
    out[n + 5] = mix(b + 20, next, at(r.pos, r, i, 2), verbsAfter)
    out[n + 6] = mix(b + 21, next, at(r.form, r, i, 2), verbsAfter)
    out[n + 7] = mix(b + 23, cue.lemma, closes)
    out[n + 8] = mix(b + 24, cue.last, closes, nextPos)
    out[n + 9] = mix(b + 30, cue.suffix, nextPos, byteAt(gap.words, k))
  },
}
