/** Candidate cues with their probability, rather too many than too few. */
import { itemAt, byteAt, intAt } from '../../../text/item-at.js'
import { labels, likelyStretches, posterior } from './chain.js'
import { type WordRange, type Reading, posOf } from '../reading.js'
import { type Table, mix } from './model.js'

export const cueFeatureCount = 62

/** `opens`: probability that a cue of any length begins there. */
export type Cue = WordRange & { readonly probability: number; readonly opens: number }

/** What a candidate must have, probability among all labellings of its sentence and words. */
const limits = { least: 0.05, longest: 12 }

export function findCues(r: Reading, table: Table, transitions: Float64Array): Cue[] {
  const cues: Cue[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    if (i < r.size && r.sentence[i] === r.sentence[i - 1]) continue
    const start = from
    const scores = scoresOf(r, start, i - start, table)
    const sums = posterior(scores, i - start, transitions)
    for (const one of likelyStretches(scores, i - start, transitions, sums, limits))
      cues.push({ ...one, from: start + one.from, to: start + one.to })
    from = i
  }
  return cues
}

const features = new Uint32Array(cueFeatureCount)

function scoresOf(r: Reading, from: number, size: number, table: Table): Float64Array {
  const scores = new Float64Array(size * labels)
  for (let k = 0; k < size; k++) {
    cueFeatures(r, from + k, features, 0)
    for (const feature of features) {
      const at = (feature & table.mask) * labels
      for (let l = 0; l < labels; l++)
        scores[k * labels + l] = (scores[k * labels + l] ?? 0) + (table.weights[at + l] ?? 0)
    }
  }
  for (let at = 0; at < scores.length; at++) scores[at] = itemAt(scores, at) * table.scale
  return scores
}

const verb = posOf('VERB')
const noun = posOf('NOUN')
const name = posOf('PROPN')
const pronoun = posOf('PRON')
const aux = posOf('AUX')
const punctuation = posOf('PUNCT')

/** Writes the features of word `i` into `out` from `at` on. */
export function cueFeatures(r: Reading, i: number, out: Uint32Array, at: number): void {
  const inside = (j: number): boolean => j >= 0 && j < r.size && r.block[j] === r.block[i]
  const form = (d: number): number => (inside(i + d) ? intAt(r.form, i + d) : d)
  const lemma = (d: number): number => (inside(i + d) ? intAt(r.lemma, i + d) : d)
  const pos = (d: number): number => (inside(i + d) ? byteAt(r.pos, i + d) : 0)
  const mark = (d: number): number => (inside(i + d) ? byteAt(r.mark, i + d) : 3)
  const listed = (d: number): number => (inside(i + d) ? byteAt(r.listed, i + d) : 3)
  const l = lemma(0)
  const p = pos(0)
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const c = contextOf(r, i)
  const openSoon = mark(1) === 1 ? 1 : mark(2) === 1 ? 2 : mark(3) === 1 ? 3 : mark(4) === 1 ? 4 : 0
  const closedJust = mark(-1) === 2 ? 1 : mark(-2) === 2 ? 2 : mark(-3) === 2 ? 3 : mark(-4) === 2 ? 4 : 0
  const features = [
    mix(1, form(0)),
    mix(2, l),
    mix(3, p),
    mix(4, intAt(r.suffix, i), p),
    mix(5, form(-1), form(0)),
    mix(6, form(0), form(1)),
    mix(7, form(-1)),
    mix(8, form(1)),
    mix(9, form(-2)),
    mix(10, form(2)),
    mix(11, pos(-1), p),
    mix(12, p, pos(1)),
    mix(13, pos(-1), p, pos(1)),
    mix(14, l, pos(-1)),
    mix(15, l, pos(1)),
    mix(16, l, form(1)),
    mix(17, l, form(2)),
    mix(18, l, openSoon),
    mix(19, l, closedJust),
    mix(20, quoted, p),
    mix(21, l, quoted),
    mix(22, pos(-2), pos(-1), p),
    mix(23, p, pos(1), pos(2)),
    mix(24, lemma(-1), l),
    mix(25, l, lemma(1)),
    mix(26, byteAt(r.shape, i), p),
    mix(27, c.place),
    mix(28, l, c.thatSoon),
    mix(29, p, c.thatSoon, listed(0)),
    mix(30, l, c.endsSentence),
    mix(31, l, c.afterBreak),
    mix(32, l, byteAt(r.heading, i)),
    mix(33, p, c.hasQuotes, quoted),
    mix(34, byteAt(r.heading, i), form(0)),
    mix(35, lemma(-1), p),
    mix(36, lemma(1), p),
    mix(37, c.verbBefore, p),
    mix(38, c.subject, p),
    mix(39, c.subjectPos, l),
    mix(40, listed(-1), listed(0), listed(1)),
    mix(41, form(1), form(2)),
    mix(42, form(-2), form(-1)),
    mix(43, c.verbAfter, p),
    mix(44, listed(0), openSoon, closedJust),
    mix(45, p, openSoon, closedJust),
    mix(46, form(0), form(1), form(2)),
    mix(47, form(-1), form(0), form(1)),
    mix(48, l, pos(1), pos(2)),
    mix(49, l, pos(-2), pos(-1)),
    mix(50, lemma(2), p),
    mix(51, lemma(-2), p),
    mix(52, pos(1), pos(2), pos(3)),
    mix(53, l, pos(2), pos(3)),
    mix(54, l, c.verbBefore),
    mix(55, l, c.verbsBefore),
    mix(56, p, c.verbsBefore, c.afterBreak),
    mix(57, l, c.subject),
    mix(58, lemma(-1), l, form(1)),
    mix(59, form(3), p),
    mix(60, form(-3), p),
    mix(61, l, form(-1)),
    mix(62, intAt(r.suffix, i), pos(-1), pos(1)),
  ]
  out.set(features, at)
}

type Context = {
  place: number
  thatSoon: number
  endsSentence: number
  afterBreak: number
  hasQuotes: number
  verbBefore: number
  verbAfter: number
  verbsBefore: number
  subject: number
  subjectPos: number
}

/** What the rest of the sentence shows: verbs on either side, the nearest subject, quotation marks. */
function contextOf(r: Reading, i: number): Context {
  const c: Context = {
    place: 0, thatSoon: 0, endsSentence: 0, afterBreak: 0, hasQuotes: 0, verbBefore: 0, verbAfter: 0,
    verbsBefore: 0, subject: 0, subjectPos: 0,
  } // prettier-ignore
  const sentence = r.sentence[i]
  let j = i - 1
  for (; j >= 0 && r.sentence[j] === sentence && i - j < 40; j--) {
    const p = byteAt(r.pos, j)
    if (r.mark[j]) c.hasQuotes = 1
    if (p === verb || p === aux) {
      if (c.verbBefore === 0 && p === verb && i - j <= 7) c.verbBefore = intAt(r.lemma, j)
      if (c.verbsBefore < 3) c.verbsBefore++
    }
    if (c.subject === 0 && i - j <= 10 && (p === noun || p === name || p === pronoun)) {
      c.subject = p === name ? 1 : intAt(r.lemma, j)
      c.subjectPos = p * 4 + Math.min(3, i - j - 1)
    }
  }
  c.place = Math.min(6, i - j - 1)
  const before = i - 1
  c.afterBreak = c.place === 0 ? 2 : r.mark[before] === 2 || r.pos[before] === punctuation ? 1 : 0
  const words = r.words
  for (j = i + 1; j < r.size && r.sentence[j] === sentence && j - i < 40; j++) {
    const p = byteAt(r.pos, j)
    if (r.mark[j]) c.hasQuotes = 1
    if (j - i <= 6 && c.thatSoon === 0 && words[j]?.lower === 'that') c.thatSoon = j - i === 1 ? 1 : 2
    if (c.verbAfter === 0 && p === verb && j - i <= 6) c.verbAfter = intAt(r.lemma, j)
  }
  const left = j - i - 1
  c.endsSentence = left <= 1 ? 1 : left <= 4 ? 2 : 0
  return c
}
