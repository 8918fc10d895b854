/**
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004) over one window: source and content segments in one
 * of the allowed orders around a given cue.
 *
 * In:    scores of segments, of words outside them and of orders.
 * Out:   the best analysis with its probability.
 * Never: lets a segment cross the cue.
 */
import { itemAt } from '../../text/item-at.js'
import { outsideClassOf, patterns } from './frame-patterns.js'

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
type Analysis = {
  readonly segments: readonly Segment[]
  readonly pattern: string
  readonly score: number
}

const segmentParts: readonly ('S' | 'C')[] = ['S', 'C']

/**
 * What is read on either side of the cue, for the best analysis: behind it all orders go on alike that have read the same
 * since, and the same kind of word outside (`outsideClass`). One lane holds them all; before the cue each order has its own.
 */
type Lane = {
  /** Parts read on this side. */
  readonly read: string
  /** What it may follow: 0 before the cue; behind it 1 where no content was read before it, 2 where one was. */
  readonly run: number
  readonly outsideClass: number
}

const lanes: Lane[] = []
/** For each pattern its lanes before and behind the cue. */
const lanesOfPattern = patterns.map((pattern) => {
  const [head = '', tail = ''] = pattern.split('Q')
  const run = head.includes('C') ? 2 : 1
  return { before: laneOf(0, head), behind: laneOf(run, tail), run }
})

/** The lane of `read`, made with all that lead to it where there is none. */
function laneOf(run: number, read: string): number {
  if (read !== '') laneOf(run, read.slice(0, -1))
  const number = lanes.findIndex((lane) => lane.run === run && lane.read === read)
  if (number >= 0) return number
  const whole = run === 0 ? read : `${run === 2 ? 'C' : ''}Q${read}`
  return lanes.push({ read, run, outsideClass: outsideClassOf(whole) }) - 1
}

/** The lanes on one side of the cue that a segment of a type may follow, and the lanes it leads to. */
type Steps = { readonly from: Int32Array; readonly to: Int32Array }

function stepsOf(behind: boolean, part: string): Steps {
  const steps = lanes.flatMap(({ read, run }, from) => {
    if (run > 0 !== behind) return []
    const to = lanes.findIndex((lane) => lane.run === run && lane.read === read + part)
    return to < 0 ? [] : [{ from, to }]
  })
  return { from: Int32Array.from(steps, ({ from }) => from), to: Int32Array.from(steps, ({ to }) => to) }
}

const overWord = [false, true].map((behind) => stepsOf(behind, '').from)
const overSegment = [false, true].map((behind) => segmentParts.map((part) => stepsOf(behind, part)))
/** The one lane that a segment leads from into each. */
const laneBefore = Int32Array.from(lanes, ({ read, run }) =>
  lanes.findIndex((lane) => lane.run === run && lane.read === read.slice(0, -1)),
)
const outsideOf = Uint8Array.from(lanes, (lane) => lane.outsideClass)
/** Where the two runs behind the cue begin. */
const runs = [1, 2].map((run) => ({ run, first: laneOf(run, '') }))

/**
 * What one frame's lattice holds at each place and lane, at `lane * (size + 1) + place`, so that the segments that begin
 * at one word are gone through in a row. The arrays are those of the last frame, larger where it needs them.
 */
let best = new Float64Array(0)
let sum = new Float64Array(0)
let from = new Int32Array(0)
let how = new Int32Array(0)
let weight = new Float64Array(0)

function makeRoom({ size, segments }: FrameScores): void {
  const nodes = (size + 1) * lanes.length
  if (best.length < nodes) {
    best = new Float64Array(nodes)
    sum = new Float64Array(nodes)
    from = new Int32Array(nodes)
    how = new Int32Array(nodes)
  }
  if (weight.length < segments.end.length) weight = new Float64Array(segments.end.length)
  best.fill(-Infinity, 0, nodes)
  sum.fill(0, 0, nodes)
}

type OverSegments = (k: number, first: number, last: number, steps: Steps) => void
type OverWord = (k: number, lane: number, score: number) => void

/** Goes through the words on one side of the cue in order: 0 before it, 1 behind it. */
function along(f: FrameScores, side: number, overSegments: OverSegments, over: OverWord): void {
  const { first } = f.segments
  const words = overWord[side] ?? []
  for (let k = side === 0 ? 0 : f.cueTo; k < (side === 0 ? f.cueFrom : f.size); k++) {
    overSegment[side]?.forEach((steps, type) => {
      const place = type * f.size + k
      overSegments(k, first[place] ?? 0, first[place + 1] ?? 0, steps)
    })
    for (const lane of words) over(k, lane, f.outside[(outsideOf[lane] ?? 0) * f.size + k] ?? 0)
  }
}

/** Fills `best`, `how` each place was come by (a segment, or -1: over a word) and `from` where; the runs begin at `seeds`. */
function bestWays(f: FrameScores): readonly number[] {
  const [scores, froms, hows] = [best, from, how]
  const { end, score } = f.segments
  const width = f.size + 1
  const overSegments: OverSegments = (k, first, last, steps) => {
    for (let m = 0; m < steps.from.length; m++) {
      const here = scores[(steps.from[m] ?? 0) * width + k] ?? -Infinity
      if (here === -Infinity) continue
      const lane = (steps.to[m] ?? 0) * width
      for (let n = first; n < last; n++) {
        const node = lane + (end[n] ?? 0)
        const there = here + (score[n] ?? 0)
        if (there <= (scores[node] ?? 0)) continue
        scores[node] = there
        froms[node] = k
        hows[node] = n
      }
    }
  }
  const over: OverWord = (k, lane, score) => {
    const node = lane * width + k
    const there = (scores[node] ?? -Infinity) + score
    if (there <= (scores[node + 1] ?? 0)) return
    scores[node + 1] = there
    froms[node + 1] = k
    hows[node + 1] = -1
  }
  scores[laneOf(0, '') * width] = 0
  along(f, 0, overSegments, over)
  const seeds = seedsOf(f)
  for (const { run, first } of runs) scores[first * width + f.cueTo] = seeds[run] ?? -Infinity
  along(f, 1, overSegments, over)
  return seeds
}

/** For each run the best score before the cue that leads to it. */
function seedsOf(f: FrameScores): readonly number[] {
  const seeds = [-Infinity, -Infinity, -Infinity]
  for (const { before, run } of lanesOfPattern)
    seeds[run] = Math.max(seeds[run] ?? -Infinity, best[before * (f.size + 1) + f.cueFrom] ?? -Infinity)
  return seeds
}

/** The best analysis, and its probability among all. */
export function bestAnalysis(f: FrameScores): (Analysis & { readonly probability: number }) | undefined {
  makeRoom(f)
  const seeds = bestWays(f)
  const width = f.size + 1
  let top = -Infinity
  let chosen = -1
  lanesOfPattern.forEach(({ before, behind, run }, p) => {
    const head = best[before * width + f.cueFrom] ?? -Infinity
    const tail = best[behind * width + f.size] ?? -Infinity
    if (head === -Infinity || tail === -Infinity) return
    const score = head + (tail - itemAt(seeds, run)) + itemAt(f.pattern, p)
    if (score > top) {
      top = score
      chosen = p
    }
  })
  const lane = lanesOfPattern[chosen]
  if (!lane) return undefined
  const segments = [...wayTo(f, lane.before, f.cueFrom, 0), ...wayTo(f, lane.behind, f.size, f.cueTo)]
  const probability = Math.exp(top - logPartitionBeside(f, top, seeds))
  return { segments, pattern: patterns[chosen] ?? '', score: top, probability }
}

/** The segments on the best way from `start` to place `end` in a lane. */
function wayTo(f: FrameScores, lane: number, end: number, start: number): Segment[] {
  const segments: Segment[] = []
  for (let k = end; k > start;) {
    const node = lane * (f.size + 1) + k
    const step = how[node] ?? -1
    const before = itemAt(from, node)
    if (step >= 0) {
      const part = step < itemAt(f.segments.first, f.size) ? 'S' : 'C'
      segments.unshift({ part, from: before, to: k })
      lane = itemAt(laneBefore, lane)
    }
    k = before
  }
  return segments
}

/** The log of a part of a sum that is lost in the sum's rounding. */
const negligible = -45

/**
 * The log of the sum over all analyses: sums of plain numbers, each relative to the best way to its place, since sums of
 * logs cost an exponential and a logarithm at every step. At least the best way's own score, where the numbers run out.
 */
function logPartitionBeside(f: FrameScores, top: number, seeds: readonly number[]): number {
  const [sums, weights] = [sum, weight]
  const level = levels(f)
  const { end, score } = f.segments
  const width = f.size + 1
  const overSegments: OverSegments = (k, first, last, steps) => {
    const here = level[k] ?? 0
    for (let n = first; n < last; n++) {
      const log = (score[n] ?? 0) + here - (level[end[n] ?? 0] ?? 0)
      weights[n] = log > negligible ? Math.exp(log) : 0
    }
    for (let m = 0; m < steps.from.length; m++) {
      const held = sums[(steps.from[m] ?? 0) * width + k] ?? 0
      if (held === 0) continue
      const lane = (steps.to[m] ?? 0) * width
      for (let n = first; n < last; n++) {
        const node = lane + (end[n] ?? 0)
        sums[node] = (sums[node] ?? 0) + held * (weights[n] ?? 0)
      }
    }
  }
  const over: OverWord = (k, lane, score) => {
    const node = lane * width + k
    const held = sums[node] ?? 0
    if (held === 0) return
    sums[node + 1] = (sums[node + 1] ?? 0) + held * Math.exp(score + (level[k] ?? 0) - (level[k + 1] ?? 0))
  }
  sums[laneOf(0, '') * width] = 1
  along(f, 0, overSegments, over)
  for (const { run, first } of runs)
    sums[first * width + f.cueTo] = Math.exp(itemAt(seeds, run) - itemAt(level, f.cueTo))
  along(f, 1, overSegments, over)
  let whole = 0
  lanesOfPattern.forEach(({ before, behind, run }, p) => {
    const held = itemAt(sums, before * width + f.cueFrom) * itemAt(sums, behind * width + f.size)
    const rest = itemAt(level, f.cueFrom) - itemAt(seeds, run) + itemAt(f.pattern, p)
    if (held !== 0) whole += held * Math.exp(rest)
  })
  const log = itemAt(level, f.size) + Math.log(whole)
  return Number.isFinite(log) ? Math.max(log, top) : top
}

/** The best score of each place, in whatever lane. */
function levels({ size }: FrameScores): Float64Array {
  const level = new Float64Array(size + 1).fill(-Infinity)
  for (let lane = 0; lane < lanes.length; lane++)
    for (let k = 0; k <= size; k++)
      level[k] = Math.max(level[k] ?? -Infinity, best[lane * (size + 1) + k] ?? -Infinity)
  return level
}
