/** The Store over SQL: the same queries for SQLite and PostgreSQL, brought to the current schema when opened. */
import { Migrator, sql, type Kysely } from 'kysely'
import type { Store } from '../../ports/store.js'
import { fetches } from './fetches.js'
import { migrations, type Dialect } from './migrations.js'
import { pages } from './pages.js'
import { submissions } from './submissions.js'
import type { Tables } from './tables.js'

/** Migrates (several processes may do so at once: Kysely takes the database's lock) and opens. */
export async function sqlStore(db: Kysely<Tables>, dialect: Dialect): Promise<Store> {
  const { error } = await new Migrator({ db, provider: migrations(dialect) }).migrateToLatest()
  if (error !== undefined)
    throw new Error('the database could not be brought to the current schema', { cause: error })
  return {
    ...submissions(db),
    ...pages(db),
    ...fetches(db),
    async ping() {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  }
}
