/**
 * In:    a Reading and a window around a cue.
 * Out:   hashed features of source (S) and content (C) segments there: of a word as first, last or inner word, of a
 *        word outside, of a pair of ends, and of the order of the parts.
 * Never: weighs anything.
 */
import { hashString, mix } from './feature-hash.js'
import type { Window } from './frame-window.js'
import { posOf, type Reading } from './reading.js'

export const startCount = 31
export const endCount = 31
export const insideCount = 6
export const outsideCount = 6
export const pairCount = 17
export const patternCount = 15

const verb = posOf('VERB')
const aux = posOf('AUX')
const punctuation = posOf('PUNCT')
const and = hashString('and')
const but = hashString('but')
const that = hashString('that')
const comma = hashString(',')

/** Segment types as numbers. */
export const source = 0
export const content = 1

/** Counts up to each word of a window, so that any stretch is counted by one subtraction. */
type Sums = {
  verbs: Int32Array
  breaks: Int32Array
  commas: Int32Array
  joins: Int32Array
  thats: Int32Array
}

export type Frame = {
  readonly r: Reading
  readonly window: Window
  readonly size: number
  readonly sums: Sums
  /** Lemma and suffix of the cue's head, forms of its first and last word, its parts of speech in one number. */
  readonly cue: { lemma: number; suffix: number; first: number; last: number; pos: number }
}

export function frameOf(r: Reading, window: Window): Frame {
  const size = window.to - window.from
  const empty = (): Int32Array => new Int32Array(size + 1)
  const sums: Sums = { verbs: empty(), breaks: empty(), commas: empty(), joins: empty(), thats: empty() }
  for (let k = 0; k < size; k++) {
    const i = window.from + k
    const form = r.form[i] ?? 0
    const pos = r.pos[i] ?? 0
    const add = (counts: Int32Array, more: boolean): void => {
      counts[k + 1] = (counts[k] ?? 0) + (more ? 1 : 0)
    }
    add(sums.verbs, pos === verb || pos === aux)
    add(sums.breaks, pos === punctuation && (r.mark[i] ?? 0) === 0)
    add(sums.commas, form === comma)
    add(sums.joins, form === and || form === but)
    add(sums.thats, form === that)
  }
  return { r, window, size, sums, cue: cueShape(r, window.cue) }
}

function cueShape(r: Reading, cue: Window['cue']): Frame['cue'] {
  let head = cue.to - 1
  for (let i = cue.from; i < cue.to; i++) if (r.pos[i] === verb) head = i
  let pos = 0
  for (let i = cue.from; i < cue.to && i < cue.from + 5; i++) pos = pos * 20 + (r.pos[i] ?? 0)
  return {
    lemma: r.lemma[head] ?? 0,
    suffix: r.suffix[head] ?? 0,
    first: r.form[cue.from] ?? 0,
    last: r.form[cue.to - 1] ?? 0,
    pos,
  }
}

/** 0..7 for 0, 1, 2, 3, 4-5, 6-8, 9-14, more. */
function bucket(count: number): number {
  if (count <= 3) return count
  return count <= 5 ? 4 : count <= 8 ? 5 : count <= 14 ? 6 : 7
}

/** The word `d` away, or a stand-in beyond the block. */
function at(values: ArrayLike<number>, r: Reading, i: number, d: number): number {
  const j = i + d
  return j >= 0 && j < r.size && r.block[j] === r.block[i] ? (values[j] ?? 0) : -d
}

const sideOf = (f: Frame, k: number): number => (f.window.from + k < f.window.cue.from ? 0 : 1)

/** Words, punctuation, verbs and "that" between word `k` and the cue. */
function between(f: Frame, k: number): { words: number; breaks: number; verbs: number; thats: number } {
  const { window, sums } = f
  const right = window.from + k >= window.cue.to
  const a = right ? window.cue.to - window.from : k + 1
  const b = right ? k : window.cue.from - window.from
  const count = (s: Int32Array): number => Math.min(3, (s[b] ?? 0) - (s[a] ?? 0))
  return {
    words: bucket(b - a),
    breaks: count(sums.breaks),
    verbs: count(sums.verbs),
    thats: count(sums.thats),
  }
}

export function startFeatures(f: Frame, type: number, k: number, out: Uint32Array): void {
  const { r, cue } = f
  const i = f.window.from + k
  const b = 100 + type * 2 + sideOf(f, k)
  const gap = between(f, k)
  const form = (d: number): number => at(r.form, r, i, d)
  const pos = (d: number): number => at(r.pos, r, i, d)
  const opens = i === 0 || r.sentence[i] !== r.sentence[i - 1] ? 1 : 0
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const before = at(r.quoted, r, i, -1) >= 0 ? 1 : 0
  const cueQuoted = (r.quoted[f.window.cue.from] ?? -1) >= 0 ? 1 : 0
  const mark = (r.mark[i] ?? 0) * 4 + Math.abs(at(r.mark, r, i, -1))
  const away = (r.sentence[i] ?? 0) - (r.sentence[f.window.cue.from] ?? 0)
  let n = 0
  const put = (template: number, x: number, y = 0, z = 0): void => {
    out[n++] = mix(b * 40 + template, x, y, z)
  }
  put(1, form(0))
  put(2, form(-1))
  put(3, form(-1), form(0))
  put(4, form(0), form(1))
  put(5, pos(-1), pos(0))
  put(6, pos(0), pos(1))
  put(7, pos(-1), pos(0), pos(1))
  put(8, gap.words, opens)
  put(9, gap.words, pos(0))
  put(10, gap.words, cue.lemma)
  put(11, cue.lemma, form(0))
  put(12, cue.lemma, pos(0))
  put(13, cue.last, form(0))
  put(14, cue.last, pos(0), gap.words)
  put(15, opens, quoted, mark)
  put(16, opens, pos(0))
  put(17, mark, gap.words)
  put(18, quoted * 4 + before * 2 + cueQuoted, pos(0))
  put(19, gap.breaks, gap.verbs, opens)
  put(20, gap.breaks, pos(-1), gap.verbs)
  put(21, form(0), gap.words)
  put(22, form(-1), gap.words)
  put(23, r.shape[i] ?? 0, pos(0), gap.words)
  put(24, cue.suffix, pos(0), gap.words)
  put(25, away, quoted)
  put(26, form(-1), pos(0))
  put(27, pos(-2), pos(-1), pos(0))
  put(28, gap.thats, gap.breaks, pos(0))
  put(29, r.heading[i] ?? 0, pos(0), gap.words)
  put(30, cue.lemma, mark, gap.words)
  put(31, pos(0), pos(1), pos(2))
}

export function endFeatures(f: Frame, type: number, k: number, out: Uint32Array): void {
  const { r, cue, sums } = f
  const i = f.window.from + k
  const b = 110 + type * 2 + sideOf(f, k)
  const gap = between(f, k)
  const form = (d: number): number => at(r.form, r, i, d)
  const pos = (d: number): number => at(r.pos, r, i, d)
  const rest = wordsLeft(r, i)
  const closes = closesSentence(r, i)
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const after = at(r.quoted, r, i, 1) >= 0 ? 1 : 0
  const cueQuoted = (r.quoted[f.window.cue.from] ?? -1) >= 0 ? 1 : 0
  const mark = (r.mark[i] ?? 0) * 4 + Math.abs(at(r.mark, r, i, 1))
  const verbsAfter = Math.min(3, (sums.verbs[Math.min(f.size, k + 1 + rest)] ?? 0) - (sums.verbs[k + 1] ?? 0))
  let n = 0
  const put = (template: number, x: number, y = 0, z = 0): void => {
    out[n++] = mix(b * 40 + template, x, y, z)
  }
  put(1, form(0))
  put(2, form(1))
  put(3, form(0), form(1))
  put(4, form(1), form(2))
  put(5, pos(0), pos(1))
  put(6, pos(0), pos(1), pos(2))
  put(7, gap.words, closes)
  put(8, gap.words, pos(0))
  put(9, cue.lemma, pos(0), pos(1))
  put(10, cue.lemma, form(1))
  put(11, closes, quoted, mark)
  put(12, closes, pos(0))
  put(13, mark, gap.words)
  put(14, quoted * 4 + after * 2 + cueQuoted, pos(0))
  put(15, gap.breaks, gap.verbs, closes)
  put(16, form(1), pos(2))
  put(17, bucket(rest), closes)
  put(18, pos(1), pos(2), pos(3))
  put(19, form(1), verbsAfter)
  put(20, form(1), pos(2), verbsAfter)
  put(21, form(1), form(2), verbsAfter)
  put(22, r.shape[i] ?? 0, pos(0), pos(1))
  put(23, cue.lemma, closes)
  put(24, cue.last, closes, pos(1))
  put(25, r.heading[i] ?? 0, closes)
  put(26, at(r.listed, r, i, 1), at(r.listed, r, i, 2), at(r.listed, r, i, 3))
  put(27, form(2), pos(1))
  put(28, pos(-1), pos(0), pos(1))
  put(29, form(1), gap.words)
  put(30, cue.suffix, pos(1), gap.words)
  put(31, form(1), pos(2), pos(3))
}

/** Words from `i` to the end of its sentence, without `i`. */
function wordsLeft(r: Reading, i: number): number {
  let j = i + 1
  while (j < r.size && r.sentence[j] === r.sentence[i] && j - i < 60) j++
  return j - i - 1
}

/** Whether only punctuation stands between `i` and the end of its sentence. */
function closesSentence(r: Reading, i: number): number {
  let j = i + 1
  while (j < r.size && r.sentence[j] === r.sentence[i]) {
    if (r.pos[j] !== punctuation) return 0
    j++
  }
  return 1
}

export function insideFeatures(f: Frame, type: number, k: number, out: Uint32Array): void {
  const { r } = f
  const i = f.window.from + k
  const b = (120 + type * 2 + sideOf(f, k)) * 40
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const away = (r.sentence[i] ?? 0) - (r.sentence[f.window.cue.from] ?? 0)
  const pos = r.pos[i] ?? 0
  out[0] = mix(b + 1, r.form[i] ?? 0)
  out[1] = mix(b + 2, pos)
  out[2] = mix(b + 3, quoted, away)
  out[3] = mix(b + 4, r.mark[i] ?? 0, quoted)
  out[4] = mix(b + 5, at(r.pos, r, i, -1), pos)
  out[5] = mix(b + 6, r.listed[i] ?? 0, pos, quoted)
}

export function outsideFeatures(f: Frame, outsideClass: number, k: number, out: Uint32Array): void {
  const { r } = f
  const i = f.window.from + k
  const b = (130 + outsideClass) * 40
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const away = (r.sentence[i] ?? 0) - (r.sentence[f.window.cue.from] ?? 0)
  const pos = r.pos[i] ?? 0
  out[0] = mix(b + 1, r.form[i] ?? 0)
  out[1] = mix(b + 2, pos)
  out[2] = mix(b + 3, quoted, away)
  out[3] = mix(b + 4, r.mark[i] ?? 0, quoted)
  out[4] = mix(b + 5, at(r.pos, r, i, -1), pos)
  out[5] = mix(b + 6, between(f, k).words, pos)
}

/** Features of the stretch from word `k` to before word `e` as one segment. */
export function pairFeatures(f: Frame, type: number, k: number, e: number, out: Uint32Array): void {
  const { r, cue, sums } = f
  const i = f.window.from + k
  const j = f.window.from + e - 1
  const b = (140 + type * 2 + sideOf(f, k)) * 40
  const length = e - k
  const long =
    length <= 6 ? length : length <= 9 ? 7 : length <= 14 ? 8 : length <= 22 ? 9 : length <= 35 ? 10 : 11
  const count = (s: Int32Array, most: number): number => Math.min(most, (s[e] ?? 0) - (s[k] ?? 0))
  const commas = count(sums.commas, 3)
  const verbs = count(sums.verbs, 4)
  const joins = count(sums.joins, 2)
  const closes = closesSentence(r, j)
  const quotes = quotationShape(r, i, j)
  const adjacent = i === f.window.cue.to || j + 1 === f.window.cue.from ? 1 : 0
  const across = Math.min(3, (r.sentence[j] ?? 0) - (r.sentence[i] ?? 0))
  const p = r.pos[i] ?? 0
  const q = r.pos[j] ?? 0
  out[0] = mix(b + 1, long)
  out[1] = mix(b + 2, quotes, adjacent)
  out[2] = mix(b + 3, quotes, long)
  out[3] = mix(b + 4, r.form[i] ?? 0, closes)
  out[4] = mix(b + 5, p, q)
  out[5] = mix(b + 6, commas, closes, joins)
  out[6] = mix(b + 7, adjacent, closes, quotes)
  out[7] = mix(b + 8, verbs, long)
  out[8] = mix(b + 9, at(r.form, r, i, -1), at(r.form, r, j, 1))
  out[9] = mix(b + 10, cue.lemma, long)
  out[10] = mix(b + 11, cue.lemma, Math.min(1, verbs), closes)
  out[11] = mix(b + 12, at(r.pos, r, i, -1), at(r.pos, r, j, 1))
  out[12] = mix(b + 13, r.form[i] ?? 0, r.form[j] ?? 0)
  out[13] = mix(b + 14, across, quotes)
  out[14] = mix(b + 15, at(r.pos, r, j, 1), verbs, Math.min(1, commas))
  out[15] = mix(b + 16, p, at(r.form, r, j, 1), Math.min(1, verbs))
  out[16] = mix(b + 17, r.form[i] ?? 0, at(r.form, r, j, 1), Math.min(1, verbs))
}

/** 0 no quotation, 1 quotations whole, 2 inside one, 3 exactly one, 4 begins or ends within one. */
function quotationShape(r: Reading, i: number, j: number): number {
  const a = r.quoted[i] ?? -1
  const z = r.quoted[j] ?? -1
  if (a >= 0 && a === z) return r.mark[i] === 1 && r.mark[j] === 2 ? 3 : 2
  if (a >= 0 && r.mark[i] !== 1 && r.mark[i - 1] !== 1) return 4
  if (z >= 0 && r.mark[j] !== 2) return 4
  if (a >= 0 || z >= 0) return 1
  for (let k = i; k <= j; k++) if (r.mark[k]) return 1
  return 0
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
  out[9] = mix(b + 10, p, opens, closesSentence(r, to - 1))
  out[10] = mix(b + 11, p, cue.suffix)
  out[11] = mix(b + 12, p, cue.lemma, pos(to - 1, 1))
  out[12] = mix(b + 13, p, r.heading[from] ?? 0, opens)
  out[13] = mix(b + 14, p, cue.lemma, pos(from, -1))
  out[14] = mix(b + 15, p, pos(to - 1, 1), pos(to - 1, 2))
}
