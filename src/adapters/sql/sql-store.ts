/** The Store over SQL: the same queries for SQLite and PostgreSQL, brought to the current schema when opened. */
import { CamelCasePlugin, type Kysely, Migrator, sql } from 'kysely'
import { type Store, StoreAway, StoreUnusable } from '../../ports/store.js'
import type { DeskStore } from '../../ports/desk.js'
import type { WatchStore } from '../../ports/watch.js'
import { wholeStore } from './backup.js'
import { contents } from './contents.js'
import { deliveries, keys } from './keys.js'
import { desk } from './desk.js'
import { listing } from './listing.js'
import { fetches } from './fetches.js'
import { retention } from './retention.js'
import { runs } from './runs.js'
import { type Dialect, migrations, type Tables } from './schema.js'
import { stories } from './stories.js'
import { batches, readerNotes, submissions } from './submissions.js'
import { watching } from './watching.js'
import { takedowns } from './takedowns.js'

/** Migrates (several processes may do so at once: Kysely takes the database's lock) and opens. */
export async function sqlStore(plain: Kysely<Tables>, dialect: Dialect): Promise<Store> {
  const { error } = await new Migrator({ db: plain, provider: migrations(dialect) }).migrateToLatest()
  if (error instanceof Error && error.message.startsWith('corrupted migrations'))
    throw new StoreUnusable(otherVersion, { cause: error })
  if (error !== undefined)
    throw new Error('the database could not be brought to the current schema', { cause: error })
  const db = plain.withPlugin(new CamelCasePlugin())
  const store = tellsAway<Omit<Store, 'watching' | 'desk'>>({
    ...submissions(db),
    ...listing(db, dialect),
    ...readerNotes(db),
    ...contents(db),
    ...fetches(db),
    ...batches(db),
    ...stories(db),
    ...deliveries(db),
    ...runs(db),
    ...keys(db),
    ...takedowns(db),
    ...retention(db),
    ...wholeStore(plain as unknown as Kysely<Record<string, Record<string, unknown>>>, dialect),
    async ping() {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  })
  return { ...store, watching: tellsAway<WatchStore>(watching(db)), desk: tellsAway<DeskStore>(desk(db)) }
}

const otherVersion =
  'What is kept here was kept by another version of Synoptic, and this one cannot read it. Start that version, or begin with an empty data folder (SYNOPTIC_DATA; of watch: --out) or database.'

/** PostgreSQL: 08 connection, 53 resources, 57P shut down or starting, 58 system, 25006 read-only. SQLite's. The system's: broken connections. */
const away =
  /^(?:08...|53...|57P..|58...|25006|SQLITE_(?:BUSY|FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB)(?:_.*)?|E(?:CONN.*|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN))$/u

/** The driver's own errors of a connection that ended under a query have no code. */
const brokenOff =
  /^Connection terminated|timeout exceeded when trying to connect|has encountered a connection error/u

function tellsAway<Methods extends object>(store: Methods): Methods {
  const guarded = Object.entries(store).map(([name, method]: [string, unknown]) => {
    const call = method as (...values: unknown[]) => Promise<unknown>
    return [name, (...values: unknown[]) => call(...values).catch(rethrow)]
  })
  return Object.fromEntries(guarded) as Methods
}

function rethrow(error: unknown): never {
  const code = awayCode(error)
  throw code !== null && error instanceof Error ? new StoreAway(code, error) : error
}

/** The code of an error that means that the store is away, or null. */
export function awayCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (away.test(code)) return code
  return brokenOff.test(error.message) ? 'connection' : null
}
