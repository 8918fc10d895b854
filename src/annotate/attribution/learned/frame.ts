/** A Frame: the window with the cue's shape, and what the features of frame-features.ts ask of places in it. */
import { byteAt, intAt } from '../../../text/item-at.js'
import { posOf, type Reading, type WordRange } from '../reading.js'
import { longest } from './model.js'

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
  readonly gap: Gap
}

/** What stands between each word of the window and the cue: of words a class (`bucket`), of the others at most 3. */
type Gap = {
  readonly words: Uint8Array
  readonly breaks: Uint8Array
  readonly verbs: Uint8Array
  readonly thats: Uint8Array
}

export function frameOf(r: Reading, window: Window): Frame {
  const size = window.to - window.from
  return { r, window, size, cue: cueShape(r, window.cue), gap: gapOf(r, window, size) }
}

function gapOf({ sums }: Reading, { from, cue }: Window, size: number): Gap {
  const gap = {
    words: new Uint8Array(size),
    breaks: new Uint8Array(size),
    verbs: new Uint8Array(size),
    thats: new Uint8Array(size),
  }
  for (let k = 0; k < size; k++) {
    const i = from + k
    const right = i >= cue.to
    const a = right ? cue.to : i + 1
    const b = right ? i : cue.from
    gap.words[k] = bucket(Math.max(0, b - a))
    gap.breaks[k] = Math.min(3, intAt(sums.breaks, b) - intAt(sums.breaks, a))
    gap.verbs[k] = Math.min(3, intAt(sums.verbs, b) - intAt(sums.verbs, a))
    gap.thats[k] = Math.min(3, intAt(sums.thats, b) - intAt(sums.thats, a))
  }
  return gap
}

function cueShape(r: Reading, cue: Window['cue']): Frame['cue'] {
  let head = cue.to - 1
  for (let i = cue.from; i < cue.to; i++) if (r.pos[i] === verb) head = i
  let pos = 0
  for (let i = cue.from; i < cue.to && i < cue.from + 5; i++) pos = pos * 20 + byteAt(r.pos, i)
  return {
    lemma: intAt(r.lemma, head),
    suffix: intAt(r.suffix, head),
    first: intAt(r.form, cue.from),
    last: intAt(r.form, cue.to - 1),
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

/** 1 within quotation marks. */
export const isQuoted = (r: Reading, i: number): number => ((r.quoted[i] ?? -1) >= 0 ? 1 : 0)

export const sideOf = (f: Frame, k: number): number => (f.window.from + k < f.window.cue.from ? 0 : 1)

const mostBefore = 100
const mostAfter = 160

export type Window = WordRange & { readonly cue: WordRange }

/** `cued`: sentences with a cue of their own outside quotation marks; a quoted sentence that is one is not taken in. */
export function windowOf(r: Reading, cue: WordRange, cued: ReadonlySet<number> = new Set()): Window {
  const lower = Math.max(0, cue.from - mostBefore)
  const upper = Math.min(r.size, cue.to + mostAfter)
  let from = sentenceStart(r, cue.from, lower)
  while (from > lower && sameQuotation(r, from - 1, from)) from = sentenceStart(r, from - 1, lower)
  let to = sentenceEnd(r, cue.to - 1, upper)
  while (to < upper && goesOn(r, to) && !cued.has(r.sentence[to] ?? -1)) to = sentenceEnd(r, to, upper)
  return { from, to, cue }
}

/** How many stretches of words in a window may be a source or a content: what it costs to choose among them. */
export function stretchesIn({ from, to, cue }: Window): number {
  const beside = [cue.from - from, to - cue.to]
  return longest.flatMap((most) => beside.map((words) => stretchesOf(words, most))).reduce((a, b) => a + b)
}

/** Of `words` words all stretches of at most `most`. */
function stretchesOf(words: number, most: number): number {
  const short = Math.min(words, most)
  return (short * (short + 1)) / 2 + (words - short) * most
}

/** The sentences of `cues` that stand outside quotation marks. */
export function cuedSentences(r: Reading, cues: readonly WordRange[]): ReadonlySet<number> {
  const outside = cues.filter(({ from }) => (r.quoted[from] ?? -1) < 0)
  return new Set(outside.map(({ from }) => r.sentence[from] ?? -1))
}

function sentenceStart(r: Reading, at: number, lower: number): number {
  let from = at
  while (from > lower && r.sentence[from - 1] === r.sentence[at]) from--
  return from
}

function sentenceEnd(r: Reading, at: number, upper: number): number {
  let to = at + 1
  while (to < upper && r.sentence[to] === r.sentence[at]) to++
  return to
}

function sameQuotation(r: Reading, a: number, b: number): boolean {
  const quotation = r.quoted[a] ?? -1
  return quotation >= 0 && quotation === r.quoted[b] && r.block[a] === r.block[b]
}

/** Whether the sentence from `to` on belongs to what stands before it: quoted too, or announced by a colon. */
function goesOn(r: Reading, to: number): boolean {
  const last = r.words[to - 1]
  if (r.block[to] !== r.block[to - 1]) return last?.lower === ':' || /^[–—―]$/u.test(last?.lower ?? '')
  return (r.quoted[to] ?? -1) >= 0 && ((r.quoted[to - 1] ?? -1) >= 0 || r.mark[to] === 1)
}
