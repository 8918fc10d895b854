/**
 * The CSV writer: RFC 4180 with a header line, CRLF, UTF-8 without a byte order mark.
 *
 * In:    column names and rows. Out: text. Never: a cell that a spreadsheet takes for a formula: text that starts with
 *        = + - @, a tab or a line break gets an apostrophe in front; or a character that acts on a terminal: control
 *        characters but tab and line breaks become U+FFFD, one for one. Docs: docs/csv.md.
 */
import { stringify } from 'csv-stringify/sync'

/** Several values of one cell: CSV joins them, JSON lines print them as an array. */
type Several = { readonly values: readonly string[]; readonly between: string }
export type CsvValue = string | number | boolean | null | Several

/** Values stand in the order of the names. */
export function writeCsv(names: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return stringify([names, ...rows.map((row) => row.map(cell))], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  })
}

/** csv-stringify itself takes no line feed and no wide sign for a formula. */
export function textCell(text: string): string {
  const shown = text.replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(shown) ? `'${shown}` : shown
}

/** Null is an empty cell, numbers have at most four decimals. */
function cell(value: CsvValue): string | number {
  if (value === null) return ''
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'object') return cell(value.values.join(value.between))
  return textCell(value)
}
