/**
 * The whole store: how large it is; all of it as lines, as it is at one moment, and back. A first line says what it is, a last one counts.
 *
 * Never: restores into a store that holds something, or half of a backup.
 */
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { CannotRestore, Census, type Store } from '../../ports/store.js'
import { type Dialect, schemaVersion, tableNames } from './schema.js'

/** What is under way in a process now means nothing later. */
const passing: ReadonlySet<string> = new Set(['fetch_leases', 'host_turns', 'processes', 'runs', 'sessions'])
/** Where a table has columns that the database makes itself. */
const given: Readonly<Record<string, string>> = { listed: 'comparison, words' }
const format = 'synoptic/backup@1'
const atOnce = 20

const First = z.looseObject({ format: z.literal(format), tables: z.literal(schemaVersion) })
const Value = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })])
const Line = z.union([
  z.strictObject({ table: z.string(), row: z.record(z.string(), Value) }),
  z.strictObject({ rows: z.int() }),
])

type AnyTables = Record<string, Record<string, unknown>>

export function wholeStore(
  db: Kysely<AnyTables>,
  dialect: Dialect,
): Pick<Store, 'backup' | 'fill' | 'census'> {
  const tables = tableNames.filter((name) => !passing.has(name))
  const place = sql.raw(dialect === 'sqlite' ? 'rowid' : 'ctid')
  const bytes =
    dialect === 'sqlite'
      ? sql.raw('(select page_count * page_size from pragma_page_count(), pragma_page_size())')
      : sql.raw('pg_database_size(current_database())')
  const counted = (table: string) => sql`(select count(*) from ${sql.table(table)})`
  const ofReader = (...states: readonly string[]) =>
    sql`(select count(*) from comparisons where notes in (${sql.join(states)}) and discarded_at is null)`
  return {
    async census(day) {
      const { rows } = await sql<Record<keyof Census, unknown>>`select ${bytes} as bytes,
        ${counted('comparisons')} as comparisons, ${counted('articles')} as articles, ${counted('contents')} as contents,
        ${counted('watch_articles')} as "watchArticles", ${counted('processes')} as processes, ${counted('batches')} as batches,
        ${ofReader('awaited', 'made')} as "readerAwaited", ${ofReader('failed')} as "readerFailed",
        (select notes_reason from comparisons where notes = 'failed' and discarded_at is null
          order by created_at desc limit 1) as "readerTrouble",
        coalesce((select tokens from reader_days where day = ${day}), 0) as tokens`.execute(db)
      return Census.parse(rows[0])
    },
    async backup(take, now) {
      const snapshot = db.transaction()
      return (dialect === 'sqlite' ? snapshot : snapshot.setIsolationLevel('repeatable read')).execute(
        async (tx) => {
          let rows = 0
          await take(JSON.stringify({ format, tables: schemaVersion, at: new Date(now).toISOString() }))
          for (const table of tables) {
            const columns = sql.raw(given[table] ?? `${table}.*`)
            for (let last: unknown = null; ;) {
              const after = last === null ? sql`` : sql`where ${place} > ${last}`
              const { rows: some } = await sql<
                Record<string, unknown>
              >`select ${place} as place_of_row, ${columns}
                from ${sql.table(table)} ${after} order by ${place} limit ${atOnce}`.execute(tx)
              for (const { place_of_row: at, ...row } of some) {
                last = at
                rows++
                await take(JSON.stringify({ table, row: written(row) }))
              }
              if (some.length < atOnce) break
            }
          }
          await take(JSON.stringify({ rows }))
          return rows
        },
      )
    },
    fill: (lines) =>
      db.transaction().execute(async (tx) => {
        for (const table of tables)
          if ((await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx)).rows.length > 0)
            throw new CannotRestore(
              'The store is not empty: a backup goes into a new one, before keys are added; it brings its own.',
            )
        let [rows, isFirst, isWhole] = [0, true, false]
        for await (const text of lines) {
          const line = isFirst ? parsed(First, text) : parsed(Line, text)
          if (isFirst) isFirst = false
          else if ('rows' in line) isWhole = line.rows === rows
          else if ('row' in line) {
            const { table, row } = Line.options[0].parse(line)
            if (!tables.includes(table))
              throw new CannotRestore(`It holds a table "${table}", which is none here.`)
            await tx.insertInto(table).values(read(row)).execute()
            rows++
          }
        }
        // What counts up goes on behind what was filled in.
        if (dialect === 'postgres')
          for (const table of ['rulings', 'changes'])
            await sql`select setval(pg_get_serial_sequence(${table}, 'n'), coalesce(max(n), 0) + 1, false) from ${sql.table(table)}`.execute(
              tx,
            )
        if (!isWhole) throw new CannotRestore('It ends too early: it is no whole backup.')
        return rows
      }),
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new CannotRestore('It is no backup of this version.')
  }
}

/** Of a row only bytes are objects: a Buffer, or what SQLite gives. */
function written(row: Record<string, unknown>): Record<string, unknown> {
  const bytes = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? { base64: Buffer.from(value as ArrayBuffer).toString('base64') }
      : value
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, bytes(value)]))
}

function read(row: Readonly<Record<string, z.infer<typeof Value>>>): Record<string, unknown> {
  const bytes = (value: z.infer<typeof Value>): unknown =>
    typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, bytes(value)]))
}
