/** What has outlived its time, in SQL. Bytes and articles that an unfinished comparison needs stay, however old. */
import { type Kysely, type Transaction } from 'kysely'
import type { Expired, Expiry, Store } from '../../ports/store.js'
import { remove } from './submissions.js'
import type { Tables } from './tables.js'
import { finalStates } from './transitions.js'

/** A tick does not hold the database for longer than this many comparisons take; the next one goes on. */
const atOnce = 200

export function retention(db: Kysely<Tables>): Pick<Store, 'expire'> {
  return {
    async expire(expiry) {
      const comparisons = await expireComparisons(db, expiry.finishedBefore)
      const rest = await db.transaction().execute((tx) => expireContents(tx, expiry))
      return { comparisons, ...rest }
    },
  }
}

async function expireComparisons(db: Kysely<Tables>, before: number | null): Promise<number> {
  if (before === null) return 0
  const old = await db
    .selectFrom('comparisons')
    .select('id')
    .where('state', 'in', finalStates)
    .where('finished_at', '<', before)
    .orderBy('finished_at')
    .limit(atOnce)
    .execute()
  for (const { id } of old) await db.transaction().execute((tx) => remove(tx, id))
  await db
    .deleteFrom('batches')
    .where('created_at', '<', before)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('comparisons')
            .select('comparisons.id')
            .whereRef('comparisons.batch', '=', 'batches.id'),
        ),
      ),
    )
    .execute()
  return old.length
}

async function expireContents(
  tx: Transaction<Tables>,
  { articlesBefore, contentsBefore, fetchesBefore }: Expiry,
): Promise<Omit<Expired, 'comparisons'>> {
  const inUse = tx
    .selectFrom('comparison_sources')
    .innerJoin('comparisons', 'comparisons.id', 'comparison_sources.comparison')
    .where('comparisons.state', 'not in', finalStates)
  const fetches =
    fetchesBefore === null
      ? 0n
      : (await tx.deleteFrom('fetches').where('created_at', '<', fetchesBefore).executeTakeFirst())
          .numDeletedRows
  const articles =
    articlesBefore === null
      ? 0n
      : (
          await tx
            .deleteFrom('articles')
            .where('created_at', '<', articlesBefore)
            .where(
              'key',
              'not in',
              inUse
                .select('article_key')
                .where('article_key', 'is not', null)
                .$narrowType<{ article_key: string }>(),
            )
            .executeTakeFirst()
        ).numDeletedRows
  const contents =
    contentsBefore === null
      ? 0n
      : (
          await tx
            .deleteFrom('contents')
            .where('created_at', '<', contentsBefore)
            .where(
              'sha256',
              'not in',
              inUse
                .select('comparison_sources.sha256')
                .where('comparison_sources.sha256', 'is not', null)
                .$narrowType<{ sha256: string }>(),
            )
            .executeTakeFirst()
        ).numDeletedRows
  return { articles: Number(articles), contents: Number(contents), fetches: Number(fetches) }
}
