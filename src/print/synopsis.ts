/**
 * The rows of the synopsis: claims told in two reports or more, most prominent first, each with what filters and sorting
 * go by.
 *
 * In: a Report. Out: rows. Never: a claim told in one report alone; those are listed by article.
 */
import { contentKey } from '../english/concepts.js'
import type { ClaimColumn, Column, PresentCell } from '../model/alignment.js'
import type { Finding } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { byKeys } from '../text/order.js'
import { tokenize } from '../text/tokens.js'
import { tellers } from './counts.js'
import { passageText } from './passage.js'
import { visibleLine } from './safe-text.js'

export type CellState = 'asserts' | 'perhaps' | 'other-value' | 'denies' | 'absent' | 'unknown'

/** A link less sure than this is shown as one: of those below, in two read samples, one in six was wrong; above one in 30. */
export const sureLink = 0.8

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

export function stateOf(article: InspectedArticle, column: Column): CellState {
  const cell = column.cells[article.id]
  if (cell === undefined) return 'unknown'
  if (cell.state !== 'present') return cell.state
  return cell.stance === 'asserts' && !isSure(article, column, cell) ? 'perhaps' : cell.stance
}

/** The row is called by the report's very words, or linked surely and by more than names. */
export function isSure(article: InspectedArticle, { label }: Column, cell: PresentCell): boolean {
  const name = label.replace(/…$/u, '')
  const passages = cell.mentions.map(({ spans }) => visibleLine(passageText(article, spans)))
  if (passages.some((passage) => passage.startsWith(name))) return true
  return cell.confidence >= sureLink && passages.some((passage) => saysAlike(name, passage))
}

/** Without a word in common beside names two passages are on one person; of ten such links in two samples six were wrong. */
function saysAlike(name: string, passage: string): boolean {
  const [one, other] = [plainWords(name), plainWords(passage)]
  // A headline may have a capital on each word, and a text may be withheld.
  return one.size === 0 || other.size === 0 || [...one].some((key) => other.has(key))
}

function plainWords(text: string): ReadonlySet<string> {
  const words = tokenize(text).filter(({ start }) => !/\p{Lu}/u.test(text.charAt(start)))
  return new Set(words.map(({ norm }) => contentKey(norm)).filter((key) => key !== ''))
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
