/**
 * The rows of one event's table for a table of many events.
 *
 * In: a CSV of this package, and what stands in front of each of its rows. Out: its rows without the header, as CSV.
 * Never: a cell in front that a spreadsheet takes for a formula; the table's own cells were looked at when they were written.
 */
import { stringify } from 'csv-stringify/sync'
import { textCell } from './csv.js'

export function pooledRows(csv: string, front: readonly string[]): string {
  const before = stringify([front.map(textCell)], { eof: false, quoted_match: /[\r\n]/ })
  const rows: string[] = []
  let start = 0
  let quoted = false
  // Not parsed: it may have many megabytes.
  for (let at = 0; at < csv.length; at++) {
    if (csv[at] === '"') quoted = !quoted
    if (csv[at] !== '\n' || quoted) continue
    if (start > 0) rows.push(`${before},${csv.slice(start, at + 1)}`)
    start = at + 1
  }
  return rows.join('')
}
