/**
 * Scored pairs of claims over all articles: candidates, a first score by their words, a second by a close look at what is
 * left, two articles at a time.
 *
 * In:    units in order of article and place, with their Details. Out: Pairs, of two articles each.
 * Never: lets a third article say anything about a pair.
 */
import { itemAt } from '../text/item-at.js'
import { candidates, type Couple } from './candidates.js'
import type { Detail } from './claim-details.js'
import { detailFeatures, detailNames, sentenceLikeness } from './detail-features.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { featureNames, pairFeatures } from './pair-features.js'
import { PairTable, type Pairs } from './pairs.js'
import { matcherModel, scoreRows, sureness, type Logistic } from './scorer.js'
import { sidesOf } from './side.js'
import { noThinning } from './thinning.js'
import type { UnitOf } from './unit.js'

/** How much the two articles of a pair have to do with each other, by their numbers: 0..1 (see kinship.ts). */
export type Kinship = (a: number, b: number) => number

export type DetailedUnit = UnitOf & { readonly detail: Detail }

export function claimPairs(
  units: readonly DetailedUnit[],
  lexicon: Lexicon,
  thin = noThinning,
  kinshipOf: Kinship = () => 1,
): Pairs {
  const { first, look, second, cell } = matcherModel()
  const pairs = new PairTable()
  for (const couple of couples(units, lexicon, thin)) {
    if (couple.passedOver) pairs.passedOver.add(couple.a.article).add(couple.b.article)
    const near = looked(couple, firstLook(couple, lexicon), first, look)
    const count = near.couple.x.length
    const scores = scoreRows(count, second, [
      { names: featureNames, values: near.values },
      {
        names: detailNames,
        values: closeLook(near.couple, units, lexicon, kinshipOf(couple.a.article, couple.b.article)),
      },
    ])
    scores.forEach((likely, k) => {
      const [i, j] = [couple.a.first + itemAt(near.couple.x, k), couple.b.first + itemAt(near.couple.y, k)]
      const score = isCopy(units[i], units[j]) ? 1 : likely
      pairs.add(i, j, sureness(cell, score), score)
    })
  }
  return pairs
}

/** The same clause of the same sentence: nothing is more alike. */
function isCopy(a: DetailedUnit | undefined, b: DetailedUnit | undefined): boolean {
  return a?.detail.text === b?.detail.text && a?.detail.sentence.text === b?.detail.sentence.text
}

/** Each two articles with the pairs of their units that are worth comparing. */
export function* couples(units: readonly UnitOf[], lexicon: Lexicon, thin = noThinning): Generator<Couple> {
  const sides = sidesOf(units)
  for (const [k, b] of sides.entries())
    for (const a of sides.slice(0, k)) yield candidates(a, b, lexicon, thin(a.article, b.article))
}

/** Features of the first step, a row for each pair. */
export function firstLook(couple: Couple, lexicon: Lexicon): Float64Array {
  return pairFeatures(couple, lexicon)
}

/** The pairs that the first step leaves, with its features. */
export function looked(
  couple: Couple,
  values: Float64Array,
  first: Logistic,
  look: number,
): { readonly couple: Couple; readonly values: Float64Array } {
  const width = featureNames.length
  const scores = scoreRows(couple.x.length, first, [{ names: featureNames, values }])
  const left = [...scores.keys()].filter((k) => itemAt(scores, k) >= look)
  const kept = new Float64Array(left.length * width)
  left.forEach((k, row) => {
    kept.set(values.subarray(k * width, (k + 1) * width), row * width)
  })
  return {
    couple: {
      ...couple,
      x: Int32Array.from(left, (k) => itemAt(couple.x, k)),
      y: Int32Array.from(left, (k) => itemAt(couple.y, k)),
    },
    values: kept,
  }
}

/** What the second step adds, a row for each pair. */
export function closeLook(
  { a, b, x, y }: Couple,
  units: readonly DetailedUnit[],
  lexicon: Lexicon,
  kinship: number,
): Float64Array {
  const values = new Float64Array(x.length * detailNames.length)
  const ofSentences = sentenceLikeness(lexicon)
  for (let k = 0; k < x.length; k++) {
    const [one, two] = [units[a.first + itemAt(x, k)], units[b.first + itemAt(y, k)]]
    if (one && two)
      values.set(
        detailFeatures(one.detail, two.detail, lexicon, kinship, ofSentences),
        k * detailNames.length,
      )
  }
  return values
}
