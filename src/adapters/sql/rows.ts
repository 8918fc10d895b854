/** Between rows and model values: JSON columns are parsed with the model's schemas, for a database is an edge too. */
import { type RawBuilder, sql, type SqlBool, type Kysely, type Transaction } from 'kysely'
import { ComparisonState, SourceProgress, Submission } from '../../model/submission.js'
import type { Transition } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { insert, type Row, select, type Where } from './table.js'

// Rows have other columns, too.
const StoredSubmission = Submission.unwrap().strip().readonly()
const StoredProgress = SourceProgress.unwrap().strip().readonly()

const inJson = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

export function submissionOf(row: Row<'comparisons'>): Submission {
  const [options, reasons, summary] = [row.options, row.reasons, row.summary].map(inJson)
  return StoredSubmission.parse({ ...row, options, reasons, summary })
}

export type StoredSource = Row<'comparisonSources'> & { readonly about: string | null }

export function progressOf(row: StoredSource): SourceProgress {
  const [source, issue, read] = [row.source, row.issue, row.about].map(inJson)
  return StoredProgress.parse({ ...row, source, issue, read })
}

/** Ids of comparisons that are there, the eldest first. */
export async function eldest(
  db: Kysely<Tables>,
  where: Where<'comparisons'>,
  limit: number,
): Promise<readonly string[]> {
  const there = { ...where, discardedAt: null }
  const rows = await select(db, 'comparisons', there, { columns: ['id'], order: ['createdAt', 'id'], limit })
  return rows.map(({ id }) => id)
}

/** A condition on a table with the column `id` and this one of times: rows behind the cursor, or all. */
export function behind(
  after: string | null,
  column: 'created_at' | 'changed_at' = 'created_at',
): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`1 = 1`
  const [time = '', id = ''] = after.split('_')
  const before = Number(time)
  const at = sql.ref(column)
  return sql<SqlBool>`(${at} < ${before} or (${at} = ${before} and id < ${id}))`
}

/** Of the rows asked for, one more than the page has. */
export function pageOf<Item extends { readonly id: string; readonly createdAt: number }>(
  rows: readonly Item[],
  limit: number,
  timeOf = ({ createdAt }: Item): number => createdAt,
): { items: readonly Item[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${timeOf(last)}_${last.id}` : null }
}

export const finalStates = ['complete', 'partial', 'failed']

export async function record(
  tx: Transaction<Tables>,
  comparison: string,
  state: Transition['state'],
  at: number,
): Promise<void> {
  const final = finalStates.includes(state) ? 1 : 0
  await insert(tx, 'transitions', { comparison, state, at, final })
}

/** One state follows from the one before, which tells their order where two share a millisecond. */
const order: readonly string[] = ['running', ...finalStates, 'withdrawn']

export async function transitions(db: Kysely<Tables>, id: string): Promise<readonly Transition[]> {
  return [...(await select(db, 'transitions', { comparison: id }))]
    .sort((a, b) => a.at - b.at || order.indexOf(a.state) - order.indexOf(b.state))
    .map(({ state, at }) => ({ state: state === 'withdrawn' ? state : ComparisonState.parse(state), at }))
}
