/** Bytes by content, for pages and uploads: kept once, never those that were taken down. */
import type { Kysely } from 'kysely'
import type { Store, StoredContent } from '../../ports/store.js'
import type { Tables } from './tables.js'
import { isTakenDown } from './takedowns.js'

export function contents(db: Kysely<Tables>): Pick<Store, 'keepContents'> {
  return {
    keepContents: (uploads, now) =>
      db.transaction().execute(async (tx) => {
        for (const upload of uploads) await putContent(tx, upload.sha256, upload, now)
      }),
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
  if (known.numUpdatedRows === 0n) await putContent(tx, sha256, content, now)
}

/** Bytes that are known already only become young again, so that they are not expired under a new user. */
export async function putContent(
  db: Kysely<Tables>,
  sha256: string,
  { bytes, mediaType }: StoredContent,
  now: number,
): Promise<void> {
  if (await isTakenDown(db, sha256)) return
  await db
    .insertInto('contents')
    .values({ sha256, bytes: Buffer.from(bytes), mediaType: mediaType, createdAt: now })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ createdAt: now }))
    .execute()
}
