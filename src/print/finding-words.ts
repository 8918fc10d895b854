/** In: parts of a finding. Out: phrases that every view prints alike. */
import type { Edit, Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { shorten, unquoted, visibleLine } from './safe-text.js'
import { carriesWords, conflictWords, editWords, gradeWords, kindName } from './words.js'

/** `Reports differ: duration, may differ`; that two cannot hold is what their block says. */
export function tagOf(finding: Finding): string {
  const { type, grade } = finding.detail
  const shownGrade = grade === 'differ' ? undefined : grade && gradeWords[grade]
  const parts = [type && conflictWords[type], shownGrade].filter((part) => part !== undefined)
  return [kindName(finding.kind), parts.join(', ')].filter((part) => part !== '').join(': ')
}

/** The sign of what a second reader found; '' for what the program found alone. */
export function foundBy(report: Pick<Report, 'generator'>, { by }: Finding): string {
  const name = readerName(report)
  if (by === 'reader') return `found by ${name}, checked against the texts`
  return by === 'both' ? `found by ${name}, too` : ''
}

export function readerName({ generator }: Pick<Report, 'generator'>): string {
  return visibleLine(shorten(generator.reader?.name ?? 'a second reader', 60))
}

/** `middle not printed: “…” (nothing in print shows it; the words carry a condition)` */
export function editText(edit: Edit): string {
  const words = edit.removed === '' ? '' : `: “${unquoted(edit.removed)}”`
  const notes = [
    shownInPrint(edit),
    ...(edit.carries === null ? [] : [`the words carry ${carriesWords[edit.carries]}`]),
    ...(edit.elsewhere ? ['told elsewhere in the same report'] : []),
  ].filter((note) => note !== '')
  return `${editWords[edit.type]}${words}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
}

/** Whether a reader of the report could see the change; of reported speech nobody expects a mark. */
function shownInPrint({ type, marked }: Edit): string {
  if (type === 'to-indirect') return ''
  return marked ? 'dots, brackets or quotation marks show it' : 'nothing in print shows it'
}
