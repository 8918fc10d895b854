/** A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): outside, first and later word of a cue. */
import { itemAt } from '../../../text/item-at.js'
export const labels = 3
const outside = 0
export const first = 1
export const later = 2

/** Scores of label pairs, row = earlier label, row `labels` = start. A `later` never follows `outside` or the start. */
export type Transitions = Float64Array
export const transitionCount = (labels + 1) * labels

export function allowed(earlier: number, label: number): boolean {
  return label !== later || earlier === first || earlier === later
}

export function logSum(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

/** A stretch of words `from` to before `to`, labelled first, later, later … and not later behind. */
type Stretch = {
  readonly from: number
  readonly to: number
  readonly probability: number
  /** Probability that its first word begins a stretch of any length. */
  readonly opens: number
}

/** Every stretch of at most `longest` words whose probability among all labellings is `least` or more. */
export function likelyStretches(
  scores: Float64Array,
  size: number,
  transitions: Transitions,
  { label, forward, backward, logPartition }: Posterior,
  { least, longest }: { readonly least: number; readonly longest: number },
): Stretch[] {
  const out: Stretch[] = []
  const pair = (earlier: number, l: number): number => itemAt(transitions, earlier * labels + l)
  for (let from = 0; from < size; from++) {
    const opens = itemAt(label, from * labels + first)
    if (opens < least) continue
    let open = itemAt(forward, from * labels + first)
    for (let to = from + 1; to <= size && to - from <= longest; to++) {
      const last = to - 1 === from ? first : later
      let behind = to === size ? 0 : -Infinity
      if (to < size)
        for (const next of [outside, first]) {
          const at = to * labels + next
          behind = logSum(behind, pair(last, next) + itemAt(scores, at) + itemAt(backward, at))
        }
      const probability = Math.exp(open + behind - logPartition)
      if (probability >= least) out.push({ from, to, probability, opens })
      // Behind the last word there is nothing to score.
      open += pair(last, later) + (scores[to * labels + later] ?? 0)
    }
  }
  return out
}

export type Posterior = {
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** Probability of label `l` at word `i`, at `i * labels + l`. */
  readonly label: Float64Array
  readonly logPartition: number
}

/** Forward-backward. */
export function posterior(scores: Float64Array, size: number, transitions: Transitions): Posterior {
  const forward = new Float64Array(size * labels).fill(-Infinity)
  const backward = new Float64Array(size * labels)
  const get = (table: Float64Array, at: number): number => table[at] ?? 0
  for (let label = 0; label < labels; label++)
    if (allowed(labels, label))
      forward[label] = get(transitions, labels * labels + label) + get(scores, label)
  for (let i = 1; i < size; i++)
    for (let label = 0; label < labels; label++) {
      let sum = -Infinity
      for (let earlier = 0; earlier < labels; earlier++)
        if (allowed(earlier, label))
          sum = logSum(
            sum,
            get(forward, (i - 1) * labels + earlier) + get(transitions, earlier * labels + label),
          )
      forward[i * labels + label] = sum + get(scores, i * labels + label)
    }
  for (let i = size - 2; i >= 0; i--)
    for (let earlier = 0; earlier < labels; earlier++) {
      let sum = -Infinity
      for (let label = 0; label < labels; label++)
        if (allowed(earlier, label)) {
          const at = (i + 1) * labels + label
          sum = logSum(sum, get(transitions, earlier * labels + label) + get(scores, at) + get(backward, at))
        }
      backward[i * labels + earlier] = sum
    }
  let logPartition = -Infinity
  for (let label = 0; label < labels; label++)
    logPartition = logSum(logPartition, get(forward, (size - 1) * labels + label))
  const label = new Float64Array(size * labels)
  for (let at = 0; at < size * labels; at++)
    label[at] = Math.exp(get(forward, at) + get(backward, at) - logPartition)
  return { label, logPartition, forward, backward }
}
