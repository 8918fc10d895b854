/**
 * What training asks of a frame's lattice: how often each segment, word outside and order of parts is expected.
 *
 * In:    the scores of a frame. Out: sums over all its analyses, by sums of logs.
 * Never: looks for the best analysis (src/annotate/attribution/frame-lattice.ts).
 */
import { logSum } from '../../src/annotate/attribution/learned/chain.js'
import { states, type FrameScores } from '../../src/annotate/attribution/learned/lattice.js'

const count = states.length
const nextOf: readonly Int32Array[] = (['S', 'C'] as const).map((part) =>
  Int32Array.from(states, (state) => state.next[part]),
)
const afterCue = Int32Array.from(states, (state) => state.next.Q)
const readsCue = Uint8Array.from(states, (state) => (state.read.includes('Q') ? 1 : 0))
const classOfState = Uint8Array.from(states, (state) => state.outsideClass)

type Move = (to: number, next: number, score: number, how: number) => void

/** Calls `move` for every step out of position `k` and state `s`; `how` is -2 over the cue, -1 over a word, else a segment. */
function moves(f: FrameScores, k: number, s: number, move: Move): void {
  if (k === f.cueFrom && readsCue[s] === 0) {
    const next = afterCue[s] ?? -1
    if (next >= 0) move(f.cueTo, next, 0, -2)
    return
  }
  if (k >= f.size) return
  move(k + 1, s, f.outside[(classOfState[s] ?? 0) * f.size + k] ?? 0, -1)
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

function forwardSums(f: FrameScores): { readonly forward: Float64Array; readonly logPartition: number } {
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
    if (state.order >= 0)
      logPartition = logSum(
        logPartition,
        (forward[f.size * count + s] ?? -Infinity) + (f.order[state.order] ?? 0),
      )
  })
  return { forward, logPartition }
}

export type Expected = {
  readonly segment: Float64Array
  readonly outside: Float64Array
  readonly order: Float64Array
  readonly logPartition: number
}

/** Expected counts of segments, outside words and orders, laid out as the scores. */
export function expectedCounts(f: FrameScores): Expected {
  const { forward, logPartition } = forwardSums(f)
  const backward = new Float64Array((f.size + 1) * count).fill(-Infinity)
  const segment = new Float64Array(f.segments.score.length)
  const outside = new Float64Array(f.outside.length)
  const order = new Float64Array(f.order.length)
  states.forEach((state, s) => {
    if (state.order < 0) return
    const score = f.order[state.order] ?? 0
    backward[f.size * count + s] = score
    order[state.order] = Math.exp((forward[f.size * count + s] ?? -Infinity) + score - logPartition)
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
        const place = (classOfState[s] ?? 0) * f.size + k
        outside[place] = (outside[place] ?? 0) + p
      }
    })
    backward[node] = sum
  }
  return { segment, outside, order, logPartition }
}
