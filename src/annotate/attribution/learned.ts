/**
 * In:    a Reading and the trained model.
 * Out:   attributions: cues by the chain model, then source and content around each cue by the frame model; of two that
 *        overlap the surer stays, one that lies inside another's content carries it as parent.
 * Never: returns an attribution below the threshold that held-back articles gave.
 */
import { type Candidate, confidenceOf, evidenceOf } from './confidence.js'
import { findCues } from './cue-finder.js'
import type { Found, WordRange } from './found.js'
import { frameOf } from './frame-features.js'
import { bestAnalysis, forwardSums } from './frame-lattice.js'
import { frameScores } from './frame-scores.js'
import { windowOf } from './frame-window.js'
import type { Calibration, Model } from './model.js'
import { claimLoose } from './loose-quotations.js'
import { quantise } from '../../text/quantise.js'
import type { Reading } from './reading.js'

export function candidates(r: Reading, model: Model): Candidate[] {
  const out: Candidate[] = []
  for (const cue of findCues(r, model.cues, model.transitions)) {
    const window = windowOf(r, cue)
    const scores = frameScores(frameOf(r, window), model.frames)
    const best = bestAnalysis(scores)
    if (!best) continue
    const place = (part: { from: number; to: number }): WordRange => ({
      from: part.from + window.from,
      to: part.to + window.from,
    })
    const found = best.segments.find((segment) => segment.part === 'S')
    out.push({
      content: best.segments.filter((segment) => segment.part === 'C').map(place),
      cue: { from: cue.from, to: cue.to },
      source: found ? place(found) : null,
      cueProbability: cue.probability,
      frameProbability: Math.exp(best.score - forwardSums(scores).logPartition),
    })
  }
  return out
}

type Scored = Candidate & { readonly confidence: number }

export function findLearned(r: Reading, model: Model): Found[] {
  return select(r, candidates(r, model), model.calibration)
}

/**
 * Of all candidates those above the threshold, the surer first where two clash, and after them quotations that none of
 * them holds (loose-quotations.ts).
 */
export function select(r: Reading, all: readonly Candidate[], calibration: Calibration): Found[] {
  const scored: Scored[] = all
    .map((candidate) => ({
      ...candidate,
      confidence: quantise(confidenceOf(evidenceOf(r, candidate), calibration)),
    }))
    .sort((a, b) => b.confidence - a.confidence || a.cue.from - b.cue.from)
  const kept: Scored[] = []
  const weak: Scored[] = []
  for (const candidate of scored)
    if (candidate.confidence < calibration.threshold) weak.push(candidate)
    else if (!kept.some((other) => clashes(candidate, other))) kept.push(candidate)
  const whole = [...claimLoose(r, kept, weak)]
  whole.sort((a, b) => firstWord(a) - firstWord(b) || cueStart(a) - cueStart(b))
  return whole.map((item) => withParent(item, whole))
}

function cueStart({ cue }: Found): number {
  return cue?.from ?? Infinity
}

function firstWord(item: Found): number {
  return Math.min(cueStart(item), item.source?.from ?? Infinity, ...item.content.map((piece) => piece.from))
}

function overlaps(a: WordRange, b: WordRange): boolean {
  return a.from < b.to && b.from < a.to
}

type Part = Pick<Found, 'content' | 'cue'>

function inside(candidate: Part, other: Part): boolean {
  const { cue } = candidate
  if (!cue) return false
  return other.content.some(
    (outer) =>
      outer.from <= cue.from &&
      cue.to <= outer.to &&
      candidate.content.every((piece) => outer.from <= piece.from && piece.to <= outer.to),
  )
}

/** Two attributions clash when their contents overlap and neither lies inside the other. */
function clashes(a: Candidate, b: Candidate): boolean {
  if (overlaps(a.cue, b.cue)) return true
  const meet = a.content.some((piece) => b.content.some((other) => overlaps(piece, other)))
  return meet && !inside(a, b) && !inside(b, a)
}

function withParent({ content, cue, source, confidence }: Found, all: readonly Found[]): Found {
  const item = { content, cue, source, confidence }
  const parent = all.findIndex((other) => other.cue !== cue && inside(item, other))
  return parent >= 0 ? { ...item, parent } : item
}
