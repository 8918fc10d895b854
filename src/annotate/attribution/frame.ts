/**
 * In:    a Reading and a window around a cue.
 * Out:   a Frame: the window with running counts and the cue's shape, and what the features of frame-edges.ts and
 *        frame-segments.ts ask of places in it.
 * Never: weighs anything.
 */
import { hashString } from './feature-hash.js'
import type { Window } from './frame-window.js'
import { posOf, type Reading } from './reading.js'

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
export function bucket(count: number): number {
  if (count <= 3) return count
  return count <= 5 ? 4 : count <= 8 ? 5 : count <= 14 ? 6 : 7
}

/** The word `d` away, or a stand-in beyond the block. */
export function at(values: ArrayLike<number>, r: Reading, i: number, d: number): number {
  const j = i + d
  return j >= 0 && j < r.size && r.block[j] === r.block[i] ? (values[j] ?? 0) : -d
}

export const sideOf = (f: Frame, k: number): number => (f.window.from + k < f.window.cue.from ? 0 : 1)

/** Words, punctuation, verbs and "that" between word `k` and the cue. */
export function between(
  f: Frame,
  k: number,
): { words: number; breaks: number; verbs: number; thats: number } {
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

/** Words from `i` to the end of its sentence, without `i`. */
export function wordsLeft(r: Reading, i: number): number {
  let j = i + 1
  while (j < r.size && r.sentence[j] === r.sentence[i] && j - i < 60) j++
  return j - i - 1
}

/** Whether only punctuation stands between `i` and the end of its sentence. */
export function closesSentence(r: Reading, i: number): number {
  let j = i + 1
  while (j < r.size && r.sentence[j] === r.sentence[i]) {
    if (r.pos[j] !== punctuation) return 0
    j++
  }
  return 1
}
