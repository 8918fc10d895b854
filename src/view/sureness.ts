/**
 * How sure, in words: a frequency where the kind of finding was measured, else a plain statement that it was not.
 *
 * In: a finding. Out: a phrase. Never: a decimal.
 */
import type { Finding, FindingKind } from '../model/comparison.js'
import { measured, type Measured } from './measured.js'
import { inWords } from './words.js'

/** Fewer findings than this on the test set, and a frequency would promise too much. */
const enough = 10

/** `about 9 in 10 such findings were right on the test set` */
export function sureness(
  finding: Finding,
  table: Readonly<Partial<Record<FindingKind, Measured>>> = measured,
): string {
  return `${ownEstimate(finding.confidence)}; ${frequency(table[finding.kind])}`
}

function frequency(result: Measured | undefined): string {
  if (result === undefined) return 'not yet measured on a test set'
  if (result.of < enough)
    return `measured on ${result.of} cases alone (${result.set}): too few for a frequency`
  const tenths = Math.round((10 * result.right) / result.of)
  const share =
    tenths === 10
      ? 'nearly all such findings'
      : tenths === 0
        ? 'fewer than one in 20 such findings'
        : `about ${inWords(tenths)} in 10 such findings`
  return `${share} were right on the test set (${result.set})`
}

/** The program's own estimate, uncalibrated, in three classes. */
export function ownEstimate(confidence: number): string {
  if (confidence >= 0.8) return 'strong match of the passages'
  return confidence >= 0.6 ? 'fair match of the passages' : 'weak match of the passages'
}
