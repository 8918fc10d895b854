/**
 * In:    gold readings.
 * Out:   weights of the cue tagger: a conditional random field, trained by AdaGrad on the log loss, sentence by sentence.
 * Never: looks at the clock or at anything but its arguments.
 */
import { cueFeatureCount, cueFeatures } from '../../src/annotate/attribution/learned/cues.js'
import {
  allowed, first, labels, later, type Posterior, posterior, type Transitions, transitionCount,
} from '../../src/annotate/attribution/learned/chain.js' // prettier-ignore
import { AdaGrad, shuffled } from './adagrad.js'
import type { GoldReading } from './gold.js'

export type CueWeights = {
  readonly table: Float32Array
  readonly transitions: Float64Array
  readonly bits: number
}
type Sequence = { readonly size: number; readonly features: Uint32Array; readonly gold: Uint8Array }

export function cueSequences(articles: readonly GoldReading[], bits: number): Sequence[] {
  const mask = 2 ** bits - 1
  const out: Sequence[] = []
  for (const { reading, attributions } of articles) {
    const gold = new Uint8Array(reading.size)
    for (const { cue } of attributions)
      for (let i = cue.from; i < cue.to; i++) gold[i] = i === cue.from ? first : later
    let from = 0
    for (let i = 1; i <= reading.size; i++) {
      if (i < reading.size && reading.sentence[i] === reading.sentence[i - 1]) continue
      const size = i - from
      const features = new Uint32Array(size * cueFeatureCount)
      for (let k = 0; k < size; k++) cueFeatures(reading, from + k, features, k * cueFeatureCount)
      for (let k = 0; k < features.length; k++) features[k] = (features[k] ?? 0) & mask
      const own = gold.slice(from, i)
      if (own[0] === later) own[0] = first
      out.push({ size, features, gold: own })
      from = i
    }
  }
  return out
}

export function trainCues(
  sequences: readonly Sequence[],
  bits: number,
  options: { epochs: number; rate: number; decay: number; report?: (line: string) => void },
): CueWeights {
  const table = new AdaGrad(2 ** bits * labels, options.rate, options.decay)
  const pairs = new AdaGrad(transitionCount, options.rate, 0)
  const transitions = new Float64Array(transitionCount)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0
    let seen = 0
    for (const index of shuffled(sequences.length, 17 + epoch)) {
      if (epoch > 1 && ++seen % 5000 === 0) {
        table.remember()
        pairs.remember()
      }
      const sequence = sequences[index]
      if (!sequence) continue
      const { size, features, gold } = sequence
      const scores = cueScores(table.weights, features, size)
      const p = posterior(scores, size, transitions)
      const expected = labelPairs(scores, size, transitions, p)
      loss += p.logPartition
      let before = labels
      for (let i = 0; i < size; i++) {
        const label = gold[i] ?? 0
        loss -= (scores[i * labels + label] ?? 0) + (transitions[before * labels + label] ?? 0)
        expected[before * labels + label] = (expected[before * labels + label] ?? 0) - 1
        p.label[i * labels + label] = (p.label[i * labels + label] ?? 0) - 1
        before = label
        for (let l = 0; l < labels; l++) {
          const gradient = p.label[i * labels + l] ?? 0
          if (gradient < 1e-3 && gradient > -1e-3) continue
          for (let k = i * cueFeatureCount; k < (i + 1) * cueFeatureCount; k++)
            table.step((features[k] ?? 0) * labels + l, gradient)
        }
      }
      for (let at = 0; at < transitionCount; at++) {
        pairs.step(at, expected[at] ?? 0)
        transitions[at] = pairs.weights[at] ?? 0
      }
    }
    options.report?.(`cues, round ${epoch + 1}: loss ${Math.round(loss)}`)
  }
  table.remember()
  pairs.remember()
  return { table: table.mean(), transitions: Float64Array.from(pairs.mean()), bits }
}

/** Expected number of each label pair, laid out as Transitions. */
function labelPairs(
  scores: Float64Array,
  size: number,
  transitions: Transitions,
  { label, forward, backward, logPartition }: Posterior,
): Float64Array {
  const get = (table: Float64Array, at: number): number => table[at] ?? 0
  const pairs = new Float64Array(transitionCount)
  for (let l = 0; l < labels; l++) pairs[labels * labels + l] = get(label, l)
  for (let i = 1; i < size; i++)
    for (let earlier = 0; earlier < labels; earlier++)
      for (let l = 0; l < labels; l++) {
        if (!allowed(earlier, l)) continue
        const at = i * labels + l
        const before = get(forward, (i - 1) * labels + earlier)
        const log = before + get(transitions, earlier * labels + l) + get(scores, at) + get(backward, at)
        pairs[earlier * labels + l] = get(pairs, earlier * labels + l) + Math.exp(log - logPartition)
      }
  return pairs
}

export function cueScores(table: Float32Array, features: Uint32Array, size: number): Float64Array {
  const scores = new Float64Array(size * labels)
  for (let i = 0; i < size; i++) {
    let a = 0
    let b = 0
    let c = 0
    for (let k = i * cueFeatureCount; k < (i + 1) * cueFeatureCount; k++) {
      const at = (features[k] ?? 0) * labels
      a += table[at] ?? 0
      b += table[at + 1] ?? 0
      c += table[at + 2] ?? 0
    }
    scores[i * labels] = a
    scores[i * labels + 1] = b
    scores[i * labels + 2] = c
  }
  return scores
}
