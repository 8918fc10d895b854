/**
 * Measured precision of each kind of finding: how many of those published were right, over the three invented events
 * in `tests/events` (a court ruling, a dam failure, a takeover), on which nothing is tuned. Filled from `npm run eval`;
 * a kind that is missing here was shown too rarely to measure, and the views say so.
 */
import type { FindingKind } from '../model/comparison.js'

export type Measured = {
  /** Right findings and all findings on the set. */
  readonly right: number
  readonly of: number
  /** The set's name, as the docs use it. */
  readonly set: string
}

const set = 'the held-out events'

export const measured: Readonly<Partial<Record<FindingKind, Measured>>> = {
  conflict: { right: 6, of: 8, set },
  'attribution-dropped': { right: 1, of: 8, set },
  'quote-shortened': { right: 16, of: 16, set },
  'quote-paraphrased': { right: 12, of: 14, set },
  'omitted-claim': { right: 33, of: 51, set },
  'omitted-quote': { right: 33, of: 51, set },
}
