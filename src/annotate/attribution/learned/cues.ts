/**
 * In:    a Reading and the cue weights.
 * Out:   candidate cues with their probability, rather too many than too few.
 * Never: joins words of two sentences into one cue.
 */
import { itemAt } from '../../../text/item-at.js'
import { labels, likelyStretches, posterior } from './chain.js'
import { cueFeatureCount, cueFeatures } from './cue-features.js'
import type { WordRange } from '../found.js'
import type { Table } from './model.js'
import type { Reading } from '../reading.js'

/** `opens`: probability that a cue of any length begins there. */
export type Cue = WordRange & { readonly probability: number; readonly opens: number }

/** What a candidate must have, probability among all labellings of its sentence and words. */
const limits = { least: 0.05, longest: 12 }

export function findCues(r: Reading, table: Table, transitions: Float64Array): Cue[] {
  const cues: Cue[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    if (i < r.size && r.sentence[i] === r.sentence[i - 1]) continue
    const start = from
    const scores = scoresOf(r, start, i - start, table)
    const sums = posterior(scores, i - start, transitions)
    for (const one of likelyStretches(scores, i - start, transitions, sums, limits))
      cues.push({ ...one, from: start + one.from, to: start + one.to })
    from = i
  }
  return cues
}

const features = new Uint32Array(cueFeatureCount)

function scoresOf(r: Reading, from: number, size: number, table: Table): Float64Array {
  const scores = new Float64Array(size * labels)
  for (let k = 0; k < size; k++) {
    cueFeatures(r, from + k, features, 0)
    for (const feature of features) {
      const at = (feature & table.mask) * labels
      for (let l = 0; l < labels; l++)
        scores[k * labels + l] = (scores[k * labels + l] ?? 0) + (table.weights[at + l] ?? 0)
    }
  }
  for (let at = 0; at < scores.length; at++) scores[at] = itemAt(scores, at) * table.scale
  return scores
}
