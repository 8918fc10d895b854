/** Submissions and reports in SQL: created once, finished once, deleted with what only they use. */
import type { Insertable, Kysely, Transaction, Updateable } from 'kysely'
import type { Source } from '../../model/source.js'
import type { Submission } from '../../model/submission.js'
import type { Created, NewSubmission, Store } from '../../ports/store.js'
import { putContents } from './contents.js'
import {
  cameBefore,
  eldest,
  isOtherRequest,
  progressOf,
  submissionOf,
  finalStates,
  record,
  transitions,
} from './rows.js'
import { relist } from './listing.js'
import type { Tables } from './schema.js'
import { forgetFollowed } from './watched-rows.js'
import { takenDown, takenDownOf, withdrawTakenDown } from './takedowns.js'

export function submissions(db: Kysely<Tables>) {
  return {
    create: (submission, now) => db.transaction().execute((tx) => create(tx, submission, now)),

    find: (id) => find(db, id),
    // A request that comes again under its key makes another: no answer may lead to what is gone.
    discard: (id, now) => mark(db, id, 'is', { discardedAt: now, idempotencyKey: null, requestHash: null }),
    async discarded(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('comparisons')
        .selectAll()
        .where('id', 'in', ids)
        .where('discardedAt', 'is not', null)
        .orderBy('id')
        .execute()
      return rows.map(submissionOf)
    },
    restore: (id) => mark(db, id, 'is not', { discardedAt: null }),

    async sources(id) {
      const rows = await db
        .selectFrom('comparisonSources')
        .leftJoin('articles', 'articles.key', 'comparisonSources.articleKey')
        .selectAll('comparisonSources')
        .select('articles.about')
        .where('comparison', '=', id)
        .orderBy('position')
        .execute()
      return rows.map(progressOf)
    },

    submission: async (id) => {
      const row = await db.selectFrom('comparisons').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? submissionOf(row) : null
    },

    async unfinished(limit) {
      const rows = await eldest(db, limit).where('state', 'not in', finalStates).execute()
      return rows.map(({ id }) => id)
    },

    async begin(id, now) {
      await db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('comparisons')
          .set({ state: 'running' })
          .where((row) => row.and({ id, state: 'queued' }))
          .executeTakeFirst()
        if (result.numUpdatedRows > 0n) await record(tx, id, 'running', now)
      })
    },

    transitions: (id) => transitions(db, id),

    async startRound(id, from) {
      const result = await db
        .updateTable('comparisons')
        .set({ round: from + 1 })
        .where((row) => row.and({ id, round: from }))
        .where('state', 'not in', finalStates)
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },

    remove: (id) => db.transaction().execute((tx) => remove(tx, id)),

    finish: (id, { state, reasons, report, summary }, now) =>
      db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('comparisons')
          .set({
            state,
            reasons: JSON.stringify(reasons),
            finishedAt: now,
            summary: summary ? JSON.stringify(summary) : null,
          })
          .where('id', '=', id)
          .where('state', 'not in', finalStates)
          .returning('callbackUrl')
          .executeTakeFirst()
        if (!result) return false
        await record(tx, id, state, now)
        if (report !== null) await tx.insertInto('reports').values({ comparison: id, report }).execute()
        if (result.callbackUrl !== null) await owe(tx, id, result.callbackUrl, now)
        await withdrawTakenDown(tx, id, now)
        await relist(tx, id)
        return true
      }),

    async report(id) {
      const row = await db
        .selectFrom('reports')
        .select('report')
        .where('comparison', '=', id)
        .executeTakeFirst()
      return row?.report ?? null
    },
  } satisfies Partial<Store>
}

/** One that is not discarded. */
async function find(db: Kysely<Tables>, id: string): Promise<Submission | null> {
  const row = await db
    .selectFrom('comparisons')
    .selectAll()
    .where((row) => row.and({ id, discardedAt: null }))
    .executeTakeFirst()
  return row ? submissionOf(row) : null
}

async function mark(
  db: Kysely<Tables>,
  id: string,
  isNull: 'is' | 'is not',
  changes: Updateable<Tables['comparisons']>,
): Promise<boolean> {
  const result = await db
    .updateTable('comparisons')
    .set(changes)
    .where('id', '=', id)
    .where('discardedAt', isNull, null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The webhook is owed from the very step that finishes, so that a crash between the two cannot lose it. */
export async function owe(tx: Transaction<Tables>, id: string, url: string, now: number): Promise<void> {
  const fresh = {
    state: 'pending',
    attempts: 0,
    nextAt: now,
    leaseUntil: 0,
    lastError: null,
    deliveredAt: null,
  }
  await tx
    .insertInto('deliveries')
    .values({ comparison: id, url, ...fresh })
    .onConflict((conflict) => conflict.column('comparison').doUpdateSet(fresh))
    .execute()
}

export async function create(
  tx: Transaction<Tables>,
  submission: NewSubmission,
  now: number,
): Promise<Created> {
  const { id, title, sources, options, callbackUrl, batch, idempotency, contents, reader } = submission
  const { notes = null, story = null, by = null } = submission
  const inserted = await tx
    .insertInto('comparisons')
    .values({
      id,
      title,
      state: 'queued',
      options: JSON.stringify(options),
      callbackUrl,
      batch,
      reasons: '[]',
      round: 0,
      idempotencyKey: idempotency?.key ?? null,
      requestHash: idempotency?.requestHash ?? null,
      createdAt: now,
      deadlineAt: now + options.deadlineSeconds * 1000,
      finishedAt: null,
      summary: null,
      discardedAt: null,
      notes: notes !== null ? 'given' : reader === true ? 'awaited' : null,
      notesReason: null,
      story,
      submittedBy: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()

  if (inserted) {
    await tx
      .insertInto('comparisonSources')
      .values(await rowsOf(tx, id, sources))
      .execute()
    await putContents(tx, contents ?? [], now)
    if (notes !== null) await tx.insertInto('notes').values({ comparison: id, notes }).execute()
    await relist(tx, id)
    return { state: 'created', submission: submissionOf(inserted) }
  }

  const earlier = await tx
    .selectFrom('comparisons')
    .selectAll()
    .where(cameBefore(id, idempotency))
    .executeTakeFirstOrThrow()
  if (isOtherRequest(earlier, idempotency)) return { state: 'conflict' }
  return { state: 'repeated', submission: submissionOf(earlier) }
}

/** An upload that was taken down is lost from the start. */
async function rowsOf(
  tx: Transaction<Tables>,
  comparison: string,
  sources: readonly Source[],
): Promise<Insertable<Tables['comparisonSources']>[]> {
  const uploads = sources.filter(({ kind }) => kind === 'stored').map(({ location }) => location)
  const gone = await takenDownOf(tx, uploads)
  return sources.map((source, position) => {
    const sha256 = source.kind === 'stored' ? source.location : null
    const lost = sha256 !== null && gone.has(sha256)
    return {
      comparison,
      position,
      source: JSON.stringify(source),
      state: lost ? 'lost' : 'waiting',
      page: null,
      sha256,
      articleKey: null,
      issue: lost ? JSON.stringify(takenDown(source.name)) : null,
      address: null,
      text: null,
    }
  })
}

export async function remove(tx: Transaction<Tables>, id: string): Promise<boolean> {
  const used = await tx
    .selectFrom('comparisonSources')
    .select(['sha256', 'articleKey', 'address'])
    .where('comparison', '=', id)
    .execute()
  const result = await tx.deleteFrom('comparisons').where('id', '=', id).executeTakeFirst()
  if (result.numDeletedRows === 0n) return false

  const versions: { sha256: string; articleKey: null }[] = []
  for (const { address } of used)
    if (address !== null)
      for (const sha256 of await forgetFollowed(tx, address)) versions.push({ sha256, articleKey: null })
  for (const { sha256, articleKey } of [...used, ...versions]) {
    await holdRows(tx, sha256, articleKey)
    if (articleKey !== null && !(await inUse(tx, 'articleKey', articleKey)))
      await tx.deleteFrom('articles').where('key', '=', articleKey).execute()
    if (sha256 !== null && !(await inUse(tx, 'sha256', sha256))) {
      await tx.deleteFrom('fetches').where('sha256', '=', sha256).execute()
      await tx.deleteFrom('articles').where('sha256', '=', sha256).execute()
      await tx.deleteFrom('contents').where('sha256', '=', sha256).execute()
    }
  }
  return true
}

/**
 * Takes the rows' locks, so that a submission that is being given the same bytes either is seen as their user below, or
 * finds them gone and brings its own. (One writer at a time, as SQLite has it, needs none of this.)
 */
async function holdRows(
  tx: Transaction<Tables>,
  sha256: string | null,
  articleKey: string | null,
): Promise<void> {
  if (sha256 !== null)
    await tx
      .updateTable('contents')
      .set((row) => ({ createdAt: row.ref('createdAt') }))
      .where('sha256', '=', sha256)
      .execute()
  if (articleKey !== null)
    await tx
      .updateTable('articles')
      .set((row) => ({ createdAt: row.ref('createdAt') }))
      .where('key', '=', articleKey)
      .execute()
}

async function inUse(
  tx: Transaction<Tables>,
  column: 'sha256' | 'articleKey',
  value: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('comparisonSources')
    .select('position')
    .where(column, '=', value)
    .executeTakeFirst()
  if (row !== undefined || column === 'articleKey') return row !== undefined
  const kept = await tx
    .selectFrom('storyReports')
    .select('sha256')
    .where('sha256', '=', value)
    .union(tx.selectFrom('watchPages').select('sha256').where('sha256', '=', value))
    .executeTakeFirst()
  return kept !== undefined
}
