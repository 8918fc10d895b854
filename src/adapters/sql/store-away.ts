/**
 * Which of a database's errors mean that it is away, full or read-only, so that the same request may do later.
 * In: a store. Out: the same store, whose methods reject with StoreAway for these, and as before for all others.
 */
import { StoreAway, type Store } from '../../ports/store.js'

/**
 * PostgreSQL's classes: 08 connection, 53 resources (disk full, too many connections), 57P shut down or starting,
 * 58 system; 25006 read-only. SQLite's: busy, full, read-only, input/output, damaged. The system's: broken connections.
 */
const away =
  /^(?:08...|53...|57P..|58...|25006|SQLITE_(?:BUSY|FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB)(?:_.*)?|E(?:CONN.*|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN))$/u

/** The driver's own errors of a connection that ended under a query have no code. */
const brokenOff =
  /^Connection terminated|timeout exceeded when trying to connect|has encountered a connection error/u

export function tellsAway(store: Store): Store {
  const guarded = Object.entries(store).map(([name, method]) => {
    const call = method as (...values: unknown[]) => Promise<unknown>
    return [name, (...values: unknown[]) => call(...values).catch(rethrow)]
  })
  return Object.fromEntries(guarded) as Store
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
