/** PostgreSQL, for any number of processes. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Store } from '../../ports/store.js'
import { sqlStore } from './sql-store.js'
import type { Tables } from './tables.js'

const { INT8 } = pg.types.builtins

/** `onError` hears of idle connections that broke; the pool replaces them. */
export function postgresStore(url: string, onError: (error: Error) => void): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // Times are milliseconds since the epoch: far below 2^53.
    types: {
      getTypeParser: (type, format) =>
        type === INT8 ? Number : (pg.types.getTypeParser(type, format) as (value: string) => unknown),
    },
  })
  pool.on('error', onError)
  return sqlStore(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), 'postgres')
}
