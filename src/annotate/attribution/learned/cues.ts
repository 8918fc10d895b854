/** Candidate cues with their probability, rather too many than too few. */
import { itemAt, byteAt, intAt } from '../../../text/item-at.js'
import { labels, likelyStretches, posterior } from './chain.js'
import { type WordRange, type Reading, posOf } from '../reading.js'
import { columnsAt, templatesOf } from '../../../text/templates.js'
import { mixTemplates, type Table } from './model.js'

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

const distances = [-3, -2, -1, 0, 1, 2, 3]
const columns = [
  '0',
  ...columnsAt(distances, ['form', 'lemma', 'pos', 'listed']),
  ...'suffix shape heading quoted openSoon closedJust'.split(' '),
  ...'place thatSoon endsSentence afterBreak hasQuotes verbBefore verbAfter verbsBefore subject subjectPos'.split(
    ' ',
  ),
]
const values = new Int32Array(columns.length)
const templates = templatesOf(
  columns,
  3,
  `form, lemma, pos, suffix pos, form-1 form, form form+1, form-1, form+1, form-2, form+2, pos-1 pos,
  pos pos+1, pos-1 pos pos+1, lemma pos-1, lemma pos+1, lemma form+1, lemma form+2, lemma openSoon,
  lemma closedJust, quoted pos, lemma quoted, pos-2 pos-1 pos, pos pos+1 pos+2, lemma-1 lemma,
  lemma lemma+1, shape pos, place, lemma thatSoon, pos thatSoon listed, lemma endsSentence,
  lemma afterBreak, lemma heading, pos hasQuotes quoted, heading form, lemma-1 pos, lemma+1 pos,
  verbBefore pos, subject pos, subjectPos lemma, listed-1 listed listed+1, form+1 form+2, form-2 form-1,
  verbAfter pos, listed openSoon closedJust, pos openSoon closedJust, form form+1 form+2,
  form-1 form form+1, lemma pos+1 pos+2, lemma pos-2 pos-1, lemma+2 pos, lemma-2 pos, pos+1 pos+2 pos+3,
  lemma pos+2 pos+3, lemma verbBefore, lemma verbsBefore, pos verbsBefore afterBreak, lemma subject,
  lemma-1 lemma form+1, form+3 pos, form-3 pos, lemma form-1, suffix pos-1 pos+1`,
)
export const cueFeatureCount = templates.length / 3

/** Writes the features of word `i` into `out` from `first` on. */
export function cueFeatures(r: Reading, i: number, out: Uint32Array, first: number): void {
  const isInside = (j: number): boolean => j >= 0 && j < r.size && r.block[j] === r.block[i]
  let n = 1
  for (const d of distances) {
    const inside = isInside(i + d)
    values[n++] = inside ? intAt(r.form, i + d) : d
    values[n++] = inside ? intAt(r.lemma, i + d) : d
    values[n++] = inside ? byteAt(r.pos, i + d) : 0
    values[n++] = inside ? byteAt(r.listed, i + d) : 3
  }
  const nearest = (mark: number, step: 1 | -1): number =>
    [1, 2, 3, 4].find((d) => isInside(i + d * step) && r.mark[i + d * step] === mark) ?? 0
  const quoted = (r.quoted[i] ?? -1) >= 0 ? 1 : 0
  const { place, thatSoon, endsSentence, afterBreak, hasQuotes, ...c } = contextOf(r, i)
  const others = [
    ...[intAt(r.suffix, i), byteAt(r.shape, i), byteAt(r.heading, i), quoted, nearest(1, 1), nearest(2, -1)],
    ...[place, thatSoon, endsSentence, afterBreak, hasQuotes],
    ...[c.verbBefore, c.verbAfter, c.verbsBefore, c.subject, c.subjectPos],
  ]
  for (const other of others) values[n++] = other
  mixTemplates(templates, values, 0, out, first)
}

const features = new Uint32Array(cueFeatureCount)

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
