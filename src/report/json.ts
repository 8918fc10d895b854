/**
 * The one JSON writer: keys in the order of the schema, numbers to four decimals, so that equal values are equal bytes.
 *
 * In:    a schema of src/model and a value. Out: one line of JSON. Never: prints a value the schema refuses.
 */
import type { z } from 'zod'

export function writeJson(schema: z.ZodType, value: unknown): string {
  return JSON.stringify(schema.parse(value), (_key, item: unknown) =>
    typeof item === 'number' ? Math.round(item * 1e4) / 1e4 : item,
  )
}
