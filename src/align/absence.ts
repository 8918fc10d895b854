/**
 * How likely a report tells a thing after all in which no passage was linked with it: what decides between `absent` and
 * `unknown`, and how sure an absence is.
 *
 * In:    how near the best pair and the second search came, and where the tellers have it. Out: 0..1, on the grid.
 *        Weights: data/absence.json (scripts/train-absence.ts), learned on reports that were read completely.
 * Never: asks a report beside the silent one and the tellers.
 */
import { itemAt } from '../text/item-at.js'
import { z } from 'zod'
import { dataTable } from '../text/data-file.js'
import { quantise } from '../text/quantise.js'

export const absenceNames = [
  'pair',
  'found',
  'found squared',
  'quote',
  'quote pair',
  'quote found',
  'speaker',
  'words',
  'several tell it',
  'early',
  'headline',
] as const

export type Silence = {
  /** Probability by the best pair of a passage of the report with one that tells the thing. */
  readonly pair: number
  /** How close the second search came. */
  readonly found: number
  readonly isQuote: boolean
  /** A quotation whose speaker is known. */
  readonly spoken: boolean
  /** Content words of the shortest telling. */
  readonly words: number
  /** Reports that tell it. */
  readonly tellers: number
  /** Where they have it, 0 at their ends and 1 at their beginnings, at the mean. */
  readonly early: number
  /** One of them has it in its headline. */
  readonly headline: boolean
}

const AbsenceModel = z.strictObject({
  bias: z.number(),
  weights: z.record(z.enum(absenceNames), z.number()),
})

const absenceModel = dataTable('absence.json', (text) => AbsenceModel.parse(JSON.parse(text)))

/** Scores nearer to 0 and 1 than this say no more. */
const END = 1e-4

/** In the order of `absenceNames`. */
export function absenceFeatures(silence: Silence): number[] {
  const { found, isQuote, spoken, words, tellers, early, headline } = silence
  const bounded = Math.min(1 - END, Math.max(END, silence.pair))
  const pair = Math.log(bounded / (1 - bounded))
  return [
    pair,
    found,
    found * found,
    isQuote ? 1 : 0,
    isQuote ? pair : 0,
    isQuote ? found : 0,
    isQuote && spoken ? 1 : 0,
    Math.log1p(words),
    tellers > 1 ? 1 : 0,
    early,
    headline ? 1 : 0,
  ]
}

export function likelyTold(silence: Silence): number {
  const { bias, weights } = absenceModel()
  const values = absenceFeatures(silence)
  const odds = absenceNames.reduce((sum, name, k) => sum + weights[name] * itemAt(values, k), bias)
  return quantise(1 / (1 + Math.exp(-odds)))
}
