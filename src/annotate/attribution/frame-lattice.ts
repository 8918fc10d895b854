/**
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004) over one window: source and content segments in one
 * of the allowed orders around a given cue.
 *
 * In:    scores of segments, of words outside them and of orders.
 * Out:   the best analysis with its probability, or expected counts for training.
 * Never: lets a segment cross the cue.
 */
import { patterns, states } from './frame-patterns.js'
import { logSum } from './chain.js'

/** All possible segments, by type (0 source, 1 content), then by first word, then by end. */
export type SegmentList = {
  /** Where the segments of type t that begin at word k start in the lists: at `t * size + k`; the next entry ends them. */
  readonly first: Int32Array
  /** Half-open end of each. */
  readonly end: Int32Array
  readonly score: Float64Array
}

export type FrameScores = {
  readonly size: number
  /** Cue within the window. */
  readonly cueFrom: number
  readonly cueTo: number
  readonly segments: SegmentList
  /** Score of word k outside in class c at `c * size + k`. */
  readonly outside: Float64Array
  /** Score of each pattern. */
  readonly pattern: Float64Array
}

export type Segment = { readonly part: 'S' | 'C'; readonly from: number; readonly to: number }
export type Analysis = {
  readonly segments: readonly Segment[]
  readonly pattern: string
  readonly score: number
}

const segmentParts: readonly ('S' | 'C')[] = ['S', 'C']
const count = states.length
const patternOfState = states.map((state) => (patterns as readonly string[]).indexOf(state.read))

/** Number of a segment in the lists, or -1. */
export function segmentNumber(
  { size, segments }: FrameScores,
  type: number,
  from: number,
  to: number,
): number {
  const last = segments.first[type * size + from + 1] ?? 0
  for (let n = segments.first[type * size + from] ?? 0; n < last; n++) if (segments.end[n] === to) return n
  return -1
}

const nextOf: readonly Int32Array[] = segmentParts.map((part) =>
  Int32Array.from(states, (state) => state.next[part]),
)
const afterCue = Int32Array.from(states, (state) => state.next.Q)
const readsCue = Uint8Array.from(states, (state) => (state.read.includes('Q') ? 1 : 0))
const outsideClassOf = Uint8Array.from(states, (state) => state.outsideClass)

type Move = (to: number, next: number, score: number, how: number) => void

/** Calls `move` for every step out of position `k` and state `s`; `how` is -2 over the cue, -1 over a word, else a segment. */
function moves(f: FrameScores, k: number, s: number, move: Move): void {
  if (k === f.cueFrom && readsCue[s] === 0) {
    const next = afterCue[s] ?? -1
    if (next >= 0) move(f.cueTo, next, 0, -2)
    return
  }
  if (k >= f.size) return
  move(k + 1, s, f.outside[(outsideClassOf[s] ?? 0) * f.size + k] ?? 0, -1)
  const { first, end, score } = f.segments
  for (let type = 0; type < 2; type++) {
    const next = nextOf[type]?.[s] ?? -1
    if (next < 0) continue
    const last = first[type * f.size + k + 1] ?? 0
    for (let n = first[type * f.size + k] ?? 0; n < last; n++) move(end[n] ?? 0, next, score[n] ?? 0, n)
  }
}

/** Positions before the cue may be in states without Q only, those after it in states with Q only. */
function eachNode(f: FrameScores, visit: (k: number, s: number) => void): void {
  for (let k = 0; k <= f.size; k++) {
    if (k > f.cueFrom && k < f.cueTo) continue
    const after = k >= f.cueTo
    for (let s = 0; s < count; s++) if ((readsCue[s] === 1) === after) visit(k, s)
  }
}

/** The states before or after the cue that a segment of a type may follow, and the states it leads to. */
type Steps = { readonly from: Int32Array; readonly to: Int32Array }

function stepsOf(after: boolean, next: (s: number) => number): Steps {
  const from = states.flatMap((_, s) => ((readsCue[s] === 1) === after && next(s) >= 0 ? [s] : []))
  return { from: Int32Array.from(from), to: Int32Array.from(from, next) }
}

const overCue = stepsOf(false, (s) => afterCue[s] ?? -1)
const overWord = [false, true].map((after) => stepsOf(after, (s) => s))
const overSegment = [false, true].map((after) =>
  [0, 1].map((type) => stepsOf(after, (s) => nextOf[type]?.[s] ?? -1)),
)

/** The score of each place and state by the best way there. */
type Best = { readonly score: Float64Array; readonly from: Int32Array; readonly how: Int32Array }

/** The states at one place that can be gone on from: what they hold, and where they lead. */
const held = new Float64Array(count)
const lead = new Int32Array(count)
const heldBy = new Int32Array(count)

/** Fills `held`, `heldBy` and `lead`; returns how many there are. */
function gather(values: Float64Array, k: number, { from, to }: Steps, nothing: number): number {
  let size = 0
  for (let n = 0; n < from.length; n++) {
    const s = from[n] ?? 0
    const value = values[k * count + s] ?? nothing
    if (value === nothing) continue
    held[size] = value
    heldBy[size] = s
    lead[size++] = to[n] ?? 0
  }
  return size
}

/** Calls `visit` for every place that can be gone on from, in order; `side` is 0 before the cue, 1 behind it, 2 at it. */
function eachPlace(f: FrameScores, visit: (k: number, side: number) => void): void {
  for (let k = 0; k < f.cueFrom; k++) visit(k, 0)
  visit(f.cueFrom, 2)
  for (let k = f.cueTo; k < f.size; k++) visit(k, 1)
}

function bestWays(f: FrameScores): Best {
  const best = new Float64Array((f.size + 1) * count).fill(-Infinity)
  const from = new Int32Array((f.size + 1) * count).fill(-1)
  const how = new Int32Array((f.size + 1) * count)
  best[0] = 0
  const step = (k: number, live: number, to: number, score: number, by: number): void => {
    for (let n = 0; n < live; n++) {
      const node = to * count + (lead[n] ?? 0)
      const there = (held[n] ?? 0) + score
      if (there <= (best[node] ?? 0)) continue
      best[node] = there
      from[node] = k * count + (heldBy[n] ?? 0)
      how[node] = by
    }
  }
  const { first, end, score } = f.segments
  eachPlace(f, (k, side) => {
    if (side === 2) {
      step(k, gather(best, k, overCue, -Infinity), f.cueTo, 0, -2)
      return
    }
    for (let type = 0; type < 2; type++) {
      const live = gather(best, k, overSegment[side]?.[type] ?? overCue, -Infinity)
      const last = first[type * f.size + k + 1] ?? 0
      if (live === 0) continue
      for (let n = first[type * f.size + k] ?? 0; n < last; n++) step(k, live, end[n] ?? 0, score[n] ?? 0, n)
    }
    const live = gather(best, k, overWord[side] ?? overCue, -Infinity)
    for (let n = 0; n < live; n++) {
      const s = heldBy[n] ?? 0
      const node = (k + 1) * count + s
      const there = (held[n] ?? 0) + outsideScore(f, k, s)
      if (there <= (best[node] ?? 0)) continue
      best[node] = there
      from[node] = k * count + s
      how[node] = -1
    }
  })
  return { score: best, from, how }
}

function outsideScore(f: FrameScores, k: number, s: number): number {
  return f.outside[(outsideClassOf[s] ?? 0) * f.size + k] ?? 0
}

/** The best analysis, and its probability among all. */
export function bestAnalysis(f: FrameScores): (Analysis & { readonly probability: number }) | undefined {
  const best = bestWays(f)
  let top = -Infinity
  let node = -1
  states.forEach((state, s) => {
    if (!state.final) return
    const score = (best.score[f.size * count + s] ?? -Infinity) + (f.pattern[patternOfState[s] ?? 0] ?? 0)
    if (score > top) {
      top = score
      node = f.size * count + s
    }
  })
  if (node < 0) return undefined
  const pattern = states[node % count]?.read ?? ''
  const segments: Segment[] = []
  while (node > 0) {
    const before = best.from[node] ?? 0
    const step = best.how[node] ?? -1
    const part = step < (f.segments.first[f.size] ?? 0) ? 'S' : 'C'
    if (step >= 0) segments.unshift({ part, from: Math.floor(before / count), to: Math.floor(node / count) })
    node = before
  }
  return { segments, pattern, score: top, probability: Math.exp(top - logPartitionBeside(f, best, top)) }
}

/** The log of a part of a sum that is lost in the sum's rounding. */
const negligible = -45

/**
 * The log of the sum over all analyses: sums of plain numbers, each relative to the best way to its place, since sums of
 * logs cost an exponential and a logarithm at every step. Where the numbers run out, the sums of logs say it.
 */
function logPartitionBeside(f: FrameScores, best: Best, top: number): number {
  const level = new Float64Array(f.size + 1).fill(-Infinity)
  for (let k = 0; k <= f.size; k++)
    for (let s = 0; s < count; s++)
      level[k] = Math.max(level[k] ?? -Infinity, best.score[k * count + s] ?? -Infinity)
  const sum = new Float64Array((f.size + 1) * count)
  sum[0] = 1
  const step = (live: number, to: number, weight: number): void => {
    for (let n = 0; n < live; n++) {
      const node = to * count + (lead[n] ?? 0)
      sum[node] = (sum[node] ?? 0) + (held[n] ?? 0) * weight
    }
  }
  const { first, end, score } = f.segments
  eachPlace(f, (k, side) => {
    const rise = (to: number): number => (level[k] ?? 0) - (level[to] ?? 0)
    if (side === 2) {
      step(gather(sum, k, overCue, 0), f.cueTo, Math.exp(rise(f.cueTo)))
      return
    }
    for (let type = 0; type < 2; type++) {
      const live = gather(sum, k, overSegment[side]?.[type] ?? overCue, 0)
      const last = first[type * f.size + k + 1] ?? 0
      if (live === 0) continue
      for (let n = first[type * f.size + k] ?? 0; n < last; n++) {
        const to = end[n] ?? 0
        const log = (score[n] ?? 0) + rise(to)
        if (log > negligible) step(live, to, Math.exp(log))
      }
    }
    const live = gather(sum, k, overWord[side] ?? overCue, 0)
    for (let n = 0; n < live; n++) {
      const s = heldBy[n] ?? 0
      const node = (k + 1) * count + s
      sum[node] = (sum[node] ?? 0) + (held[n] ?? 0) * Math.exp(outsideScore(f, k, s) + rise(k + 1))
    }
  })
  let whole = 0
  states.forEach((state, s) => {
    if (state.final)
      whole += (sum[f.size * count + s] ?? 0) * Math.exp(f.pattern[patternOfState[s] ?? 0] ?? 0)
  })
  const log = (level[f.size] ?? 0) + Math.log(whole)
  return Number.isFinite(log) && log >= top - 1e-6 ? log : forwardSums(f).logPartition
}

export type Sums = { readonly forward: Float64Array; readonly logPartition: number }

export function forwardSums(f: FrameScores): Sums {
  const forward = new Float64Array((f.size + 1) * count).fill(-Infinity)
  forward[0] = 0
  eachNode(f, (k, s) => {
    const here = forward[k * count + s] ?? -Infinity
    if (here === -Infinity) return
    moves(f, k, s, (to, next, score) => {
      const node = to * count + next
      forward[node] = logSum(forward[node] ?? -Infinity, here + score)
    })
  })
  let logPartition = -Infinity
  states.forEach((state, s) => {
    if (state.final)
      logPartition = logSum(
        logPartition,
        (forward[f.size * count + s] ?? -Infinity) + (f.pattern[patternOfState[s] ?? 0] ?? 0),
      )
  })
  return { forward, logPartition }
}

export type Expected = {
  readonly segment: Float64Array
  readonly outside: Float64Array
  readonly pattern: Float64Array
  readonly logPartition: number
}

/** Expected counts of segments, outside words and patterns, laid out as the scores. */
export function expectedCounts(f: FrameScores): Expected {
  const { forward, logPartition } = forwardSums(f)
  const backward = new Float64Array((f.size + 1) * count).fill(-Infinity)
  const segment = new Float64Array(f.segments.score.length)
  const outside = new Float64Array(f.outside.length)
  const pattern = new Float64Array(f.pattern.length)
  states.forEach((state, s) => {
    if (!state.final) return
    const number = patternOfState[s] ?? 0
    const score = f.pattern[number] ?? 0
    backward[f.size * count + s] = score
    pattern[number] = Math.exp((forward[f.size * count + s] ?? -Infinity) + score - logPartition)
  })
  const nodes: number[] = []
  eachNode(f, (k, s) => nodes.push(k * count + s))
  for (let n = nodes.length - 1; n >= 0; n--) {
    const node = nodes[n] ?? 0
    const k = Math.floor(node / count)
    const s = node % count
    const here = forward[node] ?? -Infinity
    if (here === -Infinity) continue
    let sum = backward[node] ?? -Infinity
    moves(f, k, s, (to, next, score, step) => {
      const ahead = backward[to * count + next] ?? -Infinity
      if (ahead === -Infinity) return
      sum = logSum(sum, score + ahead)
      const log = here + score + ahead - logPartition
      if (log < -12) return
      const p = Math.exp(log)
      if (step >= 0) {
        segment[step] = (segment[step] ?? 0) + p
      } else if (step === -1) {
        const place = (outsideClassOf[s] ?? 0) * f.size + k
        outside[place] = (outside[place] ?? 0) + p
      }
    })
    backward[node] = sum
  }
  return { segment, outside, pattern, logPartition }
}
