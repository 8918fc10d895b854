/** How often what is counted was right on real coverage, never on invented events, and how much of it is found: docs/accuracy.md. */
import { wilson } from '../editions/statistics.js'
import type { FindingKind } from '../model/comparison.js'
import type { Figure, StudyMeasure } from '../model/study.js'
import { measured } from '../print/words.js'

export type Detector = Pick<StudyMeasure, 'precision' | 'recall'>

function counted(right: number, of: number, what: string): Figure | null {
  const value = right / of
  const interval = wilson(value, of)
  return interval && { value, ...interval, set: `${of} ${what}` }
}

function ofFindings(kind: FindingKind): Detector {
  const found = measured[kind]
  return {
    precision: found ? counted(found.right, found.of, `such findings (${found.set})`) : null,
    recall: null,
  }
}

const events = '56 real events of three reports, read completely'

export const absence: Detector = {
  precision: counted(359, 443, `such findings in ${events}`),
  recall: counted(155, 759, `statements that two reports tell and the third lacks, in ${events}`),
}
/** Of what a measure rests on; the measure itself may err besides. */
export const rows: Detector = {
  precision: counted(886, 1071, `rows that it rests on, in ${events}`),
  recall: counted(809, 2076, `pairs of passages that state the same, in ${events}`),
}
export const utterances: Detector = {
  precision: counted(232, 265, `rows of quotations that it rests on, in ${events}`),
  recall: counted(301, 383, `pairs of passages that report one utterance, in ${events}`),
}
export const speakers: Detector = {
  precision: counted(466, 537, `names of speakers that it rests on, in ${events}`),
  recall: null,
}
export const times: Detector = {
  precision: counted(193, 208, 'days of publication that it rests on, on as many real pages'),
  recall: null,
}
export const quotation = ofFindings('quote-shortened')
export const theme = ofFindings('omitted-theme')
export const unmeasured: Detector = { precision: null, recall: null }
