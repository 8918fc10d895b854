/** Bytes, pages and articles in SQL: by content, so that each is kept, fetched and read once, and never one that was taken down. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { RawPage } from '../../model/raw-page.js'
import { Source } from '../../model/source.js'
import type { Store, StoredContent, UploadedContent } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { hold, insert, insertOnce, select, selectOne, update } from './table.js'
import { isTakenDown, takenDown, takenDownOf } from './takedowns.js'

/** Bytes that are known already are not sent again; their row is held, so that nobody deletes them before the end. */
export async function keepContent(
  tx: Kysely<Tables>,
  sha256: string,
  content: StoredContent,
  now: number,
): Promise<void> {
  if ((await update(tx, 'contents', { sha256 }, { createdAt: now })) === 0)
    await putContents(tx, [{ sha256, ...content }], now)
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
    .map(({ sha256, bytes, mediaType }) => ({
      sha256,
      // The same memory: all of them may be tens of megabytes.
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      mediaType,
      createdAt: now,
    }))
  while (rows.length > 0) {
    let size = 0
    const fit = rows.findIndex(({ bytes }) => (size += bytes.length) > atOnce)
    const some = rows.splice(0, fit === -1 ? rows.length : Math.max(1, fit))
    await insert(db, 'contents', some, ['sha256'], ['createdAt'])
  }
}

/** A page as it is kept: its source and bytes stand elsewhere. */
const StoredPage = z.looseObject({})

export function contents(db: Kysely<Tables>) {
  const content: Store['content'] = async (sha256) => {
    const row = await selectOne(db, 'contents', { sha256 })
    return row && { bytes: Buffer.from(row.bytes), mediaType: row.mediaType }
  }

  const article: Store['article'] = async (key) =>
    (await selectOne(db, 'articles', { key }, { columns: ['article'] }))?.article ?? null

  return {
    // False where nobody waits for it: saved before, or the submission was deleted meanwhile, and its bytes go with it.
    savePage: (id, position, page, now) =>
      db.transaction().execute(async (tx) => {
        const waiting = { comparison: id, position, state: 'waiting' }
        const { mediaType, sha256, bytes } = page
        if (await isTakenDown(tx, sha256)) {
          const issue = JSON.stringify(takenDown(page.source.name))
          await update(tx, 'comparisonSources', waiting, { state: 'lost', sha256, issue })
          return false
        }
        const kept = JSON.stringify({ ...page, source: undefined, bytes: undefined })
        const fetched = { state: 'fetched', page: kept, sha256, address: page.url }
        if ((await update(tx, 'comparisonSources', waiting, fetched)) === 0) return false
        await keepContent(tx, sha256, { bytes: Buffer.from(bytes, 'base64'), mediaType }, now)
        return true
      }),

    async page(id, position) {
      const row = await selectOne(db, 'comparisonSources', { comparison: id, position })
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
      const open = { comparison: id, position, state: { '<>': 'read' } }
      await update(db, 'comparisonSources', open, { state: 'lost', issue: JSON.stringify(issue) })
    },

    content,
    article,

    keepContents: (uploads, now) => db.transaction().execute((tx) => putContents(tx, uploads, now)),

    async holdContents(hashes, now) {
      await update(db, 'contents', { sha256: hashes }, { createdAt: now })
      const held = await select(db, 'contents', { sha256: hashes }, { columns: ['sha256'] })
      return new Set(held.map(({ sha256 }) => sha256))
    },

    // A source that was lost meanwhile, by a takedown say, stays lost.
    saveArticle: (id, position, key, { json, about, terms = null, ...kept }, now) =>
      db.transaction().execute(async (tx) => {
        if (kept.sha256 !== null && (await isTakenDown(tx, kept.sha256))) return
        const before = await selectOne(tx, 'articles', { key }, { columns: ['text'] })
        const open = { comparison: id, position, state: { '<>': 'lost' } }
        const read = { state: 'read', articleKey: key, issue: null, text: (before ?? kept).text }
        if ((await update(tx, 'comparisonSources', open, read)) === 0) return
        if ((await hold(tx, 'articles', { key }, 'createdAt')) > 0) return
        const row = { ...kept, key, article: json, about: about ? JSON.stringify(about) : null, terms }
        await insertOnce(tx, 'articles', { ...row, createdAt: now })
      }),

    async articles(id) {
      const rows = await select(db, 'comparisonSources', { comparison: id }, { order: ['position'] })
      const found: (string | null)[] = []
      // One by one, for all of them at once may be a hundred megabytes.
      for (const { articleKey } of rows) found.push(articleKey === null ? null : await article(articleKey))
      return found
    },
  } satisfies Partial<Store>
}
