/** JSON: keys in the order of the schema or the columns, numbers to four decimals, so that equal values are equal bytes. */
import type { z } from 'zod'

/** In: a schema of src/model and a value. Out: one line. Never: prints a value the schema refuses. */
export function writeJson(schema: z.ZodType, value: unknown): string {
  return JSON.stringify(schema.parse(value), (_key, item: unknown) => toFourDecimals(item))
}

export function toFourDecimals(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value
}
