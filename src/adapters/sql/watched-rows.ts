/** Rows of what watching keeps: written, and forgotten with all that names them. */
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { RawPage } from '../../model/raw-page.js'
import { KeptArticle, MadeComparison } from '../../model/watch.js'
import type { Tables } from './schema.js'

export const articleOf = (row: { readonly article: string }): KeptArticle =>
  KeptArticle.parse(JSON.parse(row.article))

export async function pageOf(db: Kysely<Tables>, sha256: string): Promise<RawPage | null> {
  const row = await db
    .selectFrom('watchPages')
    .innerJoin('contents', 'contents.sha256', 'watchPages.sha256')
    .select(['page', 'bytes'])
    .where('watchPages.sha256', '=', sha256)
    .executeTakeFirst()
  if (!row) return null
  const about = z.looseObject({}).parse(JSON.parse(row.page))
  return RawPage.parse({ ...about, bytes: Buffer.from(row.bytes).toString('base64') })
}

/** Rows of one step. */
const atOnce = 500

/** Watched articles that a person put into another story are compared there from now on. */
export async function regroup(
  tx: Transaction<Tables>,
  addresses: readonly string[],
  story: string,
): Promise<void> {
  const rows = await tx
    .selectFrom('watchArticles')
    .select('article')
    .where('address', 'in', addresses)
    .where('story', 'is not', null)
    .execute()
  for (const article of rows.map(articleOf)) {
    const { address, grouped } = article
    const moved = { ...article, grouped: grouped && { ...grouped, story } }
    await tx
      .updateTable('watchArticles')
      .set({ story, article: JSON.stringify(moved) })
      .where('address', '=', address)
      .execute()
  }
}

/** Pages of the versions of an article that only comparisons named, once none is left that does. */
export async function forgetFollowed(tx: Transaction<Tables>, address: string): Promise<readonly string[]> {
  const user = await tx
    .selectFrom('comparisonSources')
    .select('position')
    .where('address', '=', address)
    .executeTakeFirst()
  const row = await tx
    .selectFrom('watchArticles')
    .select('article')
    .where((row) => row.and({ address, feed: '' }))
    .executeTakeFirst()
  return user || !row ? [] : forgetArticle(tx, articleOf(row))
}

async function forgetArticle(
  tx: Transaction<Tables>,
  { address, versions }: KeptArticle,
): Promise<readonly string[]> {
  const pages = versions.map(({ page }) => page)
  await tx.deleteFrom('watchPages').where('sha256', 'in', pages).execute()
  for (const table of ['versionChanges', 'watchWords', 'watchArticles'] as const)
    await tx.deleteFrom(table).where('address', '=', address).execute()
  return pages
}

/** All versions of articles of which one is of these bytes; what was compared of them goes, too. Hashes of their pages. */
export async function forgetWatched(tx: Transaction<Tables>, sha256: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('watchArticles')
    .select('article')
    .where('article', 'like', `%"page":"${sha256}"%`)
    .execute()
  const pages: string[] = []
  for (const row of rows) {
    const { address, feed, publishedAt, foundAt } = articleOf(row)
    pages.push(...(await forgetArticle(tx, articleOf(row))))
    const made = await tx
      .selectFrom('watchComparisons')
      .select(['id', 'made'])
      .where('made', 'like', '%"address":%')
      .execute()
    for (const one of made)
      if (MadeComparison.parse(JSON.parse(one.made)).reports.some((report) => report.address === address))
        for (const table of ['watchReports', 'watchComparisons'] as const)
          await tx.deleteFrom(table).where('id', '=', one.id).execute()
    // So that no feed brings it in again.
    const entry = {
      address,
      feed,
      title: null,
      publishedAt,
      foundAt,
      dueAt: null,
      tries: 0,
      why: 'it was taken down here.',
    }
    const given = { address, dueAt: null, lostAt: null, foundAt: null, entry: JSON.stringify(entry) }
    if (feed !== '') await put(tx, 'watchEntries', given, 'address')
  }
  return pages
}

/** Entries that are tried no more; articles that are looked at no more, with their words and changes; comparisons; pages without bytes. */
export async function expireWatched(
  db: Kysely<Tables>,
  before: { readonly contents: number | null; readonly reports: number | null },
): Promise<void> {
  const { contents, reports } = before
  if (reports !== null) {
    const old = db.selectFrom('watchComparisons').select('id').where('at', '<', reports)
    await db.deleteFrom('watchReports').where('id', 'in', old).execute()
    await db.deleteFrom('watchComparisons').where('at', '<', reports).execute()
  }
  if (contents === null) return
  await db.deleteFrom('watchEntries').where('foundAt', '<', contents).where('dueAt', 'is', null).execute()
  const old = await db
    .selectFrom('watchArticles')
    .select('article')
    .where('foundAt', '<', contents)
    .where('dueAt', 'is', null)
    .limit(atOnce)
    .execute()
  for (const row of old) await db.transaction().execute((tx) => forgetArticle(tx, articleOf(row)))
}

type Kept =
  | 'watchFeeds'
  | 'watchEntries'
  | 'watchArticles'
  | 'watchWords'
  | 'watchComparisons'
  | 'watchReports'
  | 'watchRobots'
  | 'watchPages'

export async function put<Table extends Kept>(
  tx: Transaction<Tables>,
  table: Table,
  row: Tables[Table],
  key: 'address' | 'id' | 'origin' | 'sha256',
): Promise<void> {
  // Types of as many tables at once are more than the query builder can tell apart.
  const plain = tx as unknown as Kysely<Record<Kept, Row>>
  const values: Row = row
  const into: Kept = table
  await plain
    .insertInto(into)
    .values(values)
    .onConflict((conflict) => conflict.column(key).doUpdateSet(values))
    .execute()
}

type Row = Record<string, string | number | null>
