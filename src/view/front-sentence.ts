/**
 * A finding as the first screen says it: of a quotation, first what one report leaves out or words otherwise, then the
 * fullest version; all versions stand in the finding's own sentence. Other kinds say the difference first as they are.
 *
 * In: a finding, its report and the names. Out: a sentence or two. Never: words that the finding does not hold.
 */
import type { Edit, Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import type { Labels } from './labels.js'
import { passageText } from './passage.js'
import { unquoted } from './safe-text.js'

export function frontSentence(finding: Finding, report: Report, labels: Labels): string {
  const column = report.quotes.find(({ id }) => id === finding.column)
  const source = column && labels.of(column.fullest.article)
  const [first, ...others] = finding.articles
  const outlet = first === undefined ? undefined : labels.of(first)?.outlet
  const changes = changesOf(finding.detail.edits ?? [])
  if (!column || !source || outlet === undefined || others.length > 0 || changes === '')
    return finding.sentence
  const words = column.speaker === null ? 'a statement' : `words credited to ${column.speaker.name}`
  const fullest = unquoted(passageText(source.article, column.fullest.spans))
  return `${outlet} prints ${words} ${changes}. Fullest version in these reports (${source.outlet}): “${fullest}”.`
}

/** `without “…” and “…”`: the changes that carry sense, or all where none does; '' where no words went. */
function changesOf(edits: readonly Edit[]): string {
  const gone = edits.filter(({ type, removed }) => type !== 'to-indirect' && removed !== '')
  const weighty = gone.filter(({ carries }) => carries !== null)
  const told = weighty.length > 0 ? weighty : gone
  const of = (replaced: boolean): string =>
    told
      .filter(({ type }) => (type === 'replaced') === replaced)
      .map(({ removed }) => `“${unquoted(removed)}”`)
      .join(' and ')
  return [
    ['without', of(false)],
    ['with other words for', of(true)],
  ]
    .filter(([, words]) => words !== '')
    .map((parts) => parts.join(' '))
    .join(' and ')
}
