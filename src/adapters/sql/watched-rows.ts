/** Rows of what watching keeps: written, and forgotten with all that names them. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { RawPage } from '../../model/raw-page.js'
import { KeptArticle, MadeComparison } from '../../model/watch.js'
import type { Tables } from './schema.js'
import { ask, count, erase, insert, select, selectOne, update } from './table.js'

export const articleOf = (row: { readonly article: string }): KeptArticle =>
  KeptArticle.parse(JSON.parse(row.article))

export async function pageOf(db: Kysely<Tables>, sha256: string): Promise<RawPage | null> {
  const query = sql<{ page: string; bytes: Uint8Array }>`select page, bytes from watch_pages
    join contents on contents.sha256 = watch_pages.sha256 where watch_pages.sha256 = ${sha256}`
  const [row] = await ask(db, query)
  if (!row) return null
  const about = z.looseObject({}).parse(JSON.parse(row.page))
  return RawPage.parse({ ...about, bytes: Buffer.from(row.bytes).toString('base64') })
}

const atOnce = 500

/** Watched articles that a person put into another story are compared there from now on. */
export async function regroup(
  tx: Transaction<Tables>,
  addresses: readonly string[],
  story: string,
): Promise<void> {
  const rows = await select(tx, 'watchArticles', { address: addresses, story: { 'is not': null } })
  for (const article of rows.map(articleOf)) {
    const { address, grouped } = article
    const moved = { ...article, grouped: grouped && { ...grouped, story } }
    await update(tx, 'watchArticles', { address }, { story, article: JSON.stringify(moved) })
  }
}

/** Pages of the versions of an article that only comparisons named, once none is left that does. */
export async function forgetFollowed(tx: Transaction<Tables>, address: string): Promise<readonly string[]> {
  const users = await count(tx, 'comparisonSources', { address })
  const row = await selectOne(tx, 'watchArticles', { address, feed: '' })
  return users > 0 || !row ? [] : forgetArticle(tx, articleOf(row))
}

async function forgetArticle(
  tx: Transaction<Tables>,
  { address, versions }: KeptArticle,
): Promise<readonly string[]> {
  const pages = versions.map(({ page }) => page)
  await erase(tx, 'watchPages', { sha256: pages })
  for (const table of ['versionChanges', 'watchWords', 'watchArticles'] as const)
    await erase(tx, table, { address })
  return pages
}

/** All versions of articles of which one is of these bytes; what was compared of them goes, too. Hashes of their pages. */
export async function forgetWatched(tx: Transaction<Tables>, sha256: string): Promise<readonly string[]> {
  const rows = await select(tx, 'watchArticles', { article: { like: `%"page":"${sha256}"%` } })
  const pages: string[] = []
  for (const row of rows) {
    const { address, feed, publishedAt, foundAt } = articleOf(row)
    pages.push(...(await forgetArticle(tx, articleOf(row))))
    for (const { id, made } of await select(tx, 'watchComparisons', {}))
      if (MadeComparison.parse(JSON.parse(made)).reports.some((report) => report.address === address))
        for (const table of ['watchReports', 'watchComparisons'] as const) await erase(tx, table, { id })
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
    if (feed !== '') await insert(tx, 'watchEntries', given, ['address'])
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
    const old = await select(db, 'watchComparisons', { at: { '<': reports } }, { columns: ['id'] })
    for (const { id } of old) await erase(db, 'watchReports', { id })
    await erase(db, 'watchComparisons', { at: { '<': reports } })
  }
  if (contents === null) return
  const ended = { foundAt: { '<': contents }, dueAt: null }
  await erase(db, 'watchEntries', ended)
  const old = await select(db, 'watchArticles', ended, { limit: atOnce })
  for (const row of old) await db.transaction().execute((tx) => forgetArticle(tx, articleOf(row)))
}
