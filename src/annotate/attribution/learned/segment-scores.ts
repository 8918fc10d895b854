/** The scores that the lattice reads. */
import {
  endFeatures,
  startFeatures,
  insideFeatures,
  orderFeatures,
  outsideFeatures,
  pairFeatures,
} from './frame-features.js'
import { content, type Frame, source } from './frame.js'
import type { FrameScores, SegmentList } from './lattice.js'
import { longest, type Table, weightOf } from './model.js'
import { orders, outsideClasses } from './lattice.js'
import type { Reading } from '../reading.js'

const buffer = new Uint32Array(32)

const closing = /^[,.;:!?)\]”’…%]+$/u
const opening = /^[,;:([“‘–—―-]+$/u

/** A segment begins at a word or an opening mark; within a quotation that does not hold the cue only a content, at a sentence. */
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

export function frameScores(f: Frame, table: Table): FrameScores {
  const { window, size } = f
  const cueFrom = window.cue.from - window.from
  const cueTo = window.cue.to - window.from
  const outside = new Float64Array(outsideClasses * size)
  for (let c = 0; c < outsideClasses; c++)
    for (let k = 0; k < size; k++)
      if (c < 3 === k < cueFrom)
        outside[c * size + k] = weightOf(table, buffer, outsideFeatures(f, c, k, buffer))
  const order = Float64Array.from(orders, (_, n) => weightOf(table, buffer, orderFeatures(f, n, buffer)))
  return { size, cueFrom, cueTo, segments: segmentScores(f, table), outside, order }
}

function segmentScores(f: Frame, table: Table): SegmentList {
  const { size } = f
  const list: { first: number[]; end: number[]; score: number[] } = { first: [], end: [], score: [] }
  for (const type of [source, content]) {
    const { starts, ends, inside } = edgeScores(f, table, type)
    for (let k = 0; k < size; k++) {
      list.first.push(list.end.length)
      const start = starts[k] ?? -Infinity
      if (start === -Infinity) continue
      const limit = Math.min(limitOf(f, k), k + (longest[type] ?? 0))
      for (let e = k + 1; e <= limit; e++) {
        const stop = ends[e - 1] ?? -Infinity
        if (stop === -Infinity) continue
        const whole = weightOf(table, buffer, pairFeatures(f, type, k, e, buffer))
        list.end.push(e)
        list.score.push(start + stop + (inside[e] ?? 0) - (inside[k] ?? 0) + whole)
      }
    }
  }
  list.first.push(list.end.length)
  return list
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
    inside[k + 1] = (inside[k] ?? 0) + weightOf(table, buffer, insideFeatures(f, type, k, buffer))
    if (mayStart(f, type, window.from + k))
      starts[k] = weightOf(table, buffer, startFeatures(f, type, k, buffer))
    if (mayEnd(f, type, window.from + k)) ends[k] = weightOf(table, buffer, endFeatures(f, type, k, buffer))
  }
  return { starts, ends, inside }
}
