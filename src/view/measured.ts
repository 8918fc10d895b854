/**
 * Measured precision of each kind of finding: how many of those published were right on a named test set.
 * Filled from `npm run eval`; a kind that is missing here was not measured, and the views say so.
 */
import type { FindingKind } from '../model/comparison.js'

export type Measured = {
  /** Right findings and all findings on the set. */
  readonly right: number
  readonly of: number
  /** The set's name, as the docs use it. */
  readonly set: string
}

export const measured: Readonly<Partial<Record<FindingKind, Measured>>> = {}
