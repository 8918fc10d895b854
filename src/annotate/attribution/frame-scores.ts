/**
 * In:    a frame (window around a cue) and a weight table.
 * Out:   the scores that the lattice reads, good until the next frame is scored.
 * Never: allows a segment to begin with closing or to end with opening punctuation.
 */
import { endCount, endFeatures, startCount, startFeatures } from './frame-edges.js'
import { type FrameScores, type SegmentList } from './frame-lattice.js'
import { outsideClasses, patterns } from './frame-patterns.js'
import {
  endingFeature, insideCount, insideFeatures, isAdjacent, lengthClass, lengthClasses, lengthFeature, outsideCount,
  outsideFeatures, pairCount, pairFeatures, patternCount, patternFeatures,
} from './frame-segments.js' // prettier-ignore
import { type Stretches, stretchSum } from './frame-stretches.js'
import { longest, sumOf, type Table, weightOf } from './frame-table.js'
import { content, type Frame, source } from './frame.js'
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

export function mayStart(f: Frame, type: number, i: number): boolean {
  const { r } = f
  if (isForeign(f, i))
    return type === content && (r.mark[i] === 1 || (r.mark[i] === 0 && opensSentence(r, i)))
  if (type === source && i === f.window.cue.to && placing.test(r.words[i - 1]?.lower ?? '')) return false
  if (r.mark[i]) return r.mark[i] === 1
  const surface = r.words[i]?.surface ?? ''
  return !closing.test(surface) && !/^[–—―-]+$/u.test(surface)
}

/** A segment may end at a word or at the closing mark of a quotation; within a foreign one, where a sentence ends. */
export function mayEnd(f: Frame, type: number, i: number): boolean {
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

/** `stretches`, where given, remembers for all frames of one article. */
export function frameScores(
  f: Frame,
  table: Table,
  stretches: Stretches = (...stretch) => stretchSum(f.r, table, ...stretch),
): FrameScores {
  const { window, size } = f
  const cueFrom = window.cue.from - window.from
  const cueTo = window.cue.to - window.from
  const outside = new Float64Array(outsideClasses * size)
  for (let c = 0; c < outsideClasses; c++)
    for (let k = 0; k < size; k++) {
      if (c < 3 !== k < cueFrom) continue
      outsideFeatures(f, c, k, buffer)
      outside[c * size + k] = sumOf(table, buffer, outsideCount)
    }
  const pattern = new Float64Array(patterns.length)
  for (let p = 0; p < patterns.length; p++) {
    patternFeatures(f, p, buffer)
    pattern[p] = sumOf(table, buffer, patternCount)
  }
  return { size, cueFrom, cueTo, segments: segmentScores(f, table, stretches), outside, pattern }
}

/** Where the segments of a frame are gathered, until the next one; as large as the largest frame so far needed. */
let endOf = new Int32Array(0)
let scoreOf = new Float64Array(0)

function segmentScores(f: Frame, table: Table, stretches: Stretches): SegmentList {
  const { size } = f
  const most = size * (longest[source] + longest[content])
  if (endOf.length < most) {
    endOf = new Int32Array(most)
    scoreOf = new Float64Array(most)
  }
  const first = new Int32Array(2 * size + 1)
  let found = 0
  for (const type of [source, content]) {
    const { starts, ends, inside } = edgeScores(f, table, type)
    const weigh = pairWeights(f, table, type, stretches)
    for (let k = 0; k < size; k++) {
      first[type * size + k] = found
      const start = starts[k] ?? -Infinity
      if (start === -Infinity) continue
      const limit = Math.min(limitOf(f, k), k + (longest[type] ?? 0))
      for (let e = k + 1; e <= limit; e++) {
        const stop = ends[e - 1] ?? -Infinity
        if (stop === -Infinity) continue
        endOf[found] = e
        scoreOf[found++] = start + stop + (inside[e] ?? 0) - (inside[k] ?? 0) + weigh(k, e) * table.scale
      }
    }
  }
  first[2 * size] = found
  return { first, end: endOf.subarray(0, found), score: scoreOf.subarray(0, found) }
}

/** The weight of `pairFeatures`, most of it remembered or looked up. */
function pairWeights(
  f: Frame,
  table: Table,
  type: number,
  stretches: Stretches,
): (k: number, e: number) => number {
  const { r, window } = f
  const { verbs } = r.sums
  const one = (feature: number): number => table.weights[feature & table.mask] ?? 0
  const byLength: number[] = []
  const byEnding: number[] = []
  for (const side of [0, 1]) {
    for (let long = 0; long <= lengthClasses; long++) byLength.push(one(lengthFeature(f, type, side, long)))
    for (const verb of [0, 1])
      for (const closes of [0, 1]) byEnding.push(one(endingFeature(f, type, side, verb, closes)))
  }
  return (k, e) => {
    const i = window.from + k
    const j = window.from + e - 1
    if (isAdjacent(f, i, j)) {
      pairFeatures(f, type, k, e, buffer)
      return weightOf(table, buffer, pairCount)
    }
    const side = i < window.cue.from ? 0 : 1
    const verb = (verbs[j + 1] ?? 0) > (verbs[i] ?? 0) ? 1 : 0
    return (
      stretches(type, side, i, j) +
      (byLength[side * (lengthClasses + 1) + lengthClass(e - k)] ?? 0) +
      (byEnding[side * 4 + verb * 2 + (r.closes[j] ?? 0)] ?? 0)
    )
  }
}

/** A segment that begins at word `k` ends here at the latest: no segment holds words of the cue. */
function limitOf({ window, size }: Frame, k: number): number {
  const i = window.from + k
  return i < window.cue.from ? window.cue.from - window.from : i < window.cue.to ? k : size
}

type Edges = { readonly starts: Float64Array; readonly ends: Float64Array; readonly inside: Float64Array }

function edgeScores(f: Frame, table: Table, type: number): Edges {
  const { size, window } = f
  const starts = new Float64Array(size).fill(-Infinity)
  const ends = new Float64Array(size).fill(-Infinity)
  const inside = new Float64Array(size + 1)
  for (let k = 0; k < size; k++) {
    insideFeatures(f, type, k, buffer)
    inside[k + 1] = (inside[k] ?? 0) + sumOf(table, buffer, insideCount)
    if (mayStart(f, type, window.from + k)) {
      startFeatures(f, type, k, buffer)
      starts[k] = sumOf(table, buffer, startCount)
    }
    if (mayEnd(f, type, window.from + k)) {
      endFeatures(f, type, k, buffer)
      ends[k] = sumOf(table, buffer, endCount)
    }
  }
  return { starts, ends, inside }
}
