/**
 * Front: what happened, what all tell, what stands first, and every finding as a question and its answers.
 *
 * In:    an event as aligned and compared, its findings in the order in which compare ranked them.
 * Out:   what every view prints of it: the same findings and columns with their words, and what opens the report.
 * Never: finds or ranks anything; it is the only one to decide what is said of a finding, and it prints nothing.
 */
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { agreement } from './agreement.js'
import { answersOf } from './answers.js'
import { shownColumn, rowsOf } from './cells.js'
import type { Event } from './event.js'
import { happened } from './happened.js'
import { questionOf } from './question.js'

export type Front = Required<
  Pick<Report, 'findings' | 'claims' | 'quotes' | 'front' | 'agreement' | 'telling' | 'happened' | 'rows'>
>

/** Most findings that stand in front. */
const most = 8

export function front(event: Event): Front {
  const claims = event.claims.map((column) => shownColumn(event, column))
  return {
    findings: event.findings.map((finding) => worded(event, finding)),
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

function worded(event: Event, finding: Finding): Finding {
  const { question, about } = questionOf(event, finding)
  return { ...finding, question, about, ...answersOf(event, finding, about) }
}
