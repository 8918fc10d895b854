/**
 * The rows of the plain tables: statements and quotations that two reports or more tell.
 *
 * In:    a Report. Out: columns, in their order. Never: a row named by a headline or a torn clause ("to accept"), which says
 *        nothing by itself, nor one of reported speech alone among the quotations; cells.csv has all of them.
 */
import type { ClaimColumn, Column, QuoteColumn } from '../model/alignment.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { statementOf } from '../front/agreed-words.js'
import { tellers } from './counts.js'
import { passageText } from './passage.js'

export function statementRows(report: Report): readonly ClaimColumn[] {
  const told = toldByTwo(report.claims)
  // Without its text nobody can tell how a report's clause stands.
  if (report.articles.some(({ excerpts }) => excerpts !== undefined)) return told
  const articles = byId(report)
  return told.filter((column) => namedByStatement(column, articles))
}

export function quotationRows(report: Report): readonly QuoteColumn[] {
  const direct = new Set(
    report.articles.flatMap(({ quotes }) =>
      quotes.filter(({ kind }) => kind !== 'indirect').map(({ id }) => id),
    ),
  )
  return toldByTwo(report.quotes).filter((column) =>
    Object.values(column.cells).some(
      (cell) => cell.state === 'present' && cell.mentions.some(({ ref }) => direct.has(ref)),
    ),
  )
}

function toldByTwo<C extends Column>(columns: readonly C[]): readonly C[] {
  return columns.filter((column) => tellers(column).length > 1)
}

function byId({ articles }: Report): ReadonlyMap<string, InspectedArticle> {
  return new Map(articles.map((article) => [article.id, article]))
}

/** The telling whose words name the row is a statement that stands alone. */
function namedByStatement(column: ClaimColumn, articles: ReadonlyMap<string, InspectedArticle>): boolean {
  const name = column.label.replace(/…$/u, '')
  return Object.entries(column.cells).some(([id, cell]) => {
    const article = articles.get(id)
    if (!article || cell.state !== 'present') return false
    return cell.mentions.some(
      (mention) =>
        passageText(article, mention.spans).replace(/\s+/gu, ' ').startsWith(name) &&
        statementOf(article, mention) !== null,
    )
  })
}
