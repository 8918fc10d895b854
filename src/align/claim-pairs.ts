/**
 * Scored pairs of units over all articles: candidates, features, the two steps of the scorer.
 *
 * In:    units with their articles' numbers. Out: pairs (i < j) with probabilities, in order.
 * Never: lets a third article say anything about a pair.
 */
import { candidatePairs } from './candidates.js'
import type { ScoredPair } from './cluster.js'
import type { Lexicon } from './lexicon.js'
import { featureNames, pairFeatures } from './pair-features.js'
import { rivalFeatures, rivalNames } from './rivals.js'
import { matcherModel, scorer } from './scorer.js'
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
