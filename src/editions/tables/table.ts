/**
 * A table of a report: rows, CSV (RFC 4180, CRLF, UTF-8 without a byte order mark), JSON lines. Docs: docs/csv.md.
 * Never: a cell that a spreadsheet takes for a formula (it gets an apostrophe in front), or a character that acts on a terminal.
 */
import type { Report } from '../../model/report.js'
import { toFourDecimals } from '../../report/json.js'

export type Row = Readonly<Record<string, CsvValue>>

/** `In` is what it is made of: a report, or of a study an event. */
export type Table<In = Report> = {
  readonly name: string
  readonly row: string
  /** Stable: columns are only ever added at the end. */
  readonly columns: readonly ColumnNote[]
  readonly key: readonly string[]
  readonly rows: (value: In) => readonly Row[]
  readonly csv: (value: In) => string
  /** Without the header, with the number of rows. */
  readonly body: (value: In) => { readonly csv: string; readonly count: number }
}

type Described<In, Of> = Pick<Table, 'name' | 'row' | 'key'> & {
  readonly columns: readonly Column<Of>[]
  readonly of: (value: In) => readonly Of[]
}

export function table<Of, In = Report>({ of, ...described }: Described<In, Of>): Table<In> {
  const { columns } = described
  return {
    ...described,
    rows: (value) =>
      of(value).map((one) => Object.fromEntries(columns.map((column) => [column.name, column.value(one)]))),
    csv: (value) => csvOf(columns, of(value)),
    body: (value) => {
      const rows = of(value)
      return { csv: csvRows(columns, rows), count: rows.length }
    },
  }
}

/** An object a line, under the same names with JSON's own types, and without the apostrophe before formulas. */
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

export function csvOf<Of>(columns: readonly Column<Of>[], of: readonly Of[]): string {
  return csvLine(columns.map(({ name }) => name)) + csvRows(columns, of)
}

/** Without the header. */
export function csvRows<Of>(columns: readonly Column<Of>[], of: readonly Of[]): string {
  return of.map((one) => csvLine(columns.map(({ value }) => value(one)))).join('')
}

/** `datetime` is ISO 8601 as the page gives it, `list` an array in JSON lines and joined by `between` in CSV. Null: "does not apply". */
export type ColumnNote = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'list'
  readonly meaning: string
  /** All values it may take, where that is a closed list in this version. */
  readonly values?: readonly string[]
  /** Lists alone: what stands between the values in CSV. */
  readonly between?: string
}

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

/** One of a closed list, or of the words of a schema, with which a meaning that is empty or ends in a colon goes on. */
export function oneOf<Of, Value extends string>(
  list: readonly Value[] | { readonly options: readonly Value[] },
  name: string,
  meaning: string,
  take: Take<Of, NoInfer<Value>>,
): Column<Of> {
  const values = 'options' in list ? list.options : list
  const listed = /^$|:$/u.test(meaning) ? values.map((value) => `\`${value}\``).join(', ') : ''
  return { ...text(name, `${meaning} ${listed}`.trim(), take), values }
}

/** Those of the columns that have these names, in the order of the names: for another table of the same things. */
export function chosen<Of>(
  columns: readonly Column<Of>[],
  ...names: readonly string[]
): readonly Column<Of>[] {
  return names.map((name) => {
    const column = columns.find((one) => one.name === name)
    if (column === undefined) throw new Error(`there is no column ${name}`)
    return column
  })
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

/** Several values of one cell: CSV joins them, JSON lines print them as an array. */
type Several = { readonly values: readonly string[]; readonly between: string }
export type CsvValue = string | number | boolean | null | Several

export function writeCsv(names: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [names, ...rows].map(csvLine).join('')
}

function csvLine(values: readonly CsvValue[]): string {
  return `${values.map((value) => field(cell(value))).join(',')}\r\n`
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function textCell(text: string): string {
  const shown = text.replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(shown) ? `'${shown}` : shown
}

/** Null is an empty cell, numbers have at most four decimals. */
function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Math.round(value * 1e4) / 1e4)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'object') return textCell(value.values.join(value.between))
  return textCell(value)
}

/** The rows of one event's CSV without its header, with what stands in front of each, for a table of many events. */
export function pooledRows(csv: string, front: readonly string[]): string {
  const before = front.map((text) => field(textCell(text))).join(',')
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
