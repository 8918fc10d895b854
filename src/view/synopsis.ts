/**
 * The rows of the synopsis: claims told in two reports or more, most prominent first, each with what filters and sorting
 * go by.
 *
 * In: a Report. Out: rows. Never: a claim told in one report alone; those are listed by article.
 */
import type { Cell, ClaimColumn, Column } from '../model/alignment.js'
import type { Finding, FindingKind } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { byKeys, compareCodeUnits } from '../text/order.js'
import { tellers } from './counts.js'
import { sureClass, type SureClass } from './sureness.js'

export type CellState = 'asserts' | 'other-value' | 'denies' | 'absent' | 'unknown'

export type SynopsisRow = {
  readonly column: ClaimColumn
  readonly findings: readonly Finding[]
  readonly kinds: readonly FindingKind[]
  readonly states: readonly CellState[]
  /** Class of the least sure of the row's passages. */
  readonly sureness: SureClass
  /** How many cells say something else than the fullest version, plus findings: higher first in "differences first". */
  readonly difference: number
  /** Where it stands, 0 (start) to 1 (end), in the report that has it earliest. */
  readonly place: number
}

export function synopsisRows(report: Report): readonly SynopsisRow[] {
  const lengths = new Map(
    report.articles.map((article) => [article.id, article.textLength ?? article.text.length]),
  )
  const byColumn = findingsByColumn(report.findings)
  return report.claims
    .filter((column) => tellers(column).length > 1)
    .sort(
      byKeys(
        (column) => -column.salience,
        (column) => column.id,
      ),
    )
    .map((column) => rowOf(column, byColumn.get(column.id) ?? [], lengths))
}

export function findingsByColumn(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const by = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.column === null) continue
    by.set(finding.column, [...(by.get(finding.column) ?? []), finding])
  }
  return by
}

export function stateOf(cell: Cell | undefined): CellState {
  if (cell === undefined) return 'unknown'
  return cell.state === 'present' ? cell.stance : cell.state
}

function rowOf(
  column: ClaimColumn,
  findings: readonly Finding[],
  lengths: ReadonlyMap<string, number>,
): SynopsisRow {
  const cells = Object.values(column.cells)
  const present = cells.flatMap((cell) => (cell.state === 'present' ? [cell] : []))
  const other = present.filter((cell) => cell.stance !== 'asserts').length
  return {
    column,
    findings,
    kinds: unique(findings.map((finding) => finding.kind)),
    states: unique(cells.map(stateOf)),
    sureness: sureClass(Math.min(...present.map((cell) => cell.confidence))),
    difference: 10 * other + findings.length,
    place: firstPlace(column, lengths),
  }
}

function firstPlace(column: Column, lengths: ReadonlyMap<string, number>): number {
  const places = Object.entries(column.cells).flatMap(([article, cell]) =>
    cell.state === 'present'
      ? cell.mentions.map((mention) => mention.start / Math.max(1, lengths.get(article) ?? 1))
      : [],
  )
  return Math.min(1, ...places)
}

function unique<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort(compareCodeUnits)
}
