/** Submissions and reports: created once, alone or all of a batch or none; finished once, and once more with a reader's notes; deleted. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { Batch } from '../../model/batch.js'
import type { Source } from '../../model/source.js'
import { Submission } from '../../model/submission.js'
import type { Created, Idempotency, NewSubmission, Store } from '../../ports/store.js'
import { itemAt } from '../../text/item-at.js'
import { putContents } from './contents.js'
import {
  behind,
  eldest,
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
import {
  ask,
  count,
  erase,
  hold,
  insert,
  insertOnce,
  type Row,
  select,
  selectOne,
  update,
  type Where,
} from './table.js'
import { forgetFollowed } from './watched-rows.js'
import { takenDown, takenDownOf, withdrawTakenDown } from './takedowns.js'

export function submissions(db: Kysely<Tables>) {
  return {
    create: (submission, now) => db.transaction().execute((tx) => create(tx, submission, now)),

    find: async (id) => (await submissionsWith(db, { id, discardedAt: null }))[0] ?? null,
    // A request that comes again under its key makes another: no answer may lead to what is gone.
    discard: async (id, now) => {
      const discarded = { discardedAt: now, idempotencyKey: null, requestHash: null }
      return (await update(db, 'comparisons', { id, discardedAt: null }, discarded)) > 0
    },
    discarded: (ids) => submissionsWith(db, { id: ids, discardedAt: { 'is not': null } }),
    restore: async (id) =>
      (await update(db, 'comparisons', { id, discardedAt: { 'is not': null } }, { discardedAt: null })) > 0,

    async sources(id) {
      const query = sql<StoredSource>`select s.*, articles.about from comparison_sources s
        left join articles on articles.key = s.article_key where comparison = ${id} order by position`
      return (await ask(db, query)).map(progressOf)
    },

    submission: async (id) => (await submissionsWith(db, { id }))[0] ?? null,

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

async function submissionsWith(
  db: Kysely<Tables>,
  where: Where<'comparisons'>,
): Promise<readonly Submission[]> {
  return (await select(db, 'comparisons', where, { order: ['id'] })).map(submissionOf)
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
  const row = {
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
    notes: notes !== null ? 'given' : reader === true ? 'awaited' : null,
    story,
    submittedBy: by,
  }
  if (!(await insertOnce(tx, 'comparisons', row))) {
    const before = await earlier(tx, 'comparisons', id, idempotency)
    return before ? { state: 'repeated', submission: submissionOf(before) } : { state: 'conflict' }
  }
  await insert(tx, 'comparisonSources', await rowsOf(tx, id, sources))
  await putContents(tx, contents ?? [], now)
  if (notes !== null) await insert(tx, 'notes', { comparison: id, notes })
  await relist(tx, id)
  return { state: 'created', submission: itemAt(await submissionsWith(tx, { id }), 0) }
}

/** What came before under this id or key; null where it was another request. No row has a key that is null. */
async function earlier<Of extends 'comparisons' | 'batches'>(
  tx: Transaction<Tables>,
  table: Of,
  id: string,
  idempotency: Idempotency | null,
): Promise<Row<Of> | null> {
  const came = sql`id = ${id} or idempotency_key = ${idempotency?.key ?? null}`
  const query = sql<Row<Of> & { requestHash: string | null }>`select * from ${sql.table(table)} where ${came}`
  const row = itemAt(await ask(tx, query), 0)
  return idempotency === null || row.requestHash === idempotency.requestHash ? row : null
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
      sha256,
      issue: lost ? JSON.stringify(takenDown(source.name)) : null,
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
    createBatch: ({ id, title, submissions, idempotency }, now) =>
      db.transaction().execute(async (tx) => {
        const row = { id, title, total: submissions.length, createdAt: now }
        const { key = null, requestHash = null } = idempotency ?? {}
        if (!(await insertOnce(tx, 'batches', { ...row, idempotencyKey: key, requestHash }))) {
          const before = await earlier(tx, 'batches', id, idempotency)
          return before ? { state: 'repeated', batch: batchOf(before) } : { state: 'conflict' }
        }
        for (const submission of submissions) await create(tx, submission, now)
        return { state: 'created', batch: row }
      }),

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

const batchOf = ({ id, title, total, createdAt }: Row<'batches'>): Batch => ({ id, title, total, createdAt })

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
        await insertOnce(tx, 'readerDays', { day, tokens: 0 })
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
