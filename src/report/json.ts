/** JSON: keys in the order of the schema or the columns, numbers to four decimals, so that equal values are equal bytes. */
import type { z } from 'zod'
import type { Report } from '../model/report.js'
import type { Table } from './tables/table.js'

/** In: a schema of src/model and a value. Out: one line. Never: prints a value the schema refuses. */
export function writeJson(schema: z.ZodType, value: unknown): string {
  return JSON.stringify(schema.parse(value), (_key, item: unknown) => toFourDecimals(item))
}

/**
 * The rows of a table's CSV file under the same names, with JSON's own types: one object a line. Never: the apostrophe that
 * keeps a spreadsheet from taking text for a formula.
 */
export function jsonLines(table: Table, report: Report): string {
  return table
    .rows(report)
    .map((row) => {
      const named = Object.entries(row).map(([name, value]) => [
        name,
        value !== null && typeof value === 'object' ? value.values : toFourDecimals(value),
      ])
      return `${JSON.stringify(Object.fromEntries(named))}\n`
    })
    .join('')
}

function toFourDecimals(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value
}
