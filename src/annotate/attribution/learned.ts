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

/** Of all candidates those above the threshold, the surer first where two clash. */
export function select(r: Reading, all: readonly Candidate[], calibration: Calibration): Found[] {
  const scored: Scored[] = all
    .map((candidate) => ({
      ...candidate,
      confidence: quantise(confidenceOf(evidenceOf(r, candidate), calibration)),
    }))
    .filter((candidate) => candidate.confidence >= calibration.threshold)
    .sort((a, b) => b.confidence - a.confidence || a.cue.from - b.cue.from)
  const kept: Scored[] = []
  for (const candidate of scored) if (!kept.some((other) => clashes(candidate, other))) kept.push(candidate)
  kept.sort((a, b) => firstWord(a) - firstWord(b) || a.cue.from - b.cue.from)
  return kept.map((candidate) => withParent(candidate, kept))
}

function firstWord({ content, cue, source }: Candidate): number {
  return Math.min(cue.from, source?.from ?? cue.from, ...content.map((piece) => piece.from))
}

function overlaps(a: WordRange, b: WordRange): boolean {
  return a.from < b.to && b.from < a.to
}

function inside(candidate: Candidate, other: Candidate): boolean {
  return other.content.some(
    (outer) =>
      outer.from <= candidate.cue.from &&
      candidate.cue.to <= outer.to &&
      candidate.content.every((piece) => outer.from <= piece.from && piece.to <= outer.to),
  )
}

/** Two attributions clash when their contents overlap and neither lies inside the other. */
function clashes(a: Candidate, b: Candidate): boolean {
  if (overlaps(a.cue, b.cue)) return true
  const meet = a.content.some((piece) => b.content.some((other) => overlaps(piece, other)))
  return meet && !inside(a, b) && !inside(b, a)
}

function withParent(candidate: Scored, kept: readonly Scored[]): Found {
  const { content, cue, source, confidence } = candidate
  const parent = kept.findIndex((other) => other !== candidate && inside(candidate, other))
  return { content, cue, source, confidence, ...(parent >= 0 ? { parent } : {}) }
}
