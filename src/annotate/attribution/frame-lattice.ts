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
const overWord = [false, true].map((after) => stepsOf(after, (s) => s).from)
const overSegment = [false, true].map((after) =>
  [0, 1].map((type) => stepsOf(after, (s) => nextOf[type]?.[s] ?? -1)),
)
/** The one state that a part leads from into each. */
const before = Int32Array.from(states, ({ read }) => states.findIndex((s) => s.read === read.slice(0, -1)))

/**
 * What one frame's lattice holds at each place and state, at `state * (size + 1) + place`, so that the segments that
 * begin at one word are gone through in a row. The arrays are those of the last frame, larger where it needs them.
 */
let bestRoom = new Float64Array(0)
let sumRoom = new Float64Array(0)
let fromRoom = new Int32Array(0)
let howRoom = new Int32Array(0)
let weightRoom = new Float64Array(0)

function makeRoom({ size, segments }: FrameScores): void {
  const nodes = (size + 1) * count
  if (bestRoom.length < nodes) {
    bestRoom = new Float64Array(nodes)
    sumRoom = new Float64Array(nodes)
    fromRoom = new Int32Array(nodes)
    howRoom = new Int32Array(nodes)
  }
  if (weightRoom.length < segments.end.length) weightRoom = new Float64Array(segments.end.length)
  bestRoom.fill(-Infinity, 0, nodes)
  sumRoom.fill(0, 0, nodes)
}

/** Calls `visit` for every word that is no part of the cue, in order; `side` is 0 before the cue, 1 behind it; and for the cue. */
function eachPlace(f: FrameScores, word: (k: number, side: number) => void, cue: () => void): void {
  for (let k = 0; k < f.cueFrom; k++) word(k, 0)
  cue()
  for (let k = f.cueTo; k < f.size; k++) word(k, 1)
}

/** The best score of each place and state, `how` it was come by (a segment, or -1: over a word or the cue) and from where. */
function bestWays(f: FrameScores): void {
  const [best, from, how] = [bestRoom, fromRoom, howRoom]
  const width = f.size + 1
  const { first, end, score } = f.segments
  best[0] = 0
  const overSegments = (k: number, type: number, steps: Steps): void => {
    const start = first[type * f.size + k] ?? 0
    const last = first[type * f.size + k + 1] ?? 0
    for (let m = 0; m < steps.from.length; m++) {
      const here = best[(steps.from[m] ?? 0) * width + k] ?? -Infinity
      if (here === -Infinity) continue
      const next = (steps.to[m] ?? 0) * width
      for (let n = start; n < last; n++) {
        const node = next + (end[n] ?? 0)
        const there = here + (score[n] ?? 0)
        if (there <= (best[node] ?? 0)) continue
        best[node] = there
        from[node] = k
        how[node] = n
      }
    }
  }
  const pass = (k: number, s: number, to: number, next: number, score: number): void => {
    const node = next * width + to
    const there = (best[s * width + k] ?? -Infinity) + score
    if (there <= (best[node] ?? 0)) return
    best[node] = there
    from[node] = k
    how[node] = -1
  }
  eachPlace(
    f,
    (k, side) => {
      overSegment[side]?.forEach((steps, type) => {
        overSegments(k, type, steps)
      })
      for (const s of overWord[side] ?? []) pass(k, s, k + 1, s, outsideScore(f, k, s))
    },
    () => {
      overCue.from.forEach((s, m) => {
        pass(f.cueFrom, s, f.cueTo, overCue.to[m] ?? 0, 0)
      })
    },
  )
}

function outsideScore(f: FrameScores, k: number, s: number): number {
  return f.outside[(outsideClassOf[s] ?? 0) * f.size + k] ?? 0
}

/** The best analysis, and its probability among all. */
export function bestAnalysis(f: FrameScores): (Analysis & { readonly probability: number }) | undefined {
  makeRoom(f)
  bestWays(f)
  let top = -Infinity
  let last = -1
  states.forEach((state, s) => {
    if (!state.final) return
    const score =
      (bestRoom[s * (f.size + 1) + f.size] ?? -Infinity) + (f.pattern[patternOfState[s] ?? 0] ?? 0)
    if (score > top) {
      top = score
      last = s
    }
  })
  if (last < 0) return undefined
  const probability = Math.exp(top - logPartitionBeside(f, top))
  return { segments: wayTo(f, last), pattern: states[last]?.read ?? '', score: top, probability }
}

/** The segments on the best way to the end of the window in state `last`. */
function wayTo(f: FrameScores, last: number): Segment[] {
  const segments: Segment[] = []
  let [k, s] = [f.size, last]
  while (k > 0) {
    const node = s * (f.size + 1) + k
    const step = howRoom[node] ?? -1
    const from = fromRoom[node] ?? 0
    const part = step < (f.segments.first[f.size] ?? 0) ? 'S' : 'C'
    if (step >= 0) segments.unshift({ part, from, to: k })
    if (step >= 0 || (k === f.cueTo && from === f.cueFrom)) s = before[s] ?? 0
    k = from
  }
  return segments
}

/** The log of a part of a sum that is lost in the sum's rounding. */
const negligible = -45

/**
 * The log of the sum over all analyses: sums of plain numbers, each relative to the best way to its place, since sums of
 * logs cost an exponential and a logarithm at every step. Where the numbers run out, the sums of logs say it.
 */
function logPartitionBeside(f: FrameScores, top: number): number {
  const [sum, weight] = [sumRoom, weightRoom]
  const width = f.size + 1
  const level = levels(f)
  const { first, end, score } = f.segments
  const rise = (k: number, to: number): number => (level[k] ?? 0) - (level[to] ?? 0)
  sum[0] = 1
  const overSegments = (k: number, type: number, { from, to }: Steps): void => {
    const start = first[type * f.size + k] ?? 0
    const last = first[type * f.size + k + 1] ?? 0
    const here = level[k] ?? 0
    for (let n = start; n < last; n++) {
      const log = (score[n] ?? 0) + here - (level[end[n] ?? 0] ?? 0)
      weight[n] = log > negligible ? Math.exp(log) : 0
    }
    for (let m = 0; m < from.length; m++) {
      const held = sum[(from[m] ?? 0) * width + k] ?? 0
      if (held === 0) continue
      const next = (to[m] ?? 0) * width
      for (let n = start; n < last; n++) {
        const node = next + (end[n] ?? 0)
        sum[node] = (sum[node] ?? 0) + held * (weight[n] ?? 0)
      }
    }
  }
  const pass = (k: number, s: number, to: number, next: number, score: number): void => {
    const held = sum[s * width + k] ?? 0
    if (held === 0) return
    const node = next * width + to
    sum[node] = (sum[node] ?? 0) + held * Math.exp(score + rise(k, to))
  }
  eachPlace(
    f,
    (k, side) => {
      overSegment[side]?.forEach((steps, type) => {
        overSegments(k, type, steps)
      })
      for (const s of overWord[side] ?? []) pass(k, s, k + 1, s, outsideScore(f, k, s))
    },
    () => {
      overCue.from.forEach((s, m) => {
        pass(f.cueFrom, s, f.cueTo, overCue.to[m] ?? 0, 0)
      })
    },
  )
  let whole = 0
  states.forEach((state, s) => {
    if (state.final)
      whole += (sum[s * width + f.size] ?? 0) * Math.exp(f.pattern[patternOfState[s] ?? 0] ?? 0)
  })
  const log = (level[f.size] ?? 0) + Math.log(whole)
  return Number.isFinite(log) && log >= top - 1e-6 ? log : forwardSums(f).logPartition
}

/** The best score of each place, in whatever state. */
function levels({ size }: FrameScores): Float64Array {
  const level = new Float64Array(size + 1).fill(-Infinity)
  for (let s = 0; s < count; s++)
    for (let k = 0; k <= size; k++)
      level[k] = Math.max(level[k] ?? -Infinity, bestRoom[s * (size + 1) + k] ?? -Infinity)
  return level
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
