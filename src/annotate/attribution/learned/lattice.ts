/**
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004) over one window: source and content segments in one
 * of the allowed orders around a given cue.
 *
 * In:    scores of segments, of words outside them and of orders.
 * Out:   the best analysis with its probability.
 * Never: lets a segment cross the cue.
 */
import { itemAt } from '../../../text/item-at.js'
import { logSum } from './chain.js'

/**
 * The orders in which source (S), cue (Q) and pieces of content (C) stand in an attribution: every order seen at least ten
 * times in the training texts.
 */
export const orders = [
  'SQC', 'CSQ', 'CSQC', 'CQS', 'QC', 'CQC', 'CQSC', 'QSC', 'SQCC', 'CQ', 'QCS', 'SCQ', 'CSQCC', 'CCSQ', 'CQCS',
  'CQSCC', 'SCQC', 'QCC', 'CCQS', 'QSCC', 'CQCC', 'CCSQC', 'CCQ',
] as const // prettier-ignore

export const outsideClasses = 7

/**
 * What words outside all parts are told apart by, behind the parts `read`: 0 nothing read, 1 S, 2 C; after the cue 3 Q, 4 S,
 * 5 C, 6 C…Q.
 */
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

/** How a place was come by: over a word, over the cue, or by the segment of this number. */
const overWord = -1
const overCue = -2

/** For each state and place, at `state * (size + 1) + place`: the best score that leads there, and how; the log of the sum over all ways. */
type Ways = {
  readonly best: Float64Array
  readonly sum: Float64Array
  readonly from: Int32Array
  readonly how: Int32Array
}

/** Goes through the words in order, over the cue in one step. */
function waysThrough({ size, cueFrom, cueTo, segments, outside }: FrameScores): Ways {
  const width = size + 1
  const best = new Float64Array(states.length * width).fill(-Infinity)
  const sum = new Float64Array(best.length).fill(-Infinity)
  const from = new Int32Array(best.length)
  const how = new Int32Array(best.length)
  best[0] = 0
  sum[0] = 0
  const step = (before: number, node: number, score: number, k: number, by: number): void => {
    const there = itemAt(best, before) + score
    if (there === -Infinity) return
    sum[node] = logSum(itemAt(sum, node), itemAt(sum, before) + score)
    if (there <= itemAt(best, node)) return
    best[node] = there
    from[node] = k
    how[node] = by
  }
  sides.forEach(({ states: own, steps }, side) => {
    for (let k = side === 0 ? 0 : cueTo; k < (side === 0 ? cueFrom : size); k++) {
      steps.forEach((leads, type) => {
        const first = itemAt(segments.first, type * size + k)
        const last = itemAt(segments.first, type * size + k + 1)
        for (const lead of leads)
          for (let n = first; n < last; n++) {
            const end = itemAt(segments.end, n)
            step(lead.from * width + k, lead.to * width + end, itemAt(segments.score, n), k, n)
          }
      })
      for (const s of own) {
        const score = itemAt(outside, itemAt(states, s).outsideClass * size + k)
        step(s * width + k, s * width + k + 1, score, k, overWord)
      }
    }
    if (side === 0)
      for (const s of own) {
        const next = states[s]?.next.Q ?? -1
        if (next >= 0) step(s * width + cueFrom, next * width + cueTo, 0, cueFrom, overCue)
      }
  })
  return { best, sum, from, how }
}

type Analysis = {
  readonly segments: readonly Segment[]
  readonly score: number
  /** Among all analyses. */
  readonly probability: number
}

export function bestAnalysis(f: FrameScores): Analysis | undefined {
  const ways = waysThrough(f)
  let top = -Infinity
  let whole = -Infinity
  let chosen = -1
  states.forEach(({ order }, s) => {
    if (order < 0) return
    const end = s * (f.size + 1) + f.size
    whole = logSum(whole, itemAt(ways.sum, end) + itemAt(f.order, order))
    const score = itemAt(ways.best, end) + itemAt(f.order, order)
    if (score <= top) return
    top = score
    chosen = s
  })
  if (chosen < 0) return undefined
  return { segments: wayTo(f, ways, chosen), score: top, probability: Math.exp(top - Math.max(top, whole)) }
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
