/** Submissions and reports in SQL: created once, finished once, deleted with what only they use. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Source } from '../../model/source.js'
import type { Created, ListPage, NewSubmission, Store } from '../../ports/store.js'
import { putContent } from './contents.js'
import { cameBefore, isOtherRequest } from './idempotency.js'
import { behind, pageOf } from './keyset.js'
import { progressOf, submissionOf } from './rows.js'
import type { Tables } from './tables.js'
import { takenDown, takenDownOf, withdrawTakenDown } from './takedowns.js'
import { finalStates, record, transitions } from './transitions.js'

type Submissions = Pick<
  Store,
  | 'create'
  | 'begin'
  | 'transitions'
  | 'find'
  | 'list'
  | 'sources'
  | 'unfinished'
  | 'startRound'
  | 'remove'
  | 'discard'
  | 'discarded'
  | 'restore'
  | 'finish'
  | 'report'
>

export function submissions(db: Kysely<Tables>): Submissions {
  return {
    create: (submission, now) => db.transaction().execute((tx) => create(tx, submission, now)),

    async find(id) {
      const row = await db
        .selectFrom('comparisons')
        .selectAll()
        .where('id', '=', id)
        .where('discarded_at', 'is', null)
        .executeTakeFirst()
      return row ? submissionOf(row) : null
    },

    async discard(id, now) {
      const result = await db
        .updateTable('comparisons')
        .set({ discarded_at: now })
        .where('id', '=', id)
        .where('discarded_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },

    async discarded(id) {
      const row = await db
        .selectFrom('comparisons')
        .selectAll()
        .where('id', '=', id)
        .where('discarded_at', 'is not', null)
        .executeTakeFirst()
      return row ? submissionOf(row) : null
    },

    async restore(id) {
      const result = await db
        .updateTable('comparisons')
        .set({ discarded_at: null })
        .where('id', '=', id)
        .where('discarded_at', 'is not', null)
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },

    list: ({ limit, after, batch }) => list(db, limit, after, batch),

    async sources(id) {
      const rows = await db
        .selectFrom('comparison_sources')
        .selectAll()
        .where('comparison', '=', id)
        .orderBy('position')
        .execute()
      return rows.map(progressOf)
    },

    async unfinished(limit) {
      const rows = await db
        .selectFrom('comparisons')
        .selectAll()
        .where('state', 'not in', finalStates)
        .where('discarded_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(submissionOf)
    },

    async begin(id, now) {
      await db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('comparisons')
          .set({ state: 'running' })
          .where('id', '=', id)
          .where('state', '=', 'queued')
          .executeTakeFirst()
        if (result.numUpdatedRows > 0n) await record(tx, id, 'running', now)
      })
    },

    transitions: (id) => transitions(db, id),

    async startRound(id, from) {
      const result = await db
        .updateTable('comparisons')
        .set({ round: from + 1 })
        .where('id', '=', id)
        .where('round', '=', from)
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
            finished_at: now,
            summary: summary ? JSON.stringify(summary) : null,
          })
          .where('id', '=', id)
          .where('state', 'not in', finalStates)
          .returning('callback_url')
          .executeTakeFirst()
        if (!result) return false
        await record(tx, id, state, now)
        if (report !== null) await tx.insertInto('reports').values({ comparison: id, report }).execute()
        if (result.callback_url !== null) await owe(tx, id, result.callback_url, now)
        await withdrawTakenDown(tx, id, now)
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
  }
}

/** The webhook is owed from the very step that finishes, so that a crash between the two cannot lose it. */
async function owe(tx: Transaction<Tables>, id: string, url: string, now: number): Promise<void> {
  await tx
    .insertInto('deliveries')
    .values({
      comparison: id,
      url,
      state: 'pending',
      attempts: 0,
      next_at: now,
      lease_until: 0,
      last_error: null,
      delivered_at: null,
    })
    .execute()
}

export async function create(
  tx: Transaction<Tables>,
  submission: NewSubmission,
  now: number,
): Promise<Created> {
  const { id, title, sources, options, callbackUrl, batch, idempotency, contents } = submission
  const inserted = await tx
    .insertInto('comparisons')
    .values({
      id,
      title,
      state: 'queued',
      options: JSON.stringify(options),
      callback_url: callbackUrl,
      batch,
      reasons: '[]',
      round: 0,
      idempotency_key: idempotency?.key ?? null,
      request_hash: idempotency?.requestHash ?? null,
      created_at: now,
      deadline_at: now + options.deadlineSeconds * 1000,
      finished_at: null,
      summary: null,
      discarded_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()

  if (inserted) {
    await tx
      .insertInto('comparison_sources')
      .values(await rowsOf(tx, id, sources))
      .execute()
    for (const content of contents ?? []) await putContent(tx, content.sha256, content, now)
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
): Promise<Insertable<Tables['comparison_sources']>[]> {
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
      article_key: null,
      issue: lost ? JSON.stringify(takenDown(source.name)) : null,
    }
  })
}

async function list(
  db: Kysely<Tables>,
  limit: number,
  after: string | null,
  batch: string | undefined,
): Promise<ListPage> {
  let query = db
    .selectFrom('comparisons')
    .selectAll()
    .where('discarded_at', 'is', null)
    .where(behind(after))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (batch !== undefined) query = query.where('batch', '=', batch)
  return pageOf((await query.execute()).map(submissionOf), limit)
}

export async function remove(tx: Transaction<Tables>, id: string): Promise<boolean> {
  const used = await tx
    .selectFrom('comparison_sources')
    .select(['sha256', 'article_key'])
    .where('comparison', '=', id)
    .execute()
  const result = await tx.deleteFrom('comparisons').where('id', '=', id).executeTakeFirst()
  if (result.numDeletedRows === 0n) return false

  for (const { sha256, article_key } of used) {
    await holdRows(tx, sha256, article_key)
    if (article_key !== null && !(await inUse(tx, 'article_key', article_key)))
      await tx.deleteFrom('articles').where('key', '=', article_key).execute()
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
      .set((row) => ({ created_at: row.ref('created_at') }))
      .where('sha256', '=', sha256)
      .execute()
  if (articleKey !== null)
    await tx
      .updateTable('articles')
      .set((row) => ({ created_at: row.ref('created_at') }))
      .where('key', '=', articleKey)
      .execute()
}

async function inUse(
  tx: Transaction<Tables>,
  column: 'sha256' | 'article_key',
  value: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('comparison_sources')
    .select('position')
    .where(column, '=', value)
    .executeTakeFirst()
  return row !== undefined
}
