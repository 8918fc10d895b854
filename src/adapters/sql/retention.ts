/** What has outlived its time, in SQL. Bytes and articles that an unfinished comparison needs stay, however old. */
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Expiry, Store } from '../../ports/store.js'
import { expireWatched } from './watched-rows.js'
import { remove } from './submissions.js'
import type { Tables } from './schema.js'
import { ask, erase } from './table.js'
import { finalStates } from './rows.js'

/** A tick does not hold the database for longer than this many comparisons take; the next one goes on. */
const atOnce = 200

export function retention(db: Kysely<Tables>): Pick<Store, 'expire'> {
  return {
    async expire(expiry) {
      const comparisons = await expireComparisons(db, expiry)
      await forgetLostRuns(db)
      await expireWatched(db, { contents: expiry.contentsBefore, reports: expiry.finishedBefore })
      const { articlesBefore, contentsBefore, fetchesBefore } = expiry
      return db.transaction().execute(async (tx) => ({
        comparisons,
        fetches: await expireOlder(tx, 'fetches', fetchesBefore, null),
        articles: await expireOlder(tx, 'articles', articlesBefore, { key: 'key', source: 'articleKey' }),
        contents: await expireOlder(tx, 'contents', contentsBefore, { key: 'sha256', source: 'sha256' }),
      }))
    },
  }
}

async function expireComparisons(
  db: Kysely<Tables>,
  { finishedBefore, discardedBefore }: Expiry,
): Promise<number> {
  const expired = sql<{ id: string }>`select id from comparisons
    where (state in (${sql.join(finalStates)}) and finished_at < ${finishedBefore ?? 0})
      or discarded_at < ${discardedBefore ?? 0} order by created_at limit ${atOnce}`
  const old = await ask(db, expired)
  for (const { id } of old) await db.transaction().execute((tx) => remove(tx, id))
  if (finishedBefore !== null) {
    // Those of which no comparison is left.
    await sql`delete from batches where created_at < ${finishedBefore}
      and not exists (select 1 from comparisons where comparisons.batch = batches.id)`.execute(db)
    await erase(db, 'stories', { changedAt: { '<': finishedBefore } })
  }
  return old.length
}

async function forgetLostRuns(db: Kysely<Tables>): Promise<void> {
  await sql`delete from runs where lost = 1
    and comparison in (select id from comparisons where state in (${sql.join(finalStates)}))`.execute(db)
}

/** `used`: the table's key, and the column of a source that names it while its comparison is unfinished. */
async function expireOlder(
  tx: Transaction<Tables>,
  table: 'fetches' | 'articles' | 'contents',
  before: number | null,
  used: { readonly key: string; readonly source: string } | null,
): Promise<number> {
  if (before === null) return 0
  const unused =
    used === null
      ? sql`true`
      : sql`not exists (select 1 from comparison_sources s join comparisons c on c.id = s.comparison
          where s.${sql.ref(used.source)} = ${sql.table(table)}.${sql.ref(used.key)}
            and c.state not in (${sql.join(finalStates)}))`
  const result =
    await sql`delete from ${sql.table(table)} where created_at < ${before} and ${unused}`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}
