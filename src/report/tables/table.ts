/**
 * A table of a report: from what its rows are made of to rows and CSV.
 *
 * In: a Report. Out: rows in the table's order. Never: a column that is not described; a row left out for being empty.
 */
import type { Report } from '../../model/report.js'
import type { Column, ColumnNote } from './column.js'
import { writeCsv, type CsvValue } from './csv.js'
import type { TableName } from './names.js'

export type Row = Readonly<Record<string, CsvValue>>

export type Table = {
  readonly name: TableName
  /** What one row is. */
  readonly row: string
  /** Stable: columns are only ever added at the end. */
  readonly columns: readonly ColumnNote[]
  readonly key: readonly string[]
  readonly rows: (report: Report) => readonly Row[]
  readonly csv: (report: Report) => string
}

type Described<Of> = Pick<Table, 'name' | 'row' | 'key'> & {
  readonly columns: readonly Column<Of>[]
  /** What each row is made of, in order. */
  readonly of: (report: Report) => readonly Of[]
}

export function table<Of>({ of, ...described }: Described<Of>): Table {
  const { columns } = described
  return {
    ...described,
    rows: (report) => rowsOf(columns, of(report)),
    csv: (report) => csvOf(columns, of(report)),
  }
}

function rowsOf<Of>(columns: readonly Column<Of>[], of: readonly Of[]): readonly Row[] {
  return of.map((one) => Object.fromEntries(columns.map(({ name, value }) => [name, value(one)])))
}

export function csvOf<Of>(columns: readonly Column<Of>[], of: readonly Of[]): string {
  return writeCsv(
    columns.map(({ name }) => name),
    of.map((one) => columns.map(({ value }) => value(one))),
  )
}
