/**
 * The rows of the synopsis: claims told in two reports or more, each with what filters and sorting go by, and what a cell says.
 *
 * In: a Report. Out: rows in the order of the report. Never: a claim told in one report alone; those are listed by article.
 */
import type { ClaimColumn, Column } from '../model/alignment.js'
import type { Finding } from '../model/comparison.js'
import type { InspectedArticle, Report, RowChip } from '../model/report.js'
import { grouped } from '../text/grouped.js'

export type CellState = 'asserts' | 'perhaps' | 'other-value' | 'denies' | 'absent' | 'unknown'

export type SynopsisRow = {
  readonly column: ClaimColumn
  readonly findings: readonly Finding[]
  readonly chips: readonly RowChip[]
  /** Told by every report, in the same sense and value, in own words by all or credited by all. */
  readonly alike: boolean
}

export function synopsisRows({ rows = [], claims, findings }: Report): readonly SynopsisRow[] {
  const byColumn = findingsByColumn(findings)
  const columns = new Map(claims.map((column) => [column.id, column]))
  return rows.flatMap(({ column: id, chips }) => {
    const column = columns.get(id)
    return column ? [{ column, findings: byColumn.get(id) ?? [], chips, alike: chips.length === 0 }] : []
  })
}

export function findingsByColumn(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return grouped(findings, ({ column }) => (column === null ? [] : [column]))
}

export function titleOf({ title, label }: Pick<Column, 'title' | 'label'>): string {
  return title ?? label
}

export function stateOf(article: InspectedArticle, column: Column): CellState {
  const cell = column.cells[article.id]
  if (cell === undefined) return 'unknown'
  if (cell.state !== 'present') return cell.state
  return cell.perhaps === true ? 'perhaps' : cell.stance
}
