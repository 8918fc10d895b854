/**
 * The rows of the plain tables: statements and quotations that two reports or more tell.
 *
 * In:    a Report. Out: columns, in their order. Never: a row named by a headline or a torn clause ("to accept"), which says
 *        nothing by itself, nor one of reported speech alone among the quotations; cells.csv has all of them.
 */
import type { ClaimColumn, Column, QuoteColumn } from '../model/alignment.js'
import type { Report } from '../model/report.js'
import { tellers } from './counts.js'

export function statementRows({ rows = [], claims }: Report): readonly ClaimColumn[] {
  const standing = new Set(rows.filter(({ stands }) => stands).map(({ column }) => column))
  return claims.filter(({ id }) => standing.has(id))
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
