/**
 * In:    a Reading and a window around a cue.
 * Out:   a Frame: the window with the cue's shape, and what the features of frame-edges.ts and frame-segments.ts ask of
 *        places in it.
 * Never: weighs anything.
 */
import type { Window } from './frame-window.js'
import { posOf, type Reading } from './reading.js'

const verb = posOf('VERB')

/** Segment types as numbers. */
export const source = 0
export const content = 1

export type Frame = {
  readonly r: Reading
  readonly window: Window
  readonly size: number
  /** Lemma and suffix of the cue's head, forms of its first and last word, its parts of speech in one number. */
  readonly cue: { lemma: number; suffix: number; first: number; last: number; pos: number }
}

export function frameOf(r: Reading, window: Window): Frame {
  return { r, window, size: window.to - window.from, cue: cueShape(r, window.cue) }
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
  const { window, r } = f
  const i = window.from + k
  const right = i >= window.cue.to
  const a = right ? window.cue.to : i + 1
  const b = right ? i : window.cue.from
  const count = (s: Int32Array): number => Math.min(3, (s[b] ?? 0) - (s[a] ?? 0))
  return {
    words: bucket(b - a),
    breaks: count(r.sums.breaks),
    verbs: count(r.sums.verbs),
    thats: count(r.sums.thats),
  }
}
