/**
 * Measured precision of each kind of finding in front: how many strict readers of real coverage signed (docs/accuracy.md).
 * Rates of invented events have no place here: they do not hold for news. A kind that is missing was shown fewer than ten
 * times (the docs have its cases), and the views say so.
 */
import type { FindingKind } from '../model/comparison.js'

export type Measured = {
  /** Right findings and all findings on the set. */
  readonly right: number
  readonly of: number
  /** The set's name, as the docs use it. */
  readonly set: string
}

const fronts = 'eighteen real events, two rounds of strict readers'
/** Nine, then ten quotations in front of 80 real events, read by three readers each: readings, not quotations. */
const quotations = 'readings of quotations in front of real events, strict readers'
const credits = 'real events, one strict reader'
const leftOut = 'sixteen real events, strict readers'

export const measured: Readonly<Partial<Record<FindingKind, Measured>>> = {
  'quote-altered': { right: 54, of: 57, set: quotations },
  'quote-shortened': { right: 54, of: 57, set: quotations },
  'headline-focus': { right: 27, of: 30, set: fronts },
  'omitted-claim': { right: 15, of: 20, set: leftOut },
  'only-here': { right: 29, of: 34, set: fronts },
  'attribution-dropped': { right: 4, of: 17, set: credits },
  'certainty-differs': { right: 1, of: 8, set: credits },
  'omitted-quote': { right: 19, of: 22, set: fronts },
}
