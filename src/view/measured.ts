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
  conflict: { right: 7, of: 8, set },
  'quote-shortened': { right: 18, of: 18, set },
  'quote-paraphrased': { right: 11, of: 12, set },
  'omitted-claim': { right: 37, of: 56, set },
  'omitted-quote': { right: 37, of: 56, set },
}
