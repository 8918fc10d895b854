/**
 * How likely a report tells after all what a sentence of another tells: 0..1, on the grid. Weights: data/left-out.json
 * (scripts/train-left-out.ts), learned on reports that were read completely. Never: looks at a third report.
 */
import { dataTable } from '../../text/data-file.js'
import { likelihood, logisticOf } from '../../text/logistic.js'

export const toldNames = [
  'near',
  'near squared',
  'gone',
  'words',
  'linked',
  'absent',
  'beside',
  'unheard',
  'place',
] as const

export type Traces = {
  /** How close the nearest sentence of the silent report comes, 0..1 (search/second-search.ts). */
  readonly near: number
  /** Share of the sentence's weight of words that stand nowhere in the silent report, nor words near them, 0..1. */
  readonly gone: number
  /** Content words of the sentence. */
  readonly words: number
  /** A claim or quotation of the sentence stands in one row with a passage of the silent report. */
  readonly linked: boolean
  /** How sure the surest `absent` cell is that the silent report has in a row of the sentence; 0 where it has none. */
  readonly absent: number
  /** Of the sentences before and behind it, how many stand in a row with a passage of the silent report. */
  readonly beside: number
  /** Share of the sentence that is told by somebody whom the silent report lets say nothing, 0..1. */
  readonly unheard: number
  /** Where in its report it stands, 0..1. */
  readonly place: number
}

const model = dataTable('left-out.json', (text) => logisticOf(toldNames).parse(JSON.parse(text)))

/** In the order of `toldNames`. */
export function toldFeatures(traces: Traces): number[] {
  const { near, gone, words, linked, absent, beside, unheard, place } = traces
  return [near, near * near, gone, Math.log(words), linked ? 1 : 0, absent, beside, unheard, place]
}

export function likelyToldAfterAll(traces: Traces): number {
  return likelihood(model(), toldNames, toldFeatures(traces))
}
