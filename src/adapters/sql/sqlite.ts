/** SQLite in a data folder, for one process: a second one on the folder is refused. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  Kysely,
  SqliteDialect,
  SqliteDriver,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
} from 'kysely'
import Database from 'libsql'
import { type Store, StoreUnusable } from '../../ports/store.js'
import { turn } from '../../text/turn.js'
import { awayCode, sqlStore } from './sql-store.js'
import type { Tables } from './schema.js'

/** Full, read-only or damaged: a matter of the machine, and said so with the system's words. */
function unusable(folder: string, file: string, cause: unknown): StoreUnusable {
  if (cause instanceof StoreUnusable) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const words = cause instanceof Error ? cause.message : String(cause)
  const told = `${code === '' ? '' : ` (${code})`}: ${words}`
  const message = /CORRUPT|NOTADB/u.test(code)
    ? `The file ${path.join(folder, file)} is damaged${told}. ${remedies[file] ?? ''}`
    : `The data folder ${folder} cannot be written${told}. Make room there or give another folder (SYNOPTIC_DATA; of watch: --out).`
  return new StoreUnusable(message, { cause })
}

const [databaseFile, lockFile] = ['synoptic.db', 'lock.db'] as const
const remedies: Readonly<Record<string, string>> = {
  [databaseFile]: 'Put a copy of it in its place, or move it away to begin anew.',
  [lockFile]: 'It holds nothing: remove it when no Synoptic process uses the folder.',
}

/** `exclusive`: refuses a folder that another process holds. False for commands that read or write a row beside a running server. */
export async function sqliteStore(folder: string, exclusive = true): Promise<Store> {
  const lock = openLock(folder, exclusive)
  const store = await openDatabase(folder)
  return {
    ...store,
    async close() {
      await store.close()
      // An open transaction would outlive close().
      lock?.exec('ROLLBACK')
      lock?.close()
    },
  }
}

function openLock(folder: string, exclusive: boolean): Database.Database | null {
  try {
    makePrivate(folder)
    return exclusive ? lockFolder(folder) : null
  } catch (error) {
    throw unusable(folder, lockFile, error)
  }
}

/** The folder is its owner's alone where it is ours (new, empty or with our database), and the database always. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const held = readdirSync(folder)
  if (held.length === 0 || held.includes(databaseFile)) chmodSync(folder, 0o700)
  for (const name of [databaseFile, lockFile]) {
    const file = path.join(folder, name)
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  }
}

async function openDatabase(folder: string): Promise<Store> {
  try {
    const database = new Database(path.join(folder, databaseFile))
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    // What is deleted is overwritten, so that a takedown leaves nothing of the article in the file.
    database.pragma('secure_delete = ON')
    // Also when nothing is to be migrated, it should show now and not at the first submission.
    database.pragma('user_version = 1')
    const db = new Kysely<Tables>({ dialect: new Dialect(database) })
    const store = emptyingTheLog(await sqlStore(db, 'sqlite'), db)
    return {
      ...store,
      close() {
        // In one go, so that nothing of a transaction that is under way is written by itself.
        if (database.inTransaction) database.exec('ROLLBACK')
        database.close()
        return store.close()
      },
    }
  } catch (error) {
    throw unusable(folder, databaseFile, error)
  }
}

/** The write-ahead log holds the pages as they were before; after a deletion it is emptied. */
function emptyingTheLog(store: Store, db: Kysely<Tables>): Store {
  const emptied = async <Result>(deletion: Promise<Result>): Promise<Result> => {
    const result = await deletion
    try {
      await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
    } catch (error) {
      // Without room on the disk the log stays until the next deletion; this one is done all the same.
      if (awayCode(error) === null) throw error
    }
    return result
  }
  return {
    ...store,
    remove: (id) => emptied(store.remove(id)),
    takedown: (sha256, now) => emptied(store.takedown(sha256, now)),
    expire: (expiry) => emptied(store.expire(expiry)),
  }
}

class Dialect extends SqliteDialect {
  readonly #database: Database.Database
  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }
  override createDriver(): Driver {
    const database = this.#database
    return new (class extends SqliteDriver {
      /** SQLite answers at once, and a chain of promises that are kept at once lets nobody else have a turn. */
      override async acquireConnection(): Promise<DatabaseConnection> {
        const connection = await super.acquireConnection()
        return {
          async executeQuery<Row>(query: CompiledQuery) {
            await turn()
            return connection.executeQuery<Row>(query)
          },
          streamQuery: (query, size) => connection.streamQuery(query, size),
        }
      }
      /** SQLite rolls back by itself where the disk is full: a second rollback would hide why. Asked of a closed database, libsql ends the process. */
      override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
        if (database.open && database.inTransaction) await super.rollbackTransaction(connection)
      }
    })({ database })
  }
}

/** An exclusive transaction on a file of its own: the operating system gives it back when the process dies. */
function lockFolder(folder: string): Database.Database {
  const lock = new Database(path.join(folder, lockFile))
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (!(error instanceof Error) || !/busy|locked/iu.test(error.message)) throw error
    throw new StoreUnusable(
      `The data folder ${folder} is in use by another Synoptic process. Stop that one, or give this one another folder.`,
    )
  }
}
