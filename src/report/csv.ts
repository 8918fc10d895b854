/**
 * The CSV writer: RFC 4180 with a header line, CRLF, UTF-8 without a byte order mark.
 *
 * In:    column names and rows. Out: text. Never: a cell that a spreadsheet takes for a formula: text that starts with
 *        = + - @, a tab or a line break gets an apostrophe in front. Docs: docs/csv.md.
 */
import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | boolean | null

export function writeCsv<Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, CsvValue>>[],
): string {
  const table = [names, ...rows.map((row) => names.map((name) => cell(row[name])))]
  return stringify(table, { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
}

/** Null is an empty cell, numbers have at most four decimals. csv-stringify itself takes no line feed for a formula. */
function cell(value: CsvValue): string | number {
  if (value === null) return ''
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4
  if (typeof value === 'boolean') return String(value)
  return value.startsWith('\n') ? `'${value}` : value
}

/** Several values in one cell. */
export function list(values: readonly string[]): string {
  return values.join('; ')
}
