/**
 * A column of a table: its name, what it holds, its type, and the value it takes of one row's subject. CSV, JSON lines,
 * codebook, data package and the docs' tables are all made from it.
 *
 * Types: `integer` and `number` are JSON numbers, `boolean` true or false, `datetime` ISO 8601 as the page gives it,
 * `list` an array in JSON lines and, in CSV, the values with `between` to part them. Null means "does not apply".
 */
import type { CsvValue } from './csv.js'

export type ColumnNote = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'list'
  readonly meaning: string
  /** All values it may take, where that is a closed list in this version. */
  readonly values?: readonly string[]
  /** Lists alone: what stands between the values in CSV. */
  readonly between?: string
}

/** `Of` is what a row is made of. */
export type Column<Of> = ColumnNote & { readonly value: (of: Of) => CsvValue }

type Take<Of, Value> = (of: Of) => Value | null | undefined

const plain =
  <Value extends string | number | boolean>(type: Exclude<ColumnNote['type'], 'list'>) =>
  <Of>(name: string, meaning: string, take: Take<Of, Value>): Column<Of> => ({
    name,
    type,
    meaning,
    value: (of) => take(of) ?? null,
  })

export const text = plain<string>('string')
export const whole = plain<number>('integer')
export const number = plain<number>('number')
export const flag = plain<boolean>('boolean')
export const time = plain<string>('datetime')

/** One of a closed list. */
export function oneOf<Of, Value extends string>(
  values: readonly Value[],
  name: string,
  meaning: string,
  take: Take<Of, NoInfer<Value>>,
): Column<Of> {
  return { ...text(name, meaning, take), values }
}

export function list<Of>(
  name: string,
  meaning: string,
  take: Take<Of, readonly string[]>,
  { between = '; ', values }: { readonly between?: string; readonly values?: readonly string[] } = {},
): Column<Of> {
  return {
    name,
    type: 'list',
    meaning,
    ...(values ? { values } : {}),
    between,
    value: (of) => {
      const found = take(of)
      return found ? { values: found, between } : null
    },
  }
}
