/**
 * The tables as JSON lines: the rows of the CSV files under the same names, with JSON's own types.
 *
 * In: a Report. Out: one JSON object a line, keys in the order of the columns. Never: the apostrophe that keeps a
 * spreadsheet from taking text for a formula.
 */
import type { Report } from '../../model/report.js'
import type { CsvValue } from '../tables/csv.js'
import type { Row, Table } from '../tables/table.js'

export function jsonLines(table: Table, report: Report): string {
  return table
    .rows(report)
    .map((row) => `${line(row)}\n`)
    .join('')
}

function line(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

/** Numbers to four decimals, as in every other form. */
function plain(value: CsvValue): unknown {
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4
  return value !== null && typeof value === 'object' ? value.values : value
}
