/** Pages, bytes and articles in SQL: bytes and articles by content, so that each is fetched and read once. */
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { RawPage } from '../../model/raw-page.js'
import { Source } from '../../model/source.js'
import type { Store, StoredArticle } from '../../ports/store.js'
import { keepContent } from './contents.js'
import type { Tables } from './tables.js'
import { isTakenDown, takenDown } from './takedowns.js'

/** A page as it is kept: its source and bytes stand elsewhere. */
const StoredPage = z.looseObject({})

export function pages(db: Kysely<Tables>) {
  const content: Store['content'] = async (sha256) => {
    const row = await db.selectFrom('contents').selectAll().where('sha256', '=', sha256).executeTakeFirst()
    return row ? { bytes: Buffer.from(row.bytes), mediaType: row.mediaType } : null
  }

  return {
    savePage: (id, position, page, now) =>
      db.transaction().execute((tx) => savePage(tx, id, position, page, now)),

    async page(id, position) {
      const row = await db
        .selectFrom('comparisonSources')
        .select(['source', 'page', 'sha256'])
        .where('comparison', '=', id)
        .where('position', '=', position)
        .executeTakeFirst()
      if (row?.page == null || row.sha256 === null) return null
      const stored = await content(row.sha256)
      if (!stored) return null
      return RawPage.parse({
        ...StoredPage.parse(JSON.parse(row.page)),
        source: Source.parse(JSON.parse(row.source)),
        bytes: Buffer.from(stored.bytes).toString('base64'),
      })
    },

    async lose(id, position, issue) {
      await sourceRow(db, id, position)
        .set({ state: 'lost', issue: JSON.stringify(issue) })
        .where('state', '<>', 'read')
        .execute()
    },

    content,

    async article(key) {
      const row = await db.selectFrom('articles').select('article').where('key', '=', key).executeTakeFirst()
      return row?.article ?? null
    },

    saveArticle: (id, position, key, article, now) =>
      db.transaction().execute((tx) => saveArticle(tx, id, position, key, article, now)),

    async articles(id) {
      const rows = await db
        .selectFrom('comparisonSources')
        .leftJoin('articles', 'articles.key', 'comparisonSources.articleKey')
        .select(['comparisonSources.position', 'articles.article'])
        .where('comparisonSources.comparison', '=', id)
        .orderBy('comparisonSources.position')
        .execute()
      return rows.map((row) => row.article)
    },
  } satisfies Partial<Store>
}

const sourceRow = (db: Kysely<Tables>, id: string, position: number) =>
  db.updateTable('comparisonSources').where('comparison', '=', id).where('position', '=', position)

async function savePage(
  tx: Transaction<Tables>,
  id: string,
  position: number,
  page: RawPage & { state: 'read' },
  now: number,
): Promise<boolean> {
  const row = sourceRow(tx, id, position).where('state', '=', 'waiting')
  if (await isTakenDown(tx, page.sha256)) {
    const issue = JSON.stringify(takenDown(page.source.name))
    await row.set({ state: 'lost', sha256: page.sha256, issue }).execute()
    return false
  }
  const { state, url, fetchedAt, issues, mediaType, charset, sha256, bytes } = page
  const kept = JSON.stringify({ state, url, fetchedAt, issues, mediaType, charset, sha256 })
  const saved = await row.set({ state: 'fetched', page: kept, sha256 }).executeTakeFirst()
  // Nobody waits for it: saved before, or the submission was deleted meanwhile, and its bytes go with it.
  if (saved.numUpdatedRows === 0n) return false
  await keepContent(tx, sha256, { bytes: Buffer.from(bytes, 'base64'), mediaType }, now)
  return true
}

/** A source that was lost meanwhile, by a takedown say, stays lost. */
async function saveArticle(
  tx: Transaction<Tables>,
  id: string,
  position: number,
  key: string,
  article: StoredArticle,
  now: number,
): Promise<void> {
  if (article.sha256 !== null && (await isTakenDown(tx, article.sha256))) return
  const row = await sourceRow(tx, id, position)
    .set({ state: 'read', articleKey: key, issue: null })
    .where('state', '<>', 'lost')
    .executeTakeFirst()
  if (row.numUpdatedRows === 0n) return
  const known = await tx
    .updateTable('articles')
    .set((one) => ({ createdAt: one.ref('createdAt') }))
    .where('key', '=', key)
    .executeTakeFirst()
  if (known.numUpdatedRows > 0n) return
  await tx
    .insertInto('articles')
    .values({ key, sha256: article.sha256, article: article.json, createdAt: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
