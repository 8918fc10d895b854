/** Batches in SQL: created with all their submissions, or not at all. */
import type { Kysely, Transaction } from 'kysely'
import type { Batch } from '../../model/batch.js'
import { Submission } from '../../model/submission.js'
import type { BatchCreated, NewBatch, Store } from '../../ports/store.js'
import { behind, cameBefore, isOtherRequest, pageOf } from './rows.js'
import { create } from './submissions.js'
import type { Tables } from './schema.js'

const Member = Submission.unwrap().pick({ id: true, state: true, notes: true })
const columns = ['id', 'title', 'total', 'createdAt'] as const satisfies readonly (keyof Batch)[]

export function batches(db: Kysely<Tables>) {
  return {
    createBatch: (batch, now) => db.transaction().execute((tx) => createBatch(tx, batch, now)),

    async batch(id) {
      const row = await db.selectFrom('batches').select(columns).where('id', '=', id).executeTakeFirst()
      return row ?? null
    },

    async batches({ limit, after }) {
      const rows = await db
        .selectFrom('batches')
        .select(columns)
        .where(behind(after))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit)
    },

    async batchMembers(id) {
      const rows = await db
        .selectFrom('comparisons')
        .select(['id', 'state', 'notes'])
        .where((row) => row.and({ batch: id, discardedAt: null }))
        .orderBy('id')
        .execute()
      return rows.map((row) => Member.parse(row))
    },
  } satisfies Partial<Store>
}

async function createBatch(tx: Transaction<Tables>, batch: NewBatch, now: number): Promise<BatchCreated> {
  const { id, title, submissions, idempotency } = batch
  const inserted = await tx
    .insertInto('batches')
    .values({
      id,
      title,
      total: submissions.length,
      idempotencyKey: idempotency?.key ?? null,
      requestHash: idempotency?.requestHash ?? null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (inserted) {
    for (const submission of submissions) await create(tx, submission, now)
    return { state: 'created', batch: inserted }
  }
  const { requestHash, ...earlier } = await tx
    .selectFrom('batches')
    .select([...columns, 'requestHash'])
    .where(cameBefore(id, idempotency))
    .executeTakeFirstOrThrow()
  if (isOtherRequest({ requestHash }, idempotency)) return { state: 'conflict' }
  return { state: 'repeated', batch: earlier }
}
