/** How sure, in words: a frequency where the kind of finding was measured, else a plain statement that it was not; never a decimal. */
import type { Finding, FindingKind } from '../model/comparison.js'
import { inWords } from './words.js'

/**
 * Measured precision: how many of those in front and in the smaller list strict readers of real coverage signed (docs/accuracy.md).
 * Rates of invented events have no place here. A kind that is missing was shown fewer than ten times, or found otherwise then.
 */
export type Measured = {
  /** Right findings and all findings on the set. */
  readonly right: number
  readonly of: number
  /** The set's name, as the docs use it. */
  readonly set: string
}

const set = '24 unread real events, strict readers'
const quotations = { right: 39, of: 60, set }
const told = { right: 159, of: 192, set }

/** A second reader's in front, told apart. */
export const measuredNotes: Measured = {
  right: 37,
  of: 52,
  set: 'notes of one language model on eight real events, strict readers',
}

export const measured: Readonly<Partial<Record<FindingKind, Measured>>> = {
  'headline-focus': { right: 24, of: 24, set },
  'omitted-quote': { right: 76, of: 98, set },
  'omitted-claim': told,
  'omitted-theme': { right: 12, of: 17, set: 'eight more unread real events, strict readers' },
  'only-here': told,
  'quote-altered': quotations,
  'quote-shortened': quotations,
}

/** Fewer findings than this on the test set, and a frequency would promise too much. */
export const enough = 10

/** `about 9 in 10 such findings were right on the test set` */
export function sureness(
  finding: Finding,
  table: Readonly<Partial<Record<FindingKind, Measured>>> = measured,
): string {
  return `${sureWords[sureClass(finding.confidence)]}; ${frequency(rateOf(finding, table))}`
}

function rateOf({ kind, by }: Finding, table: Readonly<Partial<Record<FindingKind, Measured>>>) {
  return by === 'reader' ? measuredNotes : table[kind]
}

function frequency(result: Measured | undefined): string {
  if (result === undefined) return 'not yet measured on a test set'
  if (result.of < enough)
    return `measured on ${result.of} cases alone (${result.set}): too few for a frequency`
  // Half a tenth is not rounded up.
  const tenths = Math.ceil((10 * result.right) / result.of - 0.5)
  const share =
    tenths === 10
      ? 'nearly all such findings'
      : tenths === 0
        ? 'fewer than one in 20 such findings'
        : `about ${inWords(tenths)} in 10 such findings`
  return `${share} were right on the test set (${result.set})`
}

export const sureClasses = ['strong', 'fair', 'weak'] as const
export type SureClass = (typeof sureClasses)[number]

export function sureClass(confidence: number): SureClass {
  if (confidence >= 0.8) return 'strong'
  return confidence >= 0.6 ? 'fair' : 'weak'
}

/** The program's own estimate, uncalibrated. */
export const sureWords: Readonly<Record<SureClass, string>> = {
  strong: 'quite sure',
  fair: 'fairly sure',
  weak: 'less sure',
}

/** For the first screen: `fairly sure; right in about nine of ten when tested` */
export function surenessInShort(finding: Finding): string {
  const result = rateOf(finding, measured)
  const sure = sureWords[sureClass(finding.confidence)]
  if (result === undefined) return `${sure}; such lines were not tested yet`
  if (result.of < enough) return `${sure}; ${result.right} of ${result.of} right when tested`
  const tenths = Math.round((10 * result.right) / result.of)
  return `${sure}; right in ${tenths === 10 ? 'nearly all cases' : `about ${inWords(tenths)} of ten`} when tested`
}
