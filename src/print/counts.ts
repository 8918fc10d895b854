/**
 * Who tells a column, in reports and in independent texts. Shared copy counts once.
 *
 * In: a Report and a column. Out: counts. Never: counts an article that could not be read as silent.
 */
import type { Column } from '../model/alignment.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { isAnalysed } from '../text/analysed-language.js'

export function isReadable(article: InspectedArticle): boolean {
  return article.completeness.state !== 'unreadable'
}

/** Read, and in a language that is looked into: what such a report does not tell, it does not tell. */
export function isCompared(article: InspectedArticle): boolean {
  return isReadable(article) && isAnalysed(article.language)
}

/** The reports that are compared: without a reference, which is none. */
export function reportsIn(report: Report): readonly InspectedArticle[] {
  return report.articles.filter((article) => article.role !== 'reference')
}

/** Independence groups with at least one article that could be compared. */
export function comparedGroups(report: Report): readonly (readonly string[])[] {
  const compared = new Set(report.articles.filter(isCompared).map((article) => article.id))
  return report.independence.groups.filter((group) => group.some((id) => compared.has(id)))
}

export function tellers(column: Column): readonly string[] {
  return Object.entries(column.cells).flatMap(([article, cell]) =>
    cell.state === 'present' ? [article] : [],
  )
}

/** `linked in 4 of 5 reports, 3 independent texts` */
export function linkedIn(report: Report, column: Column): string {
  const reports = reportsIn(report)
  const told = reports.filter(({ id }) => column.cells[id]?.state === 'present').length
  const texts = column.texts === 1 ? '1 independent text' : `${column.texts} independent texts`
  return `linked in ${told} of ${reports.length} reports, ${texts}`
}
