/**
 * Scored pairs of units over all articles: candidates, features, the steps of the scorer, two articles at a time.
 *
 * In:    units in order of article and place. Out: Pairs.
 * Never: lets a third article say anything about a pair.
 */
import { quantise } from '../text/quantise.js'
import { candidates, type Couple } from './candidates.js'
import type { Lexicon } from './lexicon.js'
import { featureNames, pairFeatures } from './pair-features.js'
import { PairTable, type Pairs } from './pairs.js'
import { rivalFeatures, rivalNames } from './rivals.js'
import { logit, matcherModel, scoreRows, type MatcherModel } from './scorer.js'
import { sentenceFeatures, sentenceNames } from './sentence-view.js'
import { sidesOf } from './side.js'
import { noThinning } from './thinning.js'
import type { UnitOf } from './unit.js'

/** How much the two articles of a pair have to do with each other, by their numbers: 0..1 (see kinship.ts). */
export type Kinship = (a: number, b: number) => number

const kin: Kinship = () => 1

export function claimPairs(
  units: readonly UnitOf[],
  lexicon: Lexicon,
  thin = noThinning,
  kinshipOf: Kinship = kin,
): Pairs {
  const model = matcherModel()
  const pairs = new PairTable()
  for (const couple of couples(units, lexicon, thin)) {
    const { a, b, x, y } = couple
    const scores = coupleScores(couple, lexicon, model)
    const joining = joiningScores(couple, scores, lexicon, model, kinshipOf(a.article, b.article))
    for (let k = 0; k < x.length; k++)
      pairs.add(a.first + (x[k] ?? 0), b.first + (y[k] ?? 0), scores[k] ?? 0, joining[k] ?? 0)
  }
  return pairs
}

/** Each two articles with the pairs of their units that are worth comparing. */
export function* couples(units: readonly UnitOf[], lexicon: Lexicon, thin = noThinning): Generator<Couple> {
  const sides = sidesOf(units)
  for (const [k, b] of sides.entries())
    for (const a of sides.slice(0, k + 1)) yield candidates(a, b, lexicon, thin(a.article, b.article))
}

/** Scores of the first two steps: the pair alone, then the pair among its rivals. */
export function coupleScores(couple: Couple, lexicon: Lexicon, model: MatcherModel): Float64Array {
  const count = couple.x.length
  const alone = { names: featureNames, values: pairFeatures(couple, lexicon) }
  const first = scoreRows(count, model.pair, [alone])
  const rivals = { names: rivalNames, values: rivalFeatures(couple, first) }
  return scoreRows(count, model.rival, [alone, rivals])
}

/**
 * For joining claims into columns: each pair of two articles is drawn towards what their whole sentences say, a weighted
 * mean of the two on the scale of log odds, lifted so that a pair without a score weighs more against a join, and lowered
 * where the two articles have little to do with each other. What comes out ranks and joins; it is no probability.
 */
export function joiningScores(
  couple: Couple,
  scores: Float64Array,
  lexicon: Lexicon,
  { sentence, support, lift, kin: enough, strangeness }: MatcherModel,
  kinship: number,
): Float64Array {
  if (couple.a === couple.b) return scores
  const values = sentenceFeatures(couple, scores, lexicon)
  const third = scoreRows(scores.length, sentence, [{ names: sentenceNames, values }])
  const added = lift - strangeness * Math.max(0, enough - kinship)
  return scores.map((score, k) => {
    const odds = (1 - support) * logit(score) + support * logit(third[k] ?? 0) + added
    return quantise(1 / (1 + Math.exp(-odds)))
  })
}
