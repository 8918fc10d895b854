/**
 * Takedowns in SQL: an article goes everywhere at once, and its hash stays so that the same bytes are not taken in
 * again. A report that held it is deleted, not edited: with one article less it would be another comparison.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Issue } from '../../model/issue.js'
import type { Store } from '../../ports/store.js'
import { relist } from './listing.js'
import type { Tables } from './schema.js'
import { record } from './rows.js'
import { forgetWatched } from './watched-rows.js'
import { Source } from '../../model/source.js'

export function takedowns(db: Kysely<Tables>): Pick<Store, 'takedown'> {
  return { takedown: (sha256, now) => db.transaction().execute((tx) => takedown(tx, sha256, now)) }
}

export async function isTakenDown(db: Kysely<Tables>, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('takedowns')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}

/** Which of these hashes were taken down. */
export async function takenDownOf(
  db: Kysely<Tables>,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db.selectFrom('takedowns').select('sha256').where('sha256', 'in', hashes).execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

export function takenDown(source: string): Issue {
  return {
    code: 'taken-down',
    severity: 'error',
    stage: 'ingest',
    source,
    article: null,
    message: `${source}: this article was taken down here and is not compared; leave it out.`,
  }
}

const withdrawn = JSON.stringify([
  'An article of this comparison was taken down, and the report with it. Submit the other sources again.',
])

async function takedown(tx: Transaction<Tables>, sha256: string, now: number) {
  await tx
    .insertInto('takedowns')
    .values({ sha256, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const sources = await tx
    .selectFrom('comparisonSources')
    .innerJoin('comparisons', 'comparisons.id', 'comparisonSources.comparison')
    .select(['comparison', 'position', 'source', 'finishedAt'])
    .where('sha256', '=', sha256)
    .orderBy('comparison')
    .orderBy('position')
    .execute()
  const gone = new Set([sha256])
  for (const { comparison, position, source } of sources) {
    const { name, kind, location } = Source.parse(JSON.parse(source))
    // The archive it was taken out of.
    if (kind === 'stored') gone.add(location)
    await tx
      .updateTable('comparisonSources')
      .set({ state: 'lost', page: null, articleKey: null, issue: JSON.stringify(takenDown(name)) })
      .where((row) => row.and({ comparison, position }))
      .execute()
    // They quote it.
    await tx.deleteFrom('notes').where('comparison', '=', comparison).execute()
    await tx.updateTable('comparisons').set({ notes: null }).where('id', '=', comparison).execute()
  }
  const finished = unique(sources.filter((row) => row.finishedAt !== null))
  const reports: string[] = []
  for (const id of finished) if (await withdraw(tx, id, now)) reports.push(id)
  const articles = await tx.deleteFrom('articles').where('sha256', '=', sha256).executeTakeFirst()
  // Its words lead nowhere any more.
  for (const id of unique(sources)) await relist(tx, id)
  await tx.deleteFrom('fetches').where('sha256', '=', sha256).execute()
  for (const page of await forgetWatched(tx, sha256)) gone.add(page)
  await tx
    .deleteFrom('contents')
    .where('sha256', 'in', [...gone])
    .execute()
  await tx
    .deleteFrom('storyReports')
    .where('sha256', 'in', [...gone])
    .execute()
  return {
    articles: Number(articles.numDeletedRows),
    reports,
    unfinished: unique(sources.filter((row) => row.finishedAt === null)),
  }
}

/** For a comparison that was under way during the takedown: its report may hold the article and is not kept. */
export async function withdrawTakenDown(tx: Transaction<Tables>, id: string, now: number): Promise<void> {
  const row = await tx
    .selectFrom('comparisonSources')
    .innerJoin('takedowns', 'takedowns.sha256', 'comparisonSources.sha256')
    .innerJoin('reports', 'reports.comparison', 'comparisonSources.comparison')
    .select(['reports.report', 'takedowns.sha256'])
    .where('comparisonSources.comparison', '=', id)
    .execute()
  if (row.some(({ report, sha256 }) => report.includes(`"sha256":"${sha256}"`))) await withdraw(tx, id, now)
}

/** True when there was a report to delete. */
async function withdraw(tx: Transaction<Tables>, id: string, now: number): Promise<boolean> {
  const result = await tx.deleteFrom('reports').where('comparison', '=', id).executeTakeFirst()
  if (result.numDeletedRows === 0n) return false
  // They quote it, or lead to it.
  for (const table of ['rulings', 'assignments', 'shares'] as const)
    await tx.deleteFrom(table).where('comparison', '=', id).execute()
  await tx
    .updateTable('comparisons')
    .set({ state: 'failed', reasons: withdrawn, summary: null })
    .where('id', '=', id)
    .execute()
  await record(tx, id, 'withdrawn', now)
  return true
}

function unique(rows: readonly { readonly comparison: string }[]): string[] {
  return [...new Set(rows.map((row) => row.comparison))]
}
