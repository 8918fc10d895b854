/**
 * In:    what the finders know of an attribution: probability of its cue, of its analysis, its shape.
 * Out:   the probability that an annotator would mark it, by logistic regression on held-back articles.
 * Never: ranks; a confidence is a gate.
 */
import { itemAt } from '../../../text/item-at.js'
import type { WordRange } from '../found.js'
import type { Calibration } from './model.js'
import type { Reading } from '../reading.js'

export type Candidate = {
  readonly content: readonly WordRange[]
  readonly cue: WordRange
  readonly source: WordRange | null
  /** Of the cue as cut out here. */
  readonly cueProbability: number
  /** That a cue of any length begins there. */
  readonly cueOpens: number
  /** Probability of the analysis among all analyses with this cue. */
  readonly frameProbability: number
}

/** The evidence, in the order of `Calibration.weights`. */
export function evidenceOf(r: Reading, candidate: Candidate): number[] {
  const { content, cue, source } = candidate
  const size = content.reduce((sum, piece) => sum + piece.to - piece.from, 0)
  const quoted = content.reduce((sum, piece) => {
    let inside = 0
    for (let i = piece.from; i < piece.to; i++) if ((r.quoted[i] ?? -1) >= 0) inside++
    return sum + inside
  }, 0)
  const logit = (p: number): number => {
    const bounded = Math.min(0.999, Math.max(0.001, p))
    return Math.log(bounded / (1 - bounded))
  }
  return [
    1,
    logit(candidate.cueProbability),
    logit(candidate.frameProbability),
    source ? 1 : 0,
    quoted > 0 ? 1 : 0,
    quoted >= 0.9 * size ? 1 : 0,
    Math.min(1, size / 20),
    (r.quoted[cue.from] ?? -1) >= 0 ? 1 : 0,
    itemAt(r.heading, cue.from),
    logit(candidate.cueOpens),
  ]
}

export function confidenceOf(evidence: readonly number[], { weights }: Calibration): number {
  let sum = 0
  for (let n = 0; n < evidence.length; n++) sum += itemAt(evidence, n) * itemAt(weights, n)
  return 1 / (1 + Math.exp(-sum))
}
