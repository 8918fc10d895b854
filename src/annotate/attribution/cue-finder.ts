/**
 * In:    a Reading and the cue weights.
 * Out:   candidate cues with their probability, rather too many than too few.
 * Never: joins words of two sentences into one cue.
 */
import { bestLabels, first, labels, later, outside, posterior } from './chain.js'
import { cueFeatureCount, cueFeatures } from './cue-features.js'
import type { WordRange } from './found.js'
import type { Table } from './frame-scores.js'
import { isLightCue } from './lexicon.js'
import { posOf, type Reading } from './reading.js'

export type Cue = WordRange & { readonly probability: number }

const punctuation = posOf('PUNCT')

/** Odds in favour of "outside" that a candidate must overcome. */
const candidateOdds = Math.log(4)

export function findCues(r: Reading, table: Table, transitions: Float64Array): Cue[] {
  const cues: Cue[] = []
  let from = 0
  for (let i = 1; i <= r.size; i++) {
    if (i < r.size && r.sentence[i] === r.sentence[i - 1]) continue
    const scores = scoresOf(r, from, i - from, table)
    const { label } = posterior(scores, i - from, transitions)
    for (let k = 0; k < i - from; k++) {
      const at = k * labels + outside
      scores[at] = (scores[at] ?? 0) - candidateOdds
    }
    const best = bestLabels(scores, i - from, transitions)
    for (let k = 0; k < best.length; k++) {
      if (best[k] !== first) continue
      let end = k + 1
      while (best[end] === later) end++
      let probability = 0
      for (let j = k; j < end; j++)
        probability = Math.max(probability, 1 - (label[j * labels + outside] ?? 1))
      const range = { from: from + k, to: from + end }
      cues.push({
        ...range,
        probability: isListed(r, range) ? Math.max(probability, listedCue) : probability,
      })
    }
    from = i
  }
  return cues
}

/** At the end of a sentence, after what is told, a verb and the word it tells by (`made clear`) are a cue at least so probably. */
const listedCue = 0.5

function isListed({ words, sentence, pos }: Reading, { from, to }: WordRange): boolean {
  const stop = pos[to] === punctuation ? to + 1 : to
  return sentence[stop] !== sentence[from] && isLightCue(words.slice(from, to).map(({ lemma }) => lemma))
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
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) * table.scale
  return scores
}
