/**
 * SQLite in a data folder, for one process: a second process on the folder is refused. libsql ships its binaries as
 * npm packages, without an install script.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import type { Store } from '../../ports/store.js'
import { sqlStore } from './sql-store.js'
import type { Tables } from './tables.js'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Synoptic process. Stop that one, or give this one another folder.`,
    )
  }
}

/**
 * `exclusive`: refuses a folder that another process holds. False for commands that read or write a row or two beside
 * a running server, which SQLite's own locks make safe.
 */
export async function sqliteStore(folder: string, exclusive = true): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const lock = exclusive ? lockFolder(folder) : null
  const database = new Database(path.join(folder, 'synoptic.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  const store = await sqlStore(new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }), 'sqlite')
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

/** An exclusive transaction on a file of its own: the operating system gives it back when the process dies. */
function lockFolder(folder: string): Database.Database {
  const lock = new Database(path.join(folder, 'lock.db'))
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Error && /busy|locked/iu.test(error.message)) throw new FolderInUse(folder)
    throw error
  }
}
