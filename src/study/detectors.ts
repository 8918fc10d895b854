/**
 * How often what the program counts was right on real coverage, and how much of it it finds: docs/accuracy.md as data. Null where nobody
 * has measured it. Never: a figure of invented events.
 */
import { wilson } from '../editions/statistics.js'
import { measured, type Measured } from '../print/sureness.js'

/** A share with its interval, 0 to 1, and on what it was measured. */
export type Figure = {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly set: string
}

export type Detector = { readonly precision: Figure | null; readonly recall: Figure | null }

function counted(found: Measured | undefined): Figure | null {
  if (found === undefined) return null
  const value = found.right / found.of
  const interval = wilson(value, found.of)
  return interval && { value, ...interval, set: found.set }
}

const set = '56 real events of three reports, read completely'

/** Recall: of what two reports tell and the third lacks, by readers who read all of it. */
export const absence: Detector = {
  precision: counted({ right: 359, of: 443, set }),
  recall: counted({ right: 155, of: 759, set }),
}
/** Recall: of the passages that tell the same thing. */
export const rows: Detector = {
  precision: counted({ right: 886, of: 1071, set }),
  recall: counted({ right: 809, of: 2076, set }),
}
export const utterances: Detector = {
  precision: counted({ right: 232, of: 265, set }),
  recall: counted({ right: 301, of: 383, set }),
}
export const quotation: Detector = { precision: counted(measured['quote-shortened']), recall: null }
export const theme: Detector = { precision: counted(measured['omitted-theme']), recall: null }
export const speakers: Detector = { precision: counted({ right: 466, of: 537, set }), recall: null }
export const times: Detector = {
  precision: counted({ right: 193, of: 208, set: '208 real pages, the day of publication' }),
  recall: null,
}
export const unmeasured: Detector = { precision: null, recall: null }
