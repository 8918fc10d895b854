/**
 * What stands first in every view, as part of the report, so that a program that reads the JSON has it too.
 *
 * In:    a Report as far as it is made. Out: the same with `agreement` and `front`.
 * Never: decides anew: both are what the views print (view/agreement.ts, view/blocks.ts).
 */
import type { Agreed, Report } from '../model/report.js'
import { agreement, type Line } from './agreement.js'
import { frontOf } from '../print/blocks.js'
import { isCompared, reportsIn } from '../print/counts.js'

export function withFirstScreen(report: Report): Report {
  const { lines, ofAll } = agreement(report)
  return {
    ...report,
    agreement: ofAll ? lines.map((line) => agreed(report, line)) : [],
    front: frontOf(report.findings).map(({ id }) => id),
  }
}

function agreed(report: Report, { column, words }: Line): Agreed {
  const ids = (state: 'present' | 'unknown'): readonly string[] =>
    reportsIn(report)
      .flatMap(({ id }) => (column.cells[id]?.state === state ? [id] : []))
      .sort()
  const unread = reportsIn(report).flatMap((article) => (isCompared(article) ? [] : [article.id]))
  return {
    column: column.id,
    label: words,
    articles: ids('present'),
    unknown: [...new Set([...ids('unknown'), ...unread])].sort(),
  }
}
