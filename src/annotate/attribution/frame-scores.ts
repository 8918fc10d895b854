/**
 * In:    a frame (window around a cue) and a weight table.
 * Out:   the scores that the lattice reads.
 * Never: allows a segment to begin with closing or to end with opening punctuation.
 */
import { endCount, endFeatures, startCount, startFeatures } from './frame-edges.js'
import { type FrameScores, type SegmentList } from './frame-lattice.js'
import { outsideClasses, patterns } from './frame-patterns.js'
import {
  insideCount, insideFeatures, outsideCount, outsideFeatures, pairCount, pairFeatures, patternCount, patternFeatures,
} from './frame-segments.js' // prettier-ignore
import { content, type Frame, source } from './frame.js'
import type { Reading } from './reading.js'

/** Hashed weights: whole numbers (as shipped) or floats (in training), times `scale`. */
export type Table = {
  readonly weights: Float32Array | Int8Array
  readonly mask: number
  readonly scale: number
}

/** Longest segment in words, by type: a source, a content. */
export const longest = [30, 170] as const
const buffer = new Uint32Array(64)

export function sumOf({ weights, mask, scale }: Table, features: Uint32Array, count: number): number {
  let sum = 0
  for (let n = 0; n < count; n++) sum += weights[(features[n] ?? 0) & mask] ?? 0
  return sum * scale
}

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

export function frameScores(f: Frame, table: Table): FrameScores {
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
  return { size, cueFrom, cueTo, segments: segmentScores(f, table), outside, pattern }
}

function segmentScores(f: Frame, table: Table): SegmentList {
  const first = new Int32Array(2 * f.size + 1)
  const end: number[] = []
  const score: number[] = []
  for (const type of [source, content]) {
    const { starts, ends, inside } = edgeScores(f, table, type)
    for (let k = 0; k < f.size; k++) {
      first[type * f.size + k] = end.length
      const start = starts[k] ?? -Infinity
      if (start === -Infinity) continue
      const limit = Math.min(limitOf(f, k), k + (longest[type] ?? 0))
      for (let e = k + 1; e <= limit; e++) {
        const stop = ends[e - 1] ?? -Infinity
        if (stop === -Infinity) continue
        pairFeatures(f, type, k, e, buffer)
        end.push(e)
        score.push(start + stop + (inside[e] ?? 0) - (inside[k] ?? 0) + sumOf(table, buffer, pairCount))
      }
    }
  }
  first[2 * f.size] = end.length
  return { first, end: Int32Array.from(end), score: Float64Array.from(score) }
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
