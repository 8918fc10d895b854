/**
 * In:    gold readings.
 * Out:   weights of the frame finder (source and content around a given cue), a semi-Markov conditional random field
 *        trained by AdaGrad on the log loss, cue by cue.
 * Never: looks at the clock or at anything but its arguments.
 */
import {
  endFeatures,
  startFeatures,
  insideFeatures,
  orderFeatures,
  outsideFeatures,
  pairFeatures,
} from '../../src/annotate/attribution/learned/frame-features.js'
import {
  content,
  type Frame,
  frameOf,
  source,
  cuedSentences,
  windowOf,
} from '../../src/annotate/attribution/learned/frame.js'
import { type Segment, type SegmentList, states } from '../../src/annotate/attribution/learned/lattice.js'
import { orders, outsideClasses } from '../../src/annotate/attribution/learned/lattice.js'
import { frameScores } from '../../src/annotate/attribution/learned/segment-scores.js'
import type { WordRange, Reading } from '../../src/annotate/attribution/reading.js'
import { AdaGrad, shuffled } from './adagrad.js'
import type { GoldAttribution, GoldReading } from './gold.js'
import { expectedCounts, type Expected, segmentNumber } from './lattice-sums.js'

type Example = {
  readonly reading: Reading
  readonly gold: GoldAttribution
  /** Cues of all attributions of the article, in text order. */
  readonly cues: readonly WordRange[]
}
const buffer = new Uint32Array(64)

export function trainFrames(
  articles: readonly GoldReading[],
  bits: number,
  options: { epochs: number; rate: number; decay: number; report?: (line: string) => void },
): Float32Array {
  const examples: Example[] = articles.flatMap(({ reading, attributions }) => {
    const cues = attributions.map(({ cue }) => cue)
    return attributions.map((gold) => ({ reading, gold, cues }))
  })
  const table = new AdaGrad(2 ** bits, options.rate, options.decay)
  const mask = 2 ** bits - 1
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0
    let skipped = 0
    let seen = 0
    for (const index of shuffled(examples.length, 29 + epoch)) {
      if (epoch > 0 && ++seen % 3000 === 0) table.remember()
      const example = examples[index]
      if (!example) continue
      const { reading, gold, cues } = example
      const frame = frameOf(reading, windowOf(reading, gold.cue, cuedSentences(reading, cues)))
      const segments = goldSegments(frame, gold)
      const scores = frameScores(frame, { weights: table.weights, mask, scale: 1 })
      const counts = segments && expectedCounts(scores)
      const gain = segments && counts ? subtractGold(frame, counts, segments, scores) : undefined
      if (!counts || gain === undefined) {
        skipped++
        continue
      }
      loss += counts.logPartition - gain
      update(frame, scores.segments, counts, table, mask)
    }
    options.report?.(
      `frames, round ${epoch + 1}: loss ${Math.round(loss)}, ${skipped} of ${examples.length} left out`,
    )
  }
  table.remember()
  return table.mean()
}

/** The gold parts within the window, in order; pieces outside it are left out. */
export function goldSegments(f: Frame, gold: GoldAttribution): Segment[] | undefined {
  const segments: Segment[] = []
  const add = (part: 'S' | 'C', from: number, to: number): void => {
    segments.push({ part, from: from - f.window.from, to: Math.min(f.size, to - f.window.from) })
  }
  for (const piece of gold.content)
    if (piece.from >= f.window.from && piece.from < f.window.to) add('C', piece.from, piece.to)
  const s = gold.source
  if (s && s.from >= f.window.from && s.to <= f.window.to) add('S', s.from, s.to)
  segments.sort((a, b) => a.from - b.from)
  return segments.some((segment) => segment.part === 'C') ? segments : undefined
}

/** Subtracts the gold analysis from the expected counts; its score, or undefined if the lattice does not hold it. */
function subtractGold(
  f: Frame,
  counts: Expected,
  segments: readonly Segment[],
  scores: ReturnType<typeof frameScores>,
): number | undefined {
  const cueFrom = scores.cueFrom
  let state = 0
  let k = 0
  let score = 0
  const steps: (() => void)[] = []
  const outsideUntil = (to: number): void => {
    for (; k < to; k++) {
      if (k === cueFrom) {
        state = states[state]?.next.Q ?? -1
        k = scores.cueTo
        if (k >= to) return
      }
      const place = (states[state]?.outsideClass ?? 0) * f.size + k
      score += scores.outside[place] ?? 0
      steps.push(() => (counts.outside[place] = (counts.outside[place] ?? 0) - 1))
    }
  }
  for (const segment of segments) {
    if (segment.from < k) return undefined
    outsideUntil(segment.from)
    if (k === cueFrom && state >= 0 && !(states[state]?.read.includes('Q') ?? false)) {
      state = states[state]?.next.Q ?? -1
      k = scores.cueTo
    }
    if (state < 0 || segment.from !== k) return undefined
    const place = segmentNumber(scores, segment.part === 'S' ? source : content, segment.from, segment.to)
    if (place < 0) return undefined
    score += scores.segments.score[place] ?? 0
    steps.push(() => (counts.segment[place] = (counts.segment[place] ?? 0) - 1))
    state = states[state]?.next[segment.part] ?? -1
    if (state < 0) return undefined
    k = segment.to
  }
  outsideUntil(f.size)
  if (k === cueFrom) state = states[state]?.next.Q ?? -1
  const order = states[state]?.order ?? -1
  if (order < 0) return undefined
  score += scores.order[order] ?? 0
  steps.push(() => (counts.order[order] = (counts.order[order] ?? 0) - 1))
  for (const step of steps) step()
  return score
}

const least = 1e-3

function update(f: Frame, list: SegmentList, g: Expected, table: AdaGrad, mask: number): void {
  const step = (count: number, gradient: number): void => {
    for (let n = 0; n < count; n++) table.step((buffer[n] ?? 0) & mask, gradient)
  }
  const small = (x: number): boolean => x < least && x > -least
  for (let p = 0; p < orders.length; p++) {
    const gradient = g.order[p] ?? 0
    if (small(gradient)) continue
    step(orderFeatures(f, p, buffer), gradient)
  }
  for (let c = 0; c < outsideClasses; c++)
    for (let k = 0; k < f.size; k++) {
      const gradient = g.outside[c * f.size + k] ?? 0
      if (small(gradient)) continue
      step(outsideFeatures(f, c, k, buffer), gradient)
    }
  for (const type of [source, content]) {
    const starts = new Float64Array(f.size)
    const ends = new Float64Array(f.size)
    const changes = new Float64Array(f.size + 1)
    for (let k = 0; k < f.size; k++)
      for (let n = list.first[type * f.size + k] ?? 0; n < (list.first[type * f.size + k + 1] ?? 0); n++) {
        const e = list.end[n] ?? 0
        const gradient = g.segment[n] ?? 0
        if (gradient === 0) continue
        starts[k] = (starts[k] ?? 0) + gradient
        ends[e - 1] = (ends[e - 1] ?? 0) + gradient
        changes[k] = (changes[k] ?? 0) + gradient
        changes[e] = (changes[e] ?? 0) - gradient
        if (small(gradient)) continue
        step(pairFeatures(f, type, k, e, buffer), gradient)
      }
    let inside = 0
    for (let k = 0; k < f.size; k++) {
      inside += changes[k] ?? 0
      if (!small(inside)) step(insideFeatures(f, type, k, buffer), inside)
      if (!small(starts[k] ?? 0)) step(startFeatures(f, type, k, buffer), starts[k] ?? 0)
      if (!small(ends[k] ?? 0)) step(endFeatures(f, type, k, buffer), ends[k] ?? 0)
    }
  }
}
