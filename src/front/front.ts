/**
 * Front: what happened, what all tell, what stands first, and every finding as a question and its answers.
 *
 * In:    an event as aligned and compared, its findings in the order in which compare ranked them.
 * Out:   what every view prints of it: the same findings and columns with their words, and what opens the report.
 * Never: finds or ranks anything; it is the only one to decide what is said of a finding, and it prints nothing.
 */
import { displayNames } from '../likeness/view.js'
import type { Finding, Found } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { reportsIn } from '../text/compared.js'
import { agreement } from './agreement.js'
import { answersOf } from './answers.js'
import { shownColumn, rowsOf } from './cells.js'
import type { Event } from './event.js'
import { happened } from './happened.js'
import { questionOf } from './question.js'
import { sentenceOf } from './sentence.js'

export type Front = Required<
  Pick<Report, 'findings' | 'claims' | 'quotes' | 'front' | 'agreement' | 'telling' | 'happened' | 'rows'>
>

/** Most findings that stand in front. */
const most = 8

export function front(event: Event): Front {
  const names = displayNames(reportsIn(event))
  const nameOf = (id: string): string => names.get(id) ?? 'the reference'
  const claims = event.claims.map((column) => shownColumn(event, column))
  return {
    findings: event.findings.map((finding) => worded(event, finding, nameOf)),
    front: event.findings
      .filter(({ severity }) => severity !== 'note')
      .slice(0, most)
      .map(({ id }) => id),
    ...agreement(event),
    happened: happened(event),
    claims,
    quotes: event.quotes.map((column) => shownColumn(event, column)),
    rows: rowsOf(event),
  }
}

/** A note's finding comes with its question and answers. */
function worded(event: Event, found: Found | Finding, nameOf: (id: string) => string): Finding {
  if ('notes' in found) return { ...found, sentence: sentenceOf(found, nameOf) }
  const { question, about } = questionOf(event, found)
  const finding = { ...found, sentence: '', question, about, ...answersOf(event, found, about) }
  return { ...finding, sentence: sentenceOf(finding, nameOf) }
}
