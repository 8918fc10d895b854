/** PostgreSQL, for any number of processes. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Store, StoreUnusable } from '../../ports/store.js'
import { sqlStore } from './sql-store.js'
import type { Tables } from './schema.js'

const { INT8 } = pg.types.builtins

/** `onError` hears of idle connections that broke; the pool replaces them. */
export async function postgresStore(url: string, onError: (error: Error) => void): Promise<Store> {
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
  // Of a connection in use too: without a listener its end would end the process. The query under way fails by itself.
  pool.on('connect', (client) => client.on('error', onError))
  await untilReady(pool, onError).catch((error: unknown) => {
    throw error instanceof Error ? unusable(url, error) : error
  })
  return sqlStore(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), 'postgres')
}

/** The server is away for longer than it is waited for, or refuses: a matter of settings, said with its words. */
function unusable(url: string, cause: Error): StoreUnusable {
  const code = 'code' in cause ? ` (${String(cause.code)})` : ''
  const { host, pathname } = new URL(url)
  const told = `The database ${pathname.slice(1)} on ${host} cannot be used${code}: ${cause.message}.`
  return new StoreUnusable(`${told} See DATABASE_URL.`, { cause })
}

/** The server may be starting, beside this process or after a crash: tried again for a minute before it counts as away. */
async function untilReady(pool: pg.Pool, onError: (error: Error) => void): Promise<void> {
  const until = Date.now() + readyMs
  for (;;) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (!(error instanceof Error) || !isStarting(error) || Date.now() > until) {
        await pool.end()
        throw error
      }
      onError(error)
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}

const readyMs = 60_000
const retryMs = 250

/** Refused or cut off, or PostgreSQL's own 57P01-57P03: shutting down, crashed, starting up. */
function isStarting(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ENOTFOUND', '57P01', '57P02', '57P03'].includes(code)
}
