/** In: parts of a finding. Out: phrases that every view prints alike. */
import type { Edit, Finding } from '../model/comparison.js'
import { unquoted } from './safe-text.js'
import { carriesWords, conflictWords, editWords, gradeWords, kindName } from './words.js'

/** `Reports differ: duration, may differ`; that two cannot hold is what their block says. */
export function tagOf(finding: Finding): string {
  const { type, grade } = finding.detail
  const shownGrade = grade === 'differ' ? undefined : grade && gradeWords[grade]
  const parts = [type && conflictWords[type], shownGrade].filter((part) => part !== undefined)
  return [kindName(finding.kind), parts.join(', ')].filter((part) => part !== '').join(': ')
}

/** `middle not printed: “…” (not marked in print; the words carry a condition)` */
export function editText(edit: Edit): string {
  const words = edit.removed === '' ? '' : `: “${unquoted(edit.removed)}”`
  const carries = edit.carries === null ? '' : `; the words carry ${carriesWords[edit.carries]}`
  const elsewhere = edit.elsewhere ? '; told elsewhere in the same report' : ''
  const marked = edit.marked ? 'marked in print' : 'not marked in print'
  const pause = edit.mayBePause ? ', by an ellipsis of the fullest version: a pause or a cut' : ''
  return `${editWords[edit.type]}${words} (${marked}${pause}${carries}${elsewhere})`
}
