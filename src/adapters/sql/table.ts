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

/** Types of as many tables at once are more than the query builder can tell apart: those of the functions below stand for them. */
function plain(db: Kysely<Tables>, name: Name) {
  return [db as unknown as Kysely<{ row: Record<string, unknown> }>, name as string as 'row'] as const
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

/** `known`: what becomes of a row that is there already: it stays, or is replaced where it has the same in these columns. */
export async function insert<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  values: Insertable<Tables[Of]> | readonly Insertable<Tables[Of]>[],
  known?: 'stays' | readonly (keyof Row<Of> & string)[],
): Promise<void> {
  const [any, row] = plain(db, table)
  const given = values as Record<string, unknown>
  const query = any.insertInto(row).values(given)
  await (
    known === undefined
      ? query
      : query.onConflict((conflict) =>
          known === 'stays' ? conflict.doNothing() : conflict.columns([...known]).doUpdateSet(given),
        )
  ).execute()
}

/** How many. */
export async function update<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
  values: { readonly [Column in keyof Row<Of>]?: Row<Of>[Column] | RawBuilder<Row<Of>[Column]> },
): Promise<number> {
  const [any, row] = plain(db, table)
  const { numUpdatedRows } = await any
    .updateTable(row)
    .set(values as Record<string, unknown>)
    .where(meets(where))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** How many. */
export async function erase<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
): Promise<number> {
  const [any, row] = plain(db, table)
  const { numDeletedRows } = await any.deleteFrom(row).where(meets(where)).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Takes the locks of rows, so that they stay as they are until the end of the transaction: a column is set to what it is. How many. */
export async function hold<Of extends Name>(
  db: Kysely<Tables>,
  table: Of,
  where: Where<Of>,
  column: keyof Row<Of> & string,
): Promise<number> {
  const [any, row] = plain(db, table)
  const { numUpdatedRows } = await any
    .updateTable(row)
    .set({ [column]: sql.ref(column) })
    .where(meets(where))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
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
