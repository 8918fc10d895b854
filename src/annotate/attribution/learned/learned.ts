/**
 * Attributions by the trained models: likely cues by the chain, then source and content around each by the frame model. Of two that
 * overlap the surer stays; one inside another’s content carries it as parent. Never: one below the learned threshold.
 */
import { type Cue, findCues } from './cues.js'
import { type Found, type WordRange, posOf, type Reading } from '../reading.js'
import { frameOf, cuedSentences, stretchesIn, type Window, windowOf } from './frame.js'
import { bestAnalysis } from './lattice.js'
import { frameScores } from './segment-scores.js'
import type { Calibration, Model } from './model.js'
import { chance, logit } from '../../../text/logistic.js'
import { limits, spender } from '../../../text/limits.js'
import { quantise } from '../../../text/quantise.js'
import { withQuotations } from '../rules/quotations.js'
import { withTurns } from '../rules/quotations.js'
import { itemAt } from '../../../text/item-at.js'

const punctuation = posOf('PUNCT')
/** Cues at least this probable end the window of the cue before them. */
const sureCue = 0.5

/** What the finder makes of a text, and the cues that its limit left unread. */
type Candidates = { readonly all: readonly Candidate[]; readonly unread: readonly WordRange[] }

export function candidates(r: Reading, model: Model): Candidates {
  const all: Candidate[] = []
  const unread: WordRange[] = []
  const cues = findCues(r, model.cues, model.transitions)
  const cued = cuedSentences(
    r,
    cues.filter(({ probability }) => probability >= sureCue),
  )
  const mayRead = spender(limits.cueStretches)
  for (const cue of cues) {
    const window = windowOf(r, cue, cued)
    if (!mayRead(cue.from, stretchesIn(window))) {
      unread.push({ from: cue.from, to: cue.to })
      continue
    }
    const whole = analysed(r, model, cue, window)
    if (whole) all.push(whole)
  }
  return { all, unread }
}

function analysed(r: Reading, model: Model, cue: Cue, window: Window): Candidate | undefined {
  const best = bestAnalysis(frameScores(frameOf(r, window), model.frames))
  if (!best) return undefined
  const place = (part: { from: number; to: number }): WordRange => ({
    from: part.from + window.from,
    to: part.to + window.from,
  })
  const found = best.segments.find((segment) => segment.part === 'S')
  return {
    content: best.segments.filter((segment) => segment.part === 'C').map(place),
    cue: { from: cue.from, to: cue.to },
    source: found ? place(found) : null,
    cueProbability: cue.probability,
    cueOpens: cue.opens,
    frameProbability: best.probability,
  }
}

type Scored = Candidate & { readonly confidence: number }

type Learned = { readonly found: readonly Found[]; readonly unread: readonly WordRange[] }

export function findLearned(r: Reading, model: Model): Learned {
  const { all, unread } = candidates(r, model)
  return { found: select(r, all, model.calibration), unread }
}

/** Of all candidates those above the threshold, the surer first where two clash, and what the rules make of them (rules/). */
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
    else if (!kept.some((other) => clashes(r, candidate, other))) kept.push(candidate)
  const told = withTurns(r, withQuotations(r, kept, weak))
  return inOrder([...told, ...nested(r, weak, told)])
}

/** Of the doubtful those inside another's content that have a verb of saying and somebody else for their source. */
function nested(r: Reading, doubtful: readonly Candidate[], told: readonly Found[]): readonly Found[] {
  const found: Found[] = []
  for (const { cue, source, content } of doubtful) {
    if (!source || r.listed[cue.to - 1] !== 1 || self.test(r.words[source.from]?.lower ?? '')) continue
    const outer = told
      .flatMap((item) => item.content)
      .find(({ from, to }) => from <= Math.min(cue.from, source.from) && Math.max(cue.to, source.to) <= to)
    const first = content[0]
    if (!outer || !first || [...told, ...found].some((other) => other.cue && overlaps(cue, other.cue)))
      continue
    const marked = r.inner.find((piece) => overlaps(piece, first) && piece.from >= cue.to)
    const from = marked?.from ?? Math.max(first.from, outer.from)
    let to = marked?.to ?? Math.min(first.to, outer.to)
    while (!marked && to > from && r.pos[to - 1] === punctuation) to--
    // "Land that Russia claims": the thing claimed stands before, and nothing is told of it.
    const pronoun = to - from === 1 && self.test(r.words[from]?.lower ?? '')
    if (to > from && !pronoun) found.push({ content: [{ from, to }], cue, source, confidence: null })
  }
  return found
}

/** Who speaks for the one who is quoted, and words that name nobody. */
const self = /^(?:i|we|you|me|us|who|which|that|it|this|there|what|one)$/u

function overlaps(a: WordRange, b: WordRange): boolean {
  return a.from < b.to && b.from < a.to
}

/** Two attributions clash when their contents overlap and neither is told inside the other. */
function clashes(r: Reading, a: Candidate, b: Candidate): boolean {
  if (overlaps(a.cue, b.cue)) return true
  const meet = a.content.some((piece) => b.content.some((other) => overlaps(piece, other)))
  return meet && !isToldIn(r, a, b) && !isToldIn(r, b, a)
}

/** Inside, and in the sentence of the other's cue or in quotation marks: a later credit outside them is the outlet's own. */
function isToldIn(r: Reading, inner: Candidate, outer: Candidate): boolean {
  const { from } = inner.cue
  return (
    isInside(inner, outer) && (r.sentence[from] === r.sentence[outer.cue.from] || (r.quoted[from] ?? -1) >= 0)
  )
}

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
  return [
    1,
    logit(candidate.cueProbability, 0.001),
    logit(candidate.frameProbability, 0.001),
    source ? 1 : 0,
    quoted > 0 ? 1 : 0,
    quoted >= 0.9 * size ? 1 : 0,
    Math.min(1, size / 20),
    (r.quoted[cue.from] ?? -1) >= 0 ? 1 : 0,
    itemAt(r.heading, cue.from),
    logit(candidate.cueOpens, 0.001),
  ]
}

export function confidenceOf(evidence: readonly number[], { weights }: Calibration): number {
  let sum = 0
  for (let n = 0; n < evidence.length; n++) sum += itemAt(evidence, n) * itemAt(weights, n)
  return chance(sum)
}

type Part = Pick<Found, 'content' | 'cue'>

export function inOrder(found: readonly Found[]): Found[] {
  const ordered = [...found].sort((a, b) => firstWord(a) - firstWord(b) || cueStart(a) - cueStart(b))
  const parents = parentsOf(ordered)
  return ordered.map(({ content, cue, source, confidence, verbatim }, n) => {
    const item = { content, cue, source, confidence, ...(verbatim ? { verbatim } : {}) }
    const parent = parents.get(n)
    return parent === undefined ? item : { ...item, parent }
  })
}

function cueStart({ cue }: Found): number {
  return cue?.from ?? Infinity
}

function firstWord(item: Found): number {
  return Math.min(cueStart(item), item.source?.from ?? Infinity, ...item.content.map((piece) => piece.from))
}

/** Whether cue and content of one stand in the content of the other. */
function isInside(candidate: Part, other: Part): boolean {
  const { cue } = candidate
  if (!cue) return false
  const within = (part: WordRange): boolean =>
    other.content.some((outer) => outer.from <= part.from && part.to <= outer.to)
  return within(cue) && candidate.content.every(within)
}

/** Of each that another holds, the place of the innermost that does; one pass, by the contents open where its cue begins. */
function parentsOf(all: readonly Found[]): ReadonlyMap<number, number> {
  const pieces = all
    .flatMap(({ content }, n) => content.map(({ from, to }) => ({ from, to, n })))
    .sort((a, b) => a.from - b.from || a.n - b.n)
  const inner = [...all.entries()].filter(([, { cue }]) => cue !== null)
  inner.sort(([, a], [, b]) => cueStart(a) - cueStart(b))
  const parents = new Map<number, number>()
  let open: typeof pieces = []
  let next = 0
  for (const [n, item] of inner) {
    const at = cueStart(item)
    for (let piece = pieces[next]; piece && piece.from <= at; piece = pieces[++next]) open.push(piece)
    open = open.filter(({ to }) => to > at)
    const holding = open.flatMap(({ n: other }) => {
      const outer = all[other]
      return outer && outer.cue !== item.cue && isInside(item, outer) ? [other] : []
    })
    holding.sort((a, b) => size(all[a]) - size(all[b]) || a - b)
    const [innermost] = holding
    if (innermost !== undefined) parents.set(n, innermost)
  }
  return parents
}

function size(item: Found | undefined): number {
  return (item?.content ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
}
