/** Who tells a column, in words. In: a Report and a column. Out: text. */
import type { Column } from '../model/alignment.js'
import type { Report } from '../model/report.js'
import { reportsIn } from '../text/compared.js'

export { comparedGroups, isCompared, isReadable, reportsIn, tellers } from '../text/compared.js'

/** `linked in 4 of 5 reports, 3 independent texts` */
export function linkedIn(report: Report, column: Column): string {
  const reports = reportsIn(report)
  const told = reports.filter(({ id }) => column.cells[id]?.state === 'present').length
  const texts = column.texts === 1 ? '1 independent text' : `${column.texts} independent texts`
  return `linked in ${told} of ${reports.length} reports, ${texts}`
}
