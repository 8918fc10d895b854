/**
 * From features to the probability that two units tell the same: logistic regression, in two steps for articles.
 *
 * The first step looks at the pair alone. The second knows the pair's rivals: the other units of the same two articles
 * and the neighbours in both texts. No third article is asked, so that none can change a link between two.
 *
 * In: feature values. Out: probabilities on the grid of quantise. Weights: data/matcher.json (scripts/train-matcher.mjs).
 */
import { readFileSync } from 'node:fs'
import { dataFile } from '../text/data-file.js'
import { quantise } from '../text/quantise.js'

/** Logistic regression: feature names with weights, and the constant. */
export type Logistic = {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

export type MatcherModel = {
  readonly pair: Logistic
  readonly rival: Logistic
  readonly bare: Logistic
  /** What the whole sentences say; learned on sentence pairs of ECB+ (see docs/accuracy-alignment.md). */
  readonly sentence: Logistic
  /** Its part in the score of two claims, 0..1. */
  readonly support: number
  /** Added to the log odds of the two together, for joining. */
  readonly lift: number
  /** Below this kinship of two articles their claims are held apart … */
  readonly kin: number
  /** … by this much less log odds for each unit that is lacking. */
  readonly strangeness: number
  /** Mean joining score between two groups of claims at which they still join. */
  readonly join: number
}

let loaded: MatcherModel | undefined

export function matcherModel(): MatcherModel {
  loaded ??= JSON.parse(readFileSync(dataFile('matcher.json'), 'utf8')) as MatcherModel
  return loaded
}

/** Rows of values end to end, as wide as there are names. */
export type Rows = { readonly names: readonly string[]; readonly values: Float64Array }

/** A probability for each row; the values of a row stand in one or more tables, one beside the other. */
export function scoreRows(count: number, model: Logistic, tables: readonly Rows[]): Float64Array {
  const sums = new Float64Array(count).fill(model.bias)
  for (const { names, values } of tables) {
    const weights = Float64Array.from(names, (name) => model.weights[name] ?? 0)
    for (let row = 0, at = 0; row < count; row++) {
      let sum = sums[row] ?? 0
      for (const weight of weights) sum += weight * (values[at++] ?? 0)
      sums[row] = sum
    }
  }
  return sums.map((sum) => quantise(1 / (1 + Math.exp(-sum))))
}

export function logit(p: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, p))
  return Math.log(bounded / (1 - bounded))
}
