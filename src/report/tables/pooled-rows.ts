/**
 * The rows of one event's table for a table of many events.
 *
 * In: a CSV of this package, and what stands in front of each of its rows. Out: its rows without the header, as CSV.
 * Never: a cell in front that a spreadsheet takes for a formula; the table's own cells were looked at when they were written.
 */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'

const Rows = z.array(z.array(z.string()))

export function pooledRows(csv: string, front: readonly string[]): string {
  const [, ...rows] = Rows.parse(parse(csv))
  const safe = front.map((text) => (/^[=+\-@\t\r\n]/u.test(text) ? `'${text}` : text))
  return stringify(
    rows.map((row) => [...safe, ...row]),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}
