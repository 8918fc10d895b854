/**
 * Scored pairs of units over all articles: candidates, features, the steps of the scorer.
 *
 * In:    units with their articles' numbers. Out: pairs (i < j) with probabilities, in order.
 * Never: lets a third article say anything about a pair.
 */
import { quantise } from '../text/quantise.js'
import { candidatePairs } from './candidates.js'
import type { ScoredPair } from './cluster.js'
import type { Lexicon } from './lexicon.js'
import { featureNames, pairFeatures } from './pair-features.js'
import { rivalFeatures, rivalNames } from './rivals.js'
import { logit, matcherModel, scorer } from './scorer.js'
import { sentenceFeatures, sentenceNames } from './sentence-view.js'
import type { UnitOf } from './unit.js'

export type FeaturedPair = { readonly i: number; readonly j: number; readonly values: Float64Array }

export function featuredPairs(units: readonly UnitOf[], lexicon: Lexicon): FeaturedPair[] {
  return candidatePairs(
    units.map(({ unit }) => unit),
    lexicon,
  ).flatMap(([i, j]) => {
    const [a, b] = [units[i], units[j]]
    return a && b ? [{ i, j, values: pairFeatures(a.unit, b.unit, lexicon) }] : []
  })
}

/** Scores of the first two steps: the pair alone, then the pair among its rivals. */
export function claimPairs(units: readonly UnitOf[], lexicon: Lexicon): ScoredPair[] {
  const model = matcherModel()
  const featured = featuredPairs(units, lexicon)
  const first = scorer(featureNames, model.pair)
  const scores = featured.map(({ i, j, values }) => ({ i, j, score: first(values) }))
  const second = scorer([...featureNames, ...rivalNames], model.rival)
  const rivals = rivalFeatures(units, scores)
  return featured.map(({ i, j, values }, k) => ({
    i,
    j,
    score: second([...values, ...(rivals[k] ?? [])]),
  }))
}

/**
 * For joining claims into columns: each pair of two articles is drawn towards what their whole sentences say, a weighted
 * mean of the two on the scale of log odds, lifted so that a pair without a score weighs more against a join. What comes
 * out ranks and joins; it is no probability.
 */
export function supportedPairs(
  units: readonly UnitOf[],
  pairs: readonly ScoredPair[],
  lexicon: Lexicon,
): ScoredPair[] {
  const { sentence, support, lift } = matcherModel()
  const third = scorer(sentenceNames, sentence)
  const rows = sentenceFeatures(units, pairs, lexicon)
  return pairs.map((pair, k) => {
    const row = rows[k]
    if (!row) return pair
    const odds = (1 - support) * logit(pair.score) + support * logit(third(row)) + lift
    return { ...pair, score: quantise(1 / (1 + Math.exp(-odds))) }
  })
}
