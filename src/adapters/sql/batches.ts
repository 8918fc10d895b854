/** Batches in SQL: created with all their submissions, or not at all. */
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Batch } from '../../model/batch.js'
import { ComparisonState } from '../../model/submission.js'
import type { BatchCreated, NewBatch, Store } from '../../ports/store.js'
import { cameBefore, isOtherRequest } from './idempotency.js'
import { behind, pageOf } from './keyset.js'
import { create } from './submissions.js'
import type { Tables } from './tables.js'

type Batches = Pick<Store, 'createBatch' | 'batch' | 'batches' | 'batchMembers'>

export function batches(db: Kysely<Tables>): Batches {
  return {
    createBatch: (batch, now) => db.transaction().execute((tx) => createBatch(tx, batch, now)),

    async batch(id) {
      const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? batchOf(row) : null
    },

    async batches({ limit, after }) {
      const rows = await db
        .selectFrom('batches')
        .selectAll()
        .where(behind(after))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows.map(batchOf), limit)
    },

    async batchMembers(id) {
      const rows = await db
        .selectFrom('comparisons')
        .select(['id', 'state'])
        .where('batch', '=', id)
        .where('discarded_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ id: row.id, state: ComparisonState.parse(row.state) }))
    },
  }
}

async function createBatch(tx: Transaction<Tables>, batch: NewBatch, now: number): Promise<BatchCreated> {
  const { id, title, submissions, idempotency } = batch
  const inserted = await tx
    .insertInto('batches')
    .values({
      id,
      title,
      total: submissions.length,
      idempotency_key: idempotency?.key ?? null,
      request_hash: idempotency?.requestHash ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (inserted) {
    for (const submission of submissions) await create(tx, submission, now)
    return { state: 'created', batch: batchOf(inserted) }
  }
  const earlier = await tx
    .selectFrom('batches')
    .selectAll()
    .where(cameBefore(id, idempotency))
    .executeTakeFirstOrThrow()
  if (isOtherRequest(earlier, idempotency)) return { state: 'conflict' }
  return { state: 'repeated', batch: batchOf(earlier) }
}

function batchOf(row: Selectable<Tables['batches']>): Batch {
  return { id: row.id, title: row.title, total: row.total, createdAt: row.created_at }
}
