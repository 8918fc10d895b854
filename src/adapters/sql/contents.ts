/** Bytes, pages and articles in SQL: by content, so that each is kept, fetched and read once, and never one that was taken down. */
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { RawPage } from '../../model/raw-page.js'
import { Source } from '../../model/source.js'
import type { Store, StoredArticle, StoredContent, UploadedContent } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { isTakenDown, takenDown, takenDownOf } from './takedowns.js'

export function contents(db: Kysely<Tables>): Pick<Store, 'keepContents' | 'holdContents'> {
  return {
    keepContents: (uploads, now) => db.transaction().execute((tx) => putContents(tx, uploads, now)),

    async holdContents(hashes, now) {
      if (hashes.length === 0) return new Set()
      const held = await db
        .updateTable('contents')
        .set({ createdAt: now })
        .where('sha256', 'in', hashes)
        .returning('sha256')
        .execute()
      return new Set(held.map(({ sha256 }) => sha256))
    },
  }
}

/** Bytes that are known already are not sent again; their row is held, so that nobody deletes them before the end. */
export async function keepContent(
  tx: Kysely<Tables>,
  sha256: string,
  content: StoredContent,
  now: number,
): Promise<void> {
  const known = await tx
    .updateTable('contents')
    .set({ createdAt: now })
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (known.numUpdatedRows === 0n) await putContents(tx, [{ sha256, ...content }], now)
}

/** Bytes of one statement, unless a single file has more. */
const atOnce = 1_000_000

/** Bytes that are known already only become young again, so that they are not expired under a new user. */
export async function putContents(
  db: Kysely<Tables>,
  uploads: readonly UploadedContent[],
  now: number,
): Promise<void> {
  const unique = [...new Map(uploads.map((upload) => [upload.sha256, upload])).values()]
  const gone = await takenDownOf(
    db,
    unique.map(({ sha256 }) => sha256),
  )
  const rows = unique
    .filter(({ sha256 }) => !gone.has(sha256))
    .map(({ sha256, bytes, mediaType }) => ({ sha256, bytes: Buffer.from(bytes), mediaType, createdAt: now }))
  while (rows.length > 0) {
    let size = 0
    const fit = rows.findIndex(({ bytes }) => (size += bytes.length) > atOnce)
    await db
      .insertInto('contents')
      .values(rows.splice(0, fit === -1 ? rows.length : Math.max(1, fit)))
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ createdAt: now }))
      .execute()
  }
}

/** A page as it is kept: its source and bytes stand elsewhere. */
const StoredPage = z.looseObject({})

export function pages(db: Kysely<Tables>) {
  const content: Store['content'] = async (sha256) => {
    const row = await db.selectFrom('contents').selectAll().where('sha256', '=', sha256).executeTakeFirst()
    return row ? { bytes: Buffer.from(row.bytes), mediaType: row.mediaType } : null
  }

  const article: Store['article'] = async (key) => {
    const row = await db.selectFrom('articles').select('article').where('key', '=', key).executeTakeFirst()
    return row?.article ?? null
  }

  return {
    savePage: (id, position, page, now) =>
      db.transaction().execute((tx) => savePage(tx, id, position, page, now)),

    async page(id, position) {
      const row = await db
        .selectFrom('comparisonSources')
        .select(['source', 'page', 'sha256'])
        .where((row) => row.and({ comparison: id, position }))
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

    article,

    saveArticle: (id, position, key, article, now) =>
      db.transaction().execute((tx) => saveArticle(tx, id, position, key, article, now)),

    async articles(id) {
      const rows = await db
        .selectFrom('comparisonSources')
        .select('articleKey')
        .where('comparison', '=', id)
        .orderBy('position')
        .execute()
      const found: (string | null)[] = []
      // One by one, for all of them at once may be a hundred megabytes.
      for (const { articleKey } of rows) found.push(articleKey === null ? null : await article(articleKey))
      return found
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
  const { mediaType, sha256, bytes } = page
  const kept = JSON.stringify({ ...page, source: undefined, bytes: undefined })
  const saved = await row.set({ state: 'fetched', page: kept, sha256, address: page.url }).executeTakeFirst()
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
  const before = await tx.selectFrom('articles').select('text').where('key', '=', key).executeTakeFirst()
  const text = before ? before.text : article.text
  const row = await sourceRow(tx, id, position)
    .set({ state: 'read', articleKey: key, issue: null, text })
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
    .values({
      key,
      sha256: article.sha256,
      text: article.text,
      article: article.json,
      about: article.about ? JSON.stringify(article.about) : null,
      terms: article.terms ?? null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
