/** Bytes by content, for pages and uploads: kept once, never those that were taken down. */
import type { Kysely } from 'kysely'
import type { Store, StoredContent, UploadedContent } from '../../ports/store.js'
import type { Tables } from './tables.js'
import { takenDownOf } from './takedowns.js'

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
