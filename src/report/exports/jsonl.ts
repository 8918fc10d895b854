/**
 * The tables as JSON lines: the rows of the CSV files under the same names, with JSON's own types.
 *
 * In: a Report. Out: one JSON object a line, keys in the order of the columns. Never: the apostrophe that keeps a
 * spreadsheet from taking text for a formula.
 */
import type { Report } from '../../model/report.js'
import type { CsvValue } from '../csv.js'
import type { ReportFile } from '../report-file.js'
import { tables, type Row, type Table } from './tables.js'

export function jsonlFiles(report: Report): readonly ReportFile[] {
  return tables.map((table) => ({ name: `${table.name}.jsonl`, content: jsonLines(table, report) }))
}

export function jsonLines(table: Table, report: Report): string {
  return table
    .rows(report)
    .map((row) => `${line(table.columns, row)}\n`)
    .join('')
}

function line(columns: readonly string[], row: Row): string {
  return JSON.stringify(Object.fromEntries(columns.map((name) => [name, plain(row[name] ?? null)])))
}

/** Numbers to four decimals, as in every other form. */
function plain(value: CsvValue): unknown {
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4
  return value !== null && typeof value === 'object' ? value.values : value
}
