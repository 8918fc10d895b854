/**
 * The rows of the synopsis: claims told in two reports or more, most prominent first, each with what filters and sorting
 * go by.
 *
 * In: a Report. Out: rows. Never: a claim told in one report alone; those are listed by article.
 */
import type { Cell, ClaimColumn } from '../model/alignment.js'
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { byKeys } from '../text/order.js'
import { tellers } from './counts.js'

export type CellState = 'asserts' | 'other-value' | 'denies' | 'absent' | 'unknown'

/** What a row can be asked for. `credited`: told in own words by some, credited by others. */
export type RowChip = 'differs' | 'missing' | 'credited' | 'unknown'

export type SynopsisRow = {
  readonly column: ClaimColumn
  readonly findings: readonly Finding[]
  readonly chips: readonly RowChip[]
  /** Told by every report, in the same sense and value, in own words by all or credited by all. */
  readonly alike: boolean
}

/** Rows that differ first, then the most prominent. */
export function synopsisRows(report: Report): readonly SynopsisRow[] {
  const byColumn = findingsByColumn(report.findings)
  return report.claims
    .filter((column) => tellers(column).length > 1)
    .map((column) => rowOf(column, byColumn.get(column.id) ?? []))
    .sort(
      byKeys<SynopsisRow>(
        ({ chips }) => (chips.includes('differs') ? 0 : 1),
        ({ column }) => -column.salience,
        ({ column }) => column.id,
      ),
    )
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

function rowOf(column: ClaimColumn, findings: readonly Finding[]): SynopsisRow {
  const cells = Object.values(column.cells)
  const present = cells.flatMap((cell) => (cell.state === 'present' ? [cell] : []))
  const voices = new Set(present.map(({ mentions }) => mentions.some(({ voice }) => voice === 'own')))
  const values = new Set(present.flatMap(({ value }) => value ?? []))
  const has: Readonly<Record<RowChip, boolean>> = {
    differs:
      present.some(({ stance }) => stance !== 'asserts') || values.size > 1 || findings.some(isDifference),
    missing: cells.some(({ state }) => state === 'absent'),
    credited: voices.size > 1 || findings.some(({ kind }) => kind === 'attribution-dropped'),
    unknown: cells.some(({ state }) => state === 'unknown'),
  }
  const chips = (['differs', 'missing', 'credited', 'unknown'] as const).filter((chip) => has[chip])
  return { column, findings, chips, alike: chips.length === 0 }
}

/** What is told, not how long or whether. */
function isDifference({ kind }: Finding): boolean {
  return kind === 'conflict' || kind === 'certainty-differs' || kind === 'attribution-dropped'
}
