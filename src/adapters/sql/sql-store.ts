/** The Store over SQL: the same queries for SQLite and PostgreSQL, brought to the current schema when opened. */
import { CamelCasePlugin, Migrator, sql, type Kysely } from 'kysely'
import type { Store } from '../../ports/store.js'
import { batches } from './batches.js'
import { contents } from './contents.js'
import { deliveries } from './deliveries.js'
import { fetches } from './fetches.js'
import { keys } from './keys.js'
import { migrations, type Dialect } from './migrations.js'
import { pages } from './pages.js'
import { retention } from './retention.js'
import { tellsAway } from './store-away.js'
import { runs } from './runs.js'
import { submissions } from './submissions.js'
import type { Tables } from './tables.js'
import { takedowns } from './takedowns.js'

/** Migrates (several processes may do so at once: Kysely takes the database's lock) and opens. */
export async function sqlStore(plain: Kysely<Tables>, dialect: Dialect): Promise<Store> {
  const { error } = await new Migrator({ db: plain, provider: migrations(dialect) }).migrateToLatest()
  if (error !== undefined)
    throw new Error('the database could not be brought to the current schema', { cause: error })
  const db = plain.withPlugin(new CamelCasePlugin())
  return tellsAway({
    ...submissions(db),
    ...pages(db),
    ...contents(db),
    ...fetches(db),
    ...batches(db),
    ...deliveries(db),
    ...runs(db),
    ...keys(db),
    ...takedowns(db),
    ...retention(db),
    async ping() {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  })
}
