/** Hashed features of a Frame, written into `out`: of a word in or outside a segment, of a segment, of the order of the parts. */
import { byteAt, intAt } from '../../../text/item-at.js'
import type { Reading } from '../reading.js'
import { columnsAt, templatesOf } from '../../../text/templates.js'
import { mix, mixTemplates } from './model.js'
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
  const opens = opensSentence(r, from)
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

// ---- edges of a segment

const distances = [-2, -1, 0, 1, 2, 3]
const edgeColumns = [
  '0',
  ...columnsAt(distances, ['form', 'pos', 'listed']),
  ...'lemma last suffix words breaks verbs thats opens closes marks shape heading quoted quotes sentences left'.split(
    ' ',
  ),
  'verbsAfter',
]
const edgeValues = new Int32Array(edgeColumns.length)

const startTemplates = templatesOf(
  edgeColumns,
  3,
  `form, form-1, form-1 form, form form+1, pos-1 pos, pos pos+1, pos-1 pos pos+1, words opens, words pos,
  words lemma, lemma form, lemma pos, last form, last pos words, opens quoted marks, opens pos,
  marks words, quotes pos, breaks verbs opens, breaks pos-1 verbs, form words, form-1 words,
  shape pos words, suffix pos words, sentences quoted, form-1 pos, pos-2 pos-1 pos, thats breaks pos,
  heading pos words, lemma marks words, pos pos+1 pos+2`,
)
const endTemplates = templatesOf(
  edgeColumns,
  3,
  `form, form+1, form form+1, form+1 form+2, pos pos+1, pos pos+1 pos+2, words closes, words pos,
  lemma pos pos+1, lemma form+1, closes quoted marks, closes pos, marks words, quotes pos,
  breaks verbs closes, form+1 pos+2, left closes, pos+1 pos+2 pos+3, form+1 verbsAfter,
  form+1 pos+2 verbsAfter, form+1 form+2 verbsAfter, shape pos pos+1, lemma closes, last closes pos+1,
  heading closes, listed+1 listed+2 listed+3, form+2 pos+1, pos-1 pos pos+1, form+1 words,
  suffix pos+1 words, form+1 pos+2 pos+3`,
)

/** Of word `k` of the window as the first. */
export function startFeatures(f: Frame, type: number, k: number, out: Uint32Array): number {
  lookAround(f, k, -1)
  return mixTemplates(startTemplates, edgeValues, (100 + type * 2 + sideOf(f, k)) * 40, out)
}

/** Of word `k` of the window as the last. */
export function endFeatures(f: Frame, type: number, k: number, out: Uint32Array): number {
  lookAround(f, k, 1)
  return mixTemplates(endTemplates, edgeValues, (110 + type * 2 + sideOf(f, k)) * 40, out)
}

/** Fills the columns of word `k`; `beyond`: where the segment does not go on. */
function lookAround({ r, cue, gap, window }: Frame, k: number, beyond: 1 | -1): void {
  const i = window.from + k
  const quoted = isQuoted(r, i)
  const last = Math.min(window.to, i + 1 + byteAt(r.left, i))
  let n = 1
  for (const d of distances) {
    edgeValues[n++] = at(r.form, r, i, d)
    edgeValues[n++] = at(r.pos, r, i, d)
    edgeValues[n++] = at(r.listed, r, i, d)
  }
  const others = [
    cue.lemma,
    cue.last,
    cue.suffix,
    byteAt(gap.words, k),
    byteAt(gap.breaks, k),
    byteAt(gap.verbs, k),
    byteAt(gap.thats, k),
    opensSentence(r, i),
    byteAt(r.closes, i),
    byteAt(r.mark, i) * 4 + Math.abs(at(r.mark, r, i, beyond)),
    byteAt(r.shape, i),
    byteAt(r.heading, i),
    quoted,
    quoted * 4 + (at(r.quoted, r, i, beyond) >= 0 ? 2 : 0) + isQuoted(r, window.cue.from),
    intAt(r.sentence, i) - intAt(r.sentence, window.cue.from),
    bucket(byteAt(r.left, i)),
    Math.min(3, intAt(r.sums.verbs, last) - intAt(r.sums.verbs, i + 1)),
  ]
  for (const other of others) edgeValues[n++] = other
}

function opensSentence(r: Reading, i: number): number {
  return i === 0 || r.sentence[i] !== r.sentence[i - 1] ? 1 : 0
}
