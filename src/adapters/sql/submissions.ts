/** Submissions and reports: created once, alone or all of a batch or none; finished once, and once more with a reader's notes; deleted. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { Batch } from '../../model/batch.js'
import type { Source } from '../../model/source.js'
import { Submission } from '../../model/submission.js'
import type { BatchCreated, Created, NewBatch, NewSubmission, Store } from '../../ports/store.js'
import { itemAt } from '../../text/item-at.js'
import { putContents } from './contents.js'
import {
  behind,
  cameBefore,
  eldest,
  isOtherRequest,
  pageOf,
  progressOf,
  type StoredSource,
  submissionOf,
  finalStates,
  record,
  transitions,
} from './rows.js'
import { relist } from './listing.js'
import type { Tables } from './schema.js'
import { ask, count, erase, hold, insert, type Row, select, selectOne, update, type Where } from './table.js'
import { forgetFollowed } from './watched-rows.js'
import { takenDown, takenDownOf, withdrawTakenDown } from './takedowns.js'

export function submissions(db: Kysely<Tables>) {
  return {
    create: (submission, now) => db.transaction().execute((tx) => create(tx, submission, now)),

    find: (id) => find(db, { id, discardedAt: null }),
    // A request that comes again under its key makes another: no answer may lead to what is gone.
    discard: async (id, now) => {
      const discarded = { discardedAt: now, idempotencyKey: null, requestHash: null }
      return (await update(db, 'comparisons', { id, discardedAt: null }, discarded)) > 0
    },
    async discarded(ids) {
      const gone = { id: ids, discardedAt: { 'is not': null } }
      return (await select(db, 'comparisons', gone, { order: ['id'] })).map(submissionOf)
    },
    restore: async (id) =>
      (await update(db, 'comparisons', { id, discardedAt: { 'is not': null } }, { discardedAt: null })) > 0,

    async sources(id) {
      const query = sql<StoredSource>`select s.*, articles.about from comparison_sources s
        left join articles on articles.key = s.article_key where comparison = ${id} order by position`
      return (await ask(db, query)).map(progressOf)
    },

    submission: (id) => find(db, { id }),

    unfinished: (limit) => eldest(db, { state: notFinal }, limit),

    async begin(id, now) {
      await db.transaction().execute(async (tx) => {
        if ((await update(tx, 'comparisons', { id, state: 'queued' }, { state: 'running' })) > 0)
          await record(tx, id, 'running', now)
      })
    },

    transitions: (id) => transitions(db, id),

    async startRound(id, from) {
      return (await update(db, 'comparisons', { id, round: from, state: notFinal }, { round: from + 1 })) > 0
    },

    remove: (id) => db.transaction().execute((tx) => remove(tx, id)),

    finish: (id, { state, reasons, report, summary }, now) =>
      db.transaction().execute(async (tx) => {
        const told = { reasons: JSON.stringify(reasons), summary: summary ? JSON.stringify(summary) : null }
        const finished = { ...told, state, finishedAt: now }
        if ((await update(tx, 'comparisons', { id, state: notFinal }, finished)) === 0) return false
        await record(tx, id, state, now)
        if (report !== null) await insert(tx, 'reports', { comparison: id, report })
        await settled(tx, id, now)
        return true
      }),

    async report(id) {
      return (await selectOne(db, 'reports', { comparison: id }))?.report ?? null
    },
  } satisfies Partial<Store>
}

const notFinal = { 'not in': finalStates }

async function find(db: Kysely<Tables>, where: Where<'comparisons'>): Promise<Submission | null> {
  const row = await selectOne(db, 'comparisons', where)
  return row && submissionOf(row)
}

/** A comparison has ended, or has another report. Its webhook is owed from this very step: a crash loses none. */
async function settled(tx: Transaction<Tables>, id: string, now: number): Promise<void> {
  const url = (await selectOne(tx, 'comparisons', { id }))?.callbackUrl ?? null
  const fresh = { attempts: 0, nextAt: now, leaseUntil: 0, lastError: null, deliveredAt: null }
  if (url !== null)
    await insert(tx, 'deliveries', { comparison: id, url, state: 'pending', ...fresh }, ['comparison'])
  await withdrawTakenDown(tx, id, now)
  await relist(tx, id)
}

async function create(tx: Transaction<Tables>, submission: NewSubmission, now: number): Promise<Created> {
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
    await insert(tx, 'comparisonSources', await rowsOf(tx, id, sources))
    await putContents(tx, contents ?? [], now)
    if (notes !== null) await insert(tx, 'notes', { comparison: id, notes })
    await relist(tx, id)
    return { state: 'created', submission: submissionOf(inserted) }
  }

  const before = sql<Row<'comparisons'>>`select * from comparisons where ${cameBefore(id, idempotency)}`
  const earlier = itemAt(await ask(tx, before), 0)
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
  const used = await select(tx, 'comparisonSources', { comparison: id })
  if ((await erase(tx, 'comparisons', { id })) === 0) return false

  const versions: { sha256: string; articleKey: null }[] = []
  for (const { address } of used)
    if (address !== null)
      for (const sha256 of await forgetFollowed(tx, address)) versions.push({ sha256, articleKey: null })
  for (const { sha256, articleKey } of [...used, ...versions]) {
    // So that a submission that is being given the same bytes either is seen as their user here, or finds them gone and brings its own.
    if (sha256 !== null) await hold(tx, 'contents', { sha256 }, 'createdAt')
    if (articleKey !== null) await hold(tx, 'articles', { key: articleKey }, 'createdAt')
    if (articleKey !== null && (await count(tx, 'comparisonSources', { articleKey })) === 0)
      await erase(tx, 'articles', { key: articleKey })
    if (sha256 === null || (await isUsed(tx, sha256))) continue
    for (const table of ['fetches', 'articles', 'contents'] as const) await erase(tx, table, { sha256 })
  }
  return true
}

async function isUsed(tx: Transaction<Tables>, sha256: string): Promise<boolean> {
  for (const table of ['comparisonSources', 'storyReports', 'watchPages'] as const)
    if ((await count(tx, table, { sha256 })) > 0) return true
  return false
}

const Member = Submission.unwrap().pick({ id: true, state: true, notes: true })
const memberColumns = ['id', 'state', 'notes'] as const
const columns = ['id', 'title', 'total', 'createdAt'] as const satisfies readonly (keyof Batch)[]

export function batches(db: Kysely<Tables>) {
  return {
    createBatch: (batch, now) => db.transaction().execute((tx) => createBatch(tx, batch, now)),

    batch: (id) => selectOne(db, 'batches', { id }, { columns }),

    async batches({ limit, after }) {
      const query = sql<Batch>`select id, title, total, created_at from batches where ${behind(after)}
        order by created_at desc, id desc limit ${limit + 1}`
      return pageOf(await ask(db, query), limit)
    },

    async batchMembers(id) {
      const there = { batch: id, discardedAt: null }
      return (await select(db, 'comparisons', there, { columns: memberColumns, order: ['id'] })).map((row) =>
        Member.parse(row),
      )
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
  const before = sql<
    Batch & { readonly requestHash: string | null }
  >`select id, title, total, created_at, request_hash
    from batches where ${cameBefore(id, idempotency)}`
  const { requestHash, ...earlier } = itemAt(await ask(tx, before), 0)
  if (isOtherRequest({ requestHash }, idempotency)) return { state: 'conflict' }
  return { state: 'repeated', batch: earlier }
}

const awaited = ['awaited', 'made']
const withReport = ['complete', 'partial']

export function readerNotes(db: Kysely<Tables>) {
  return {
    async notes(id) {
      return (await selectOne(db, 'notes', { comparison: id }))?.notes ?? null
    },

    keepNotes: (id, made) =>
      db.transaction().execute(async (tx) => {
        const change = 'text' in made ? { notes: 'made' } : { notes: 'failed', notesReason: made.reason }
        if ((await update(tx, 'comparisons', { id, notes: awaited }, change)) === 0) return
        await erase(tx, 'notes', { comparison: id })
        if ('text' in made) await insert(tx, 'notes', { comparison: id, notes: made.text })
      }),

    awaiting: (limit) => eldest(db, { notes: awaited, state: withReport }, limit),

    replaceReport: (id, { report, summary }, now) =>
      db.transaction().execute(async (tx) => {
        const printed = { notes: 'printed', summary: JSON.stringify(summary), finishedAt: now }
        if ((await update(tx, 'comparisons', { id, notes: 'made', state: withReport }, printed)) === 0)
          return false
        await update(tx, 'reports', { comparison: id }, { report })
        await settled(tx, id, now)
        return true
      }),

    takeTokens: (day, wanted, most) =>
      db.transaction().execute(async (tx) => {
        await insert(tx, 'readerDays', { day, tokens: 0 }, 'stays')
        // So that two that ask at once do not take the same.
        await hold(tx, 'readerDays', { day }, 'tokens')
        const { tokens = 0 } = (await selectOne(tx, 'readerDays', { day })) ?? {}
        const taken = Math.max(0, Math.min(wanted, most - tokens))
        await update(tx, 'readerDays', { day }, { tokens: tokens + taken })
        return taken
      }),

    async returnTokens(day, tokens) {
      await update(db, 'readerDays', { day }, { tokens: sql<number>`tokens - ${tokens}` })
    },
  } satisfies Partial<Store>
}
