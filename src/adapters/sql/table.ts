/** Rows of one table by what their columns hold. What joins tables, or asks for more, is written as SQL. */
import { type Insertable, type Kysely, type RawBuilder, type Selectable, sql, type SqlBool } from 'kysely'
import type { Tables } from './schema.js'

type Name = keyof Tables
export type Row<Of extends Name> = Selectable<Tables[Of]>
type Operator = '<' | '<=' | '>' | '>=' | '<>' | 'not in' | 'is not' | 'like'

/** Of each column: the value it has, values of which it has one, or how it stands to another. */
export type Where<Of extends Name> = {
  readonly [Column in keyof Row<Of>]?:
    | Row<Of>[Column]
    | readonly Row<Of>[Column][]
    | Readonly<Partial<Record<Operator, Row<Of>[Column] | readonly Row<Of>[Column][]>>>
}
export type Asked<Of extends Name, Column> = {
  readonly columns?: readonly Column[]
  /** By these columns one after the other, those with a hyphen downwards. */
  readonly order?: readonly ((keyof Row<Of> & string) | `-${keyof Row<Of> & string}`)[]
  readonly limit?: number
}

function isTest(value: unknown): value is Readonly<Record<Operator, unknown>> {
  return typeof value === 'object' && value !== null
}

function meets(where: object) {
  const tests = Object.entries(where).flatMap(([column, value]: [string, unknown]) => {
    const at = sql.ref(column)
    if (value === null) return [sql<SqlBool>`${at} is null`]
    if (Array.isArray(value))
      return [value.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${at} in (${sql.join(value)})`]
    if (!isTest(value)) return [sql<SqlBool>`${at} = ${value}`]
    return Object.entries(value).map(([is, other]) =>
      Array.isArray(other)
        ? sql<SqlBool>`${at} ${sql.raw(is)} (${sql.join(other)})`
        : sql<SqlBool>`${at} ${sql.raw(is)} ${other === null ? sql`null` : other}`,
    )
  })
  return tests.length === 0 ? sql<SqlBool>`1 = 1` : sql.join<SqlBool>(tests, sql` and `)
}

/** Rows of a query that is written out: tables and columns as the database has them, rows as `Tables` has them. */
export async function ask<Found>(db: Kysely<Tables>, query: RawBuilder<Found>): Promise<readonly Found[]> {
  return (await query.execute(db)).rows
}

export async function select<Of extends Name, Column extends keyof Row<Of> = keyof Row<Of>>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
  { columns, order = [], limit }: Asked<Of, Column> = {},
): Promise<readonly Pick<Row<Of>, Column>[]> {
  const chosen = columns?.map((one) => sql.ref(String(one))) ?? [sql`*`]
  const by = order.map((one) => (one.startsWith('-') ? sql`${sql.ref(one.slice(1))} desc` : sql.ref(one)))
  const query = sql<Pick<Row<Of>, Column>>`select ${sql.join(chosen)} from ${sql.table(table)}
    where ${meets(where)} ${by.length === 0 ? sql`` : sql`order by ${sql.join(by)}`}
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`
  return ask(db, query)
}

export async function selectOne<Of extends Name, Column extends keyof Row<Of> = keyof Row<Of>>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
  asked: Asked<Of, Column> = {},
): Promise<Pick<Row<Of>, Column> | null> {
  return (await select(db, table, where, { ...asked, limit: 1 }))[0] ?? null
}

const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))

async function changed(db: Kysely<Tables>, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0)
}

type Given<Of extends Name> = Insertable<Tables[Of]> | readonly Insertable<Tables[Of]>[]

function inserted(
  db: Kysely<Tables>,
  table: Name,
  values: object,
  known: RawBuilder<unknown>,
): Promise<number> {
  const rows = [values].flat() as readonly Readonly<Record<string, unknown>>[]
  const columns = Object.keys(rows[0] ?? {})
  const lists = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  const into = sql`insert into ${sql.table(table)} (${refs(columns)}) values ${sql.join(lists)}`
  return changed(db, sql`${into} ${known}`)
}

/** `known`: where a row has the same in these columns, others of it are changed: all, unless some are named. */
export async function insert<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  values: Given<Of>,
  known: readonly (keyof Row<Of> & string)[] = [],
  others: readonly string[] = Object.keys([values].flat()[0] ?? {}),
): Promise<void> {
  const set = others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  const conflict = sql`on conflict (${refs(known)}) do update set ${sql.join(set)}`
  await inserted(db, table, values, known.length === 0 ? sql`` : conflict)
}

/** True when it was not there; else what is there stays. */
export async function insertOnce<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  values: Insertable<Tables[Of]>,
): Promise<boolean> {
  return (await inserted(db, table, values, sql`on conflict do nothing`)) > 0
}

/** How many. */
export function update<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
  values: { readonly [Column in keyof Row<Of>]?: Row<Of>[Column] | RawBuilder<unknown> },
): Promise<number> {
  const set = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  return changed(db, sql`update ${sql.table(table)} set ${sql.join(set)} where ${meets(where)}`)
}

/** How many. */
export function erase<Of extends Name>(db: Kysely<Tables>, table: Of, where: Where<Of>): Promise<number> {
  return changed(db, sql`delete from ${sql.table(table)} where ${meets(where)}`)
}

/** Takes the locks of rows, so that they stay as they are until the end of the transaction: a column is set to what it is. How many. */
export function hold<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
  column: keyof Row<Of> & string,
): Promise<number> {
  const same = sql`${sql.ref(column)} = ${sql.ref(column)}`
  return changed(db, sql`update ${sql.table(table)} set ${same} where ${meets(where)}`)
}

export async function count<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
): Promise<number> {
  const query = sql<{
    number: number
  }>`select count(*) as number from ${sql.table(table)} where ${meets(where)}`
  return Number((await ask(db, query))[0]?.number)
}
