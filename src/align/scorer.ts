/**
 * From features to the probability that two claims make the same statement: logistic regression in two steps. The first,
 * cheap, says which pairs are worth a close look; the second decides. No third article is asked, so that none can change a
 * link between two.
 *
 * In: feature values. Out: probabilities on the grid of quantise. Weights: data/matcher.json (scripts/train-matcher.ts; model
 * card in docs/models.md).
 */
import { z } from 'zod'
import { dataTable } from '../text/data-file.js'
import { quantise } from '../text/quantise.js'

/** Logistic regression: feature names with weights, and the constant. */
export const Logistic = z
  .strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) })
  .readonly()
export type Logistic = z.infer<typeof Logistic>

/** Log odds of a score, turned into the log odds of being right as measured on events not learned from. */
const Sureness = z.strictObject({ slope: z.number(), offset: z.number() }).readonly()
export type Sureness = z.infer<typeof Sureness>

const MatcherModel = z
  .strictObject({
    /** By likeness of words alone. */
    first: Logistic,
    /** Pairs below this by the first step are no links. */
    look: z.number(),
    /** By the same and by what a close look shows. */
    second: Logistic,
    rows: z
      .strictObject({
        /** A row opens with two claims of two reports at or above this … */
        open: z.number(),
        /** … takes a claim of another report that reaches this with both … */
        join: z.number(),
        /** … and another of one it has from this on. */
        beside: z.number(),
      })
      .readonly(),
    /** How sure a present cell is. */
    cell: Sureness,
  })
  .readonly()
export type MatcherModel = z.infer<typeof MatcherModel>

export const matcherModel = dataTable('matcher.json', (text) => MatcherModel.parse(JSON.parse(text)))

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

/** How often a score turns out right. */
export function sureness({ slope, offset }: Sureness, score: number): number {
  return quantise(1 / (1 + Math.exp(-(slope * logit(score) + offset))))
}
