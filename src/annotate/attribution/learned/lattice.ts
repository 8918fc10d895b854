/**
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004) over one window: from scores of segments, outside words and orders
 * to the best source and content around a given cue, with its probability. No segment crosses the cue.
 */
import { itemAt } from '../../../text/item-at.js'

/** The orders of source (S), cue (Q) and pieces of content (C) that were seen ten times or more in the training texts. */
export const orders = [
  'SQC', 'CSQ', 'CSQC', 'CQS', 'QC', 'CQC', 'CQSC', 'QSC', 'SQCC', 'CQ', 'QCS', 'SCQ', 'CSQCC', 'CCSQ', 'CQCS',
  'CQSCC', 'SCQC', 'QCC', 'CCQS', 'QSCC', 'CQCC', 'CCSQC', 'CCQ',
] as const // prettier-ignore

export const outsideClasses = 7

/** Classes of words outside all parts, behind the parts `read`: 0 nothing read, 1 S, 2 C; after the cue 3 Q, 4 S, 5 C, 6 C…Q. */
function outsideClassOf(read: string): number {
  const last = read.at(-1)
  if (!read.includes('Q')) return last === undefined ? 0 : last === 'S' ? 1 : 2
  if (last === 'Q') return read.includes('C') ? 6 : 3
  return last === 'S' ? 4 : 5
}

/** All possible segments, by type (0 source, 1 content), then by first word, then by end. */
export type SegmentList = {
  /** Where the segments of type t that begin at word k start in the lists: at `t * size + k`; the next entry ends them. */
  readonly first: readonly number[]
  /** Half-open end of each. */
  readonly end: readonly number[]
  readonly score: readonly number[]
}

export type FrameScores = {
  readonly size: number
  /** Cue within the window. */
  readonly cueFrom: number
  readonly cueTo: number
  readonly segments: SegmentList
  /** Score of word k outside in class c at `c * size + k`. */
  readonly outside: Float64Array
  /** Score of each order. */
  readonly order: Float64Array
}

export type Segment = { readonly part: 'S' | 'C'; readonly from: number; readonly to: number }

type State = {
  /** Parts read so far. */
  readonly read: string
  /** The state that each part leads to, -1 for none. */
  readonly next: Readonly<Record<'S' | 'C' | 'Q', number>>
  /** The state before the last part. */
  readonly before: number
  /** Number of the order that is read whole, or -1. */
  readonly order: number
  readonly outsideClass: number
}

/** Every beginning of an order. */
export const states: readonly State[] = statesOf([
  ...new Set(
    ['', ...orders].flatMap((order) => Array.from({ length: order.length + 1 }, (_, n) => order.slice(0, n))),
  ),
])

function statesOf(reads: readonly string[]): State[] {
  const number = (read: string): number => reads.indexOf(read)
  return reads.map((read) => ({
    read,
    next: { S: number(read + 'S'), C: number(read + 'C'), Q: number(read + 'Q') },
    before: number(read.slice(0, -1)),
    order: (orders as readonly string[]).indexOf(read),
    outsideClass: outsideClassOf(read),
  }))
}

/** Before the cue and behind it: the states, and from which to which a segment of either type leads. */
const sides = [false, true].map((behind) => {
  const own = states.flatMap(({ read }, s) => (read.includes('Q') === behind ? [s] : []))
  return {
    states: own,
    steps: (['S', 'C'] as const).map((part) =>
      own.flatMap((from) => {
        const to = states[from]?.next[part] ?? -1
        return to < 0 ? [] : [{ from, to }]
      }),
    ),
  }
})

type Steps = readonly { readonly from: number; readonly to: number }[]
type Walk = {
  /** The segments from `first` to before `last`, which begin at word `k`. */
  readonly segments: (k: number, first: number, last: number, steps: Steps) => void
  readonly word: (k: number, state: number, score: number) => void
  readonly cue: (state: number, next: number) => void
}

/** Goes through the words in order, over the cue in one step. */
function along(f: FrameScores, walk: Walk): void {
  sides.forEach(({ states: own, steps }, side) => {
    for (let k = side === 0 ? 0 : f.cueTo; k < (side === 0 ? f.cueFrom : f.size); k++) {
      steps.forEach((one, type) => {
        const place = type * f.size + k
        walk.segments(k, itemAt(f.segments.first, place), itemAt(f.segments.first, place + 1), one)
      })
      for (const s of own) walk.word(k, s, f.outside[itemAt(states, s).outsideClass * f.size + k] ?? 0)
    }
    if (side === 0)
      for (const s of own) {
        const next = states[s]?.next.Q ?? -1
        if (next >= 0) walk.cue(s, next)
      }
  })
}

/** How a place was come by: over a word, over the cue, or by the segment of this number. */
const overWord = -1
const overCue = -2

type Ways = { readonly best: Float64Array; readonly from: Int32Array; readonly how: Int32Array }

/** For each state and place, at `state * (size + 1) + place`, the best score that leads there, and how. */
function bestWays(f: FrameScores): Ways {
  const width = f.size + 1
  const best = new Float64Array(states.length * width).fill(-Infinity)
  const from = new Int32Array(best.length)
  const how = new Int32Array(best.length)
  const { end, score } = f.segments
  best[0] = 0
  along(f, {
    segments(k, first, last, steps) {
      for (const step of steps) {
        const here = best[step.from * width + k] ?? -Infinity
        if (here === -Infinity) continue
        for (let n = first; n < last; n++) {
          const node = step.to * width + (end[n] ?? 0)
          const there = here + (score[n] ?? 0)
          if (there <= (best[node] ?? 0)) continue
          best[node] = there
          from[node] = k
          how[node] = n
        }
      }
    },
    word(k, state, outside) {
      const node = state * width + k
      const there = (best[node] ?? -Infinity) + outside
      if (there <= (best[node + 1] ?? 0)) return
      best[node + 1] = there
      from[node + 1] = k
      how[node + 1] = overWord
    },
    cue(state, next) {
      const node = next * width + f.cueTo
      best[node] = best[state * width + f.cueFrom] ?? -Infinity
      from[node] = f.cueFrom
      how[node] = overCue
    },
  })
  return { best, from, how }
}

type Analysis = {
  readonly segments: readonly Segment[]
  readonly score: number
  /** Among all analyses. */
  readonly probability: number
}

export function bestAnalysis(f: FrameScores): Analysis | undefined {
  const ways = bestWays(f)
  let top = -Infinity
  let chosen = -1
  states.forEach(({ order }, s) => {
    if (order < 0) return
    const score = itemAt(ways.best, s * (f.size + 1) + f.size) + itemAt(f.order, order)
    if (score <= top) return
    top = score
    chosen = s
  })
  if (chosen < 0) return undefined
  const probability = Math.exp(top - Math.max(top, logPartition(f, ways)))
  return { segments: wayTo(f, ways, chosen), score: top, probability }
}

/** The segments on the best way to the end in a state. */
function wayTo(f: FrameScores, { from, how }: Ways, state: number): Segment[] {
  const segments: Segment[] = []
  for (let k = f.size; k > 0;) {
    const node = state * (f.size + 1) + k
    const step = itemAt(how, node)
    if (step >= 0) {
      const part = step < itemAt(f.segments.first, f.size) ? 'S' : 'C'
      segments.unshift({ part, from: itemAt(from, node), to: k })
    }
    if (step !== overWord) state = itemAt(states, state).before
    k = itemAt(from, node)
  }
  return segments
}

/** The log of the sum over all analyses; plain numbers are summed, relative to the best way, which costs no logarithm a step. */
function logPartition(f: FrameScores, { best }: Ways): number {
  const width = f.size + 1
  const sums = new Float64Array(best.length)
  const level = levels(f, best)
  const { end, score } = f.segments
  const weights = new Float64Array(2 * width)
  sums[0] = 1
  along(f, {
    segments(k, first, last, steps) {
      const here = itemAt(level, k)
      for (let n = first; n < last; n++)
        weights[n - first] = Math.exp((score[n] ?? 0) + here - (level[end[n] ?? 0] ?? 0))
      for (const step of steps) {
        const held = sums[step.from * width + k] ?? 0
        if (held === 0) continue
        for (let n = first; n < last; n++) {
          const node = step.to * width + (end[n] ?? 0)
          sums[node] = (sums[node] ?? 0) + held * (weights[n - first] ?? 0)
        }
      }
    },
    word(k, state, outside) {
      const node = state * width + k
      const held = sums[node] ?? 0
      if (held === 0) return
      sums[node + 1] =
        (sums[node + 1] ?? 0) + held * Math.exp(outside + itemAt(level, k) - itemAt(level, k + 1))
    },
    cue(state, next) {
      sums[next * width + f.cueTo] =
        itemAt(sums, state * width + f.cueFrom) * Math.exp(itemAt(level, f.cueFrom) - itemAt(level, f.cueTo))
    },
  })
  const whole = states.reduce(
    (sum, { order }, s) =>
      order < 0 ? sum : sum + itemAt(sums, s * width + f.size) * Math.exp(itemAt(f.order, order)),
    0,
  )
  const log = itemAt(level, f.size) + Math.log(whole)
  return Number.isFinite(log) ? log : -Infinity
}

/** The best score of each place, in whatever state. */
function levels({ size }: FrameScores, best: Float64Array): Float64Array {
  const level = new Float64Array(size + 1).fill(-Infinity)
  best.forEach((score, node) => {
    const k = node % (size + 1)
    level[k] = Math.max(itemAt(level, k), score)
  })
  return level
}
