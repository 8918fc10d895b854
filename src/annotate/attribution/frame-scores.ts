/**
 * In:    a frame (window around a cue) and a weight table.
 * Out:   the scores that the lattice reads, good until the next frame is scored.
 * Never: allows a segment to begin with closing or to end with opening punctuation.
 */
import { type FrameScores, type SegmentList } from './frame-lattice.js'
import { outsideClasses, patterns } from './frame-patterns.js'
import {
  endingFeature, lengthClass, lengthClasses, lengthFeature, pairCount, pairFeatures, patternCount, patternFeatures,
} from './frame-segments.js' // prettier-ignore
import { rememberedStretches, type Stretches } from './frame-stretches.js'
import { longest, sumOf, type Table, weightOf } from './frame-table.js'
import { content, type Frame, source } from './frame.js'
import { rememberedWords, type WordSums } from './frame-words.js'
import type { Reading } from './reading.js'

const buffer = new Uint32Array(64)

const closing = /^[,.;:!?)\]”’…%]+$/u
const opening = /^[,;:([“‘–—―-]+$/u

/**
 * A segment may begin at a word or at the opening mark of a quotation. Within a quotation that does not hold the cue
 * only a content may begin, and only where a sentence does.
 */
/** What follows these at the end of a cue is a place, a time or a listener (`said on Monday`, `said on a call with`). */
const placing = /^(?:on|with|at|during)$/u

function mayStart(f: Frame, type: number, i: number): boolean {
  const { r } = f
  if (isForeign(f, i))
    return type === content && (r.mark[i] === 1 || (r.mark[i] === 0 && opensSentence(r, i)))
  if (type === source && i === f.window.cue.to && placing.test(r.words[i - 1]?.lower ?? '')) return false
  if (r.mark[i]) return r.mark[i] === 1
  const surface = r.words[i]?.surface ?? ''
  return !closing.test(surface) && !/^[–—―-]+$/u.test(surface)
}

/** A segment may end at a word or at the closing mark of a quotation; within a foreign one, where a sentence ends. */
function mayEnd(f: Frame, type: number, i: number): boolean {
  const { r } = f
  const surface = r.words[i]?.surface ?? ''
  if (isForeign(f, i) && r.mark[i] !== 2)
    return type === content && !stop.test(surface) && closesSentence(r, i)
  if (r.mark[i]) return r.mark[i] === 2
  return !opening.test(surface) && !stop.test(surface)
}

const stop = /^[.!?…]+$/u

function isForeign({ r, window }: Frame, i: number): boolean {
  const quotation = r.quoted[i] ?? -1
  return quotation >= 0 && quotation !== r.quoted[window.cue.from]
}

function opensSentence(r: Reading, i: number): boolean {
  return i === 0 || r.sentence[i] !== r.sentence[i - 1] || r.mark[i - 1] === 1
}

function closesSentence(r: Reading, i: number): boolean {
  const next = r.words[i + 1]?.surface ?? '.'
  return r.sentence[i + 1] !== r.sentence[i] || r.mark[i + 1] === 2 || stop.test(next)
}

/** What is kept of one article for all its frames. */
export type Remembered = { readonly stretches: Stretches; readonly words: WordSums }

export function remembered(r: Reading, table: Table): Remembered {
  return { stretches: rememberedStretches(r, table), words: rememberedWords(r, table) }
}

export function frameScores(
  f: Frame,
  table: Table,
  { stretches, words }: Remembered = remembered(f.r, table),
): FrameScores {
  const { window, size } = f
  const cueFrom = window.cue.from - window.from
  const cueTo = window.cue.to - window.from
  const outside = new Float64Array(outsideClasses * size)
  for (let c = 0; c < outsideClasses; c++)
    for (let k = 0; k < size; k++)
      if (c < 3 === k < cueFrom) outside[c * size + k] = words.outside(f, c, k) * table.scale
  const pattern = new Float64Array(patterns.length)
  for (let p = 0; p < patterns.length; p++) {
    patternFeatures(f, p, buffer)
    pattern[p] = sumOf(table, buffer, patternCount)
  }
  return { size, cueFrom, cueTo, segments: segmentScores(f, table, stretches, words), outside, pattern }
}

/** Where the segments of a frame are gathered, until the next one; as large as the largest frame so far needed. */
let endOf = new Int32Array(0)
let scoreOf = new Float64Array(0)
/** What the segments that begin at one word weigh together, by their number of words less one. */
const pairs = new Float64Array(Math.max(...longest))

function segmentScores(f: Frame, table: Table, stretches: Stretches, words: WordSums): SegmentList {
  const { size } = f
  const most = size * (longest[source] + longest[content])
  if (endOf.length < most) {
    endOf = new Int32Array(most)
    scoreOf = new Float64Array(most)
  }
  const first = new Int32Array(2 * size + 1)
  let found = 0
  for (const type of [source, content]) {
    const { starts, ends, inside } = edgeScores(f, table, type, words)
    const weigh = pairWeights(f, table, type, stretches)
    for (let k = 0; k < size; k++) {
      first[type * size + k] = found
      const start = starts[k] ?? -Infinity
      if (start === -Infinity) continue
      const limit = Math.min(limitOf(f, k), k + (longest[type] ?? 0))
      weigh(k, limit)
      for (let e = k + 1; e <= limit; e++) {
        const stop = ends[e - 1] ?? -Infinity
        if (stop === -Infinity) continue
        endOf[found] = e
        scoreOf[found++] =
          start + stop + (inside[e] ?? 0) - (inside[k] ?? 0) + (pairs[e - k - 1] ?? 0) * table.scale
      }
    }
  }
  first[2 * size] = found
  return { first, end: endOf.subarray(0, found), score: scoreOf.subarray(0, found) }
}

/** Writes into `pairs` the weights of `pairFeatures` of the segments from word `k` to `limit`, remembered or looked up. */
function pairWeights(
  f: Frame,
  table: Table,
  type: number,
  stretches: Stretches,
): (k: number, limit: number) => void {
  const { r, window } = f
  const { verbs } = r.sums
  const { byLength, byEnding } = cueWeights(f, table, type)
  const whole = (k: number, e: number): void => {
    pairFeatures(f, type, k, e, buffer)
    pairs[e - k - 1] = weightOf(table, buffer, pairCount)
  }
  return (k, limit) => {
    const i = window.from + k
    if (limit <= k) return
    if (i === window.cue.to) {
      for (let e = k + 1; e <= limit; e++) whole(k, e)
      return
    }
    const side = i < window.cue.from ? 0 : 1
    const sums = stretches(type, side, i, window.from + limit - 1)
    const verbsBefore = verbs[i] ?? 0
    for (let n = 0; n < limit - k; n++) {
      const verb = (verbs[i + n + 1] ?? 0) > verbsBefore ? 1 : 0
      pairs[n] =
        (sums[n] ?? 0) +
        (byLength[side * (lengthClasses + 1) + (classes[n + 1] ?? 0)] ?? 0) +
        (byEnding[side * 4 + verb * 2 + (r.closes[i + n] ?? 0)] ?? 0)
    }
    if (window.from + limit === window.cue.from) whole(k, limit)
  }
}

const classes = Uint8Array.from({ length: Math.max(...longest) + 1 }, (_, length) => lengthClass(length))

/** What the cue's lemma adds by side and class of length, and by side, verb and end of sentence. */
function cueWeights(
  f: Frame,
  { weights, mask }: Table,
  type: number,
): { readonly byLength: readonly number[]; readonly byEnding: readonly number[] } {
  const byLength: number[] = []
  const byEnding: number[] = []
  const one = (feature: number): number => weights[feature & mask] ?? 0
  for (const side of [0, 1]) {
    for (let long = 0; long <= lengthClasses; long++) byLength.push(one(lengthFeature(f, type, side, long)))
    for (const verb of [0, 1])
      for (const closes of [0, 1]) byEnding.push(one(endingFeature(f, type, side, verb, closes)))
  }
  return { byLength, byEnding }
}

/** A segment that begins at word `k` ends here at the latest: no segment holds words of the cue. */
function limitOf({ window, size }: Frame, k: number): number {
  const i = window.from + k
  return i < window.cue.from ? window.cue.from - window.from : i < window.cue.to ? k : size
}

type Edges = { readonly starts: Float64Array; readonly ends: Float64Array; readonly inside: Float64Array }

function edgeScores(f: Frame, { scale }: Table, type: number, words: WordSums): Edges {
  const { size, window } = f
  const starts = new Float64Array(size).fill(-Infinity)
  const ends = new Float64Array(size).fill(-Infinity)
  const inside = new Float64Array(size + 1)
  for (let k = 0; k < size; k++) {
    inside[k + 1] = (inside[k] ?? 0) + words.inside(f, type, k) * scale
    if (mayStart(f, type, window.from + k)) starts[k] = words.start(f, type, k) * scale
    if (mayEnd(f, type, window.from + k)) ends[k] = words.end(f, type, k) * scale
  }
  return { starts, ends, inside }
}
