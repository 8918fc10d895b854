/** An article goes everywhere at once, and its hash stays. A report that held it is deleted, not edited: with one article less it would be another. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Issue } from '../../model/issue.js'
import type { Store } from '../../ports/store.js'
import { relist } from './listing.js'
import type { Tables } from './schema.js'
import { ask, count, erase, insertOnce, type Row, select, update } from './table.js'
import { record } from './rows.js'
import { forgetWatched } from './watched-rows.js'
import { Source } from '../../model/source.js'

export function takedowns(db: Kysely<Tables>): Pick<Store, 'takedown'> {
  return {
    takedown: (sha256, now) =>
      db.transaction().execute(async (tx) => {
        await insertOnce(tx, 'takedowns', { sha256, createdAt: now })
        const sources = await ask(
          tx,
          sql<
            Row<'comparisonSources'> & { finishedAt: number | null }
          >`select comparison_sources.*, finished_at
      from comparison_sources join comparisons on comparisons.id = comparison
      where sha256 = ${sha256} order by comparison, position`,
        )
        const gone = new Set([sha256])
        for (const { comparison, position, source } of sources) {
          const { name, kind, location } = Source.parse(JSON.parse(source))
          // The archive it was taken out of.
          if (kind === 'stored') gone.add(location)
          const lost = { state: 'lost', page: null, articleKey: null, issue: JSON.stringify(takenDown(name)) }
          await update(tx, 'comparisonSources', { comparison, position }, lost)
          // They quote it.
          await erase(tx, 'notes', { comparison })
          await update(tx, 'comparisons', { id: comparison }, { notes: null })
        }
        const finished = unique(sources.filter((row) => row.finishedAt !== null))
        const reports: string[] = []
        for (const id of finished) if (await withdraw(tx, id, now)) reports.push(id)
        const articles = await erase(tx, 'articles', { sha256 })
        // Its words lead nowhere any more.
        for (const id of unique(sources)) await relist(tx, id)
        await erase(tx, 'fetches', { sha256 })
        for (const page of await forgetWatched(tx, sha256)) gone.add(page)
        for (const table of ['contents', 'storyReports'] as const)
          await erase(tx, table, { sha256: [...gone] })
        return {
          articles,
          reports,
          unfinished: unique(sources.filter((row) => row.finishedAt === null)),
        }
      }),
  }
}

export async function isTakenDown(db: Kysely<Tables>, sha256: string): Promise<boolean> {
  return (await count(db, 'takedowns', { sha256 })) > 0
}

export async function takenDownOf(
  db: Kysely<Tables>,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await select(db, 'takedowns', { sha256: hashes })
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

/** For a comparison that was under way during the takedown: its report may hold the article and is not kept. */
export async function withdrawTakenDown(tx: Transaction<Tables>, id: string, now: number): Promise<void> {
  const held = sql<{ report: string; sha256: string }>`select report, s.sha256 from comparison_sources s
    join takedowns on takedowns.sha256 = s.sha256 join reports on reports.comparison = s.comparison
    where s.comparison = ${id}`
  if ((await ask(tx, held)).some(({ report, sha256 }) => report.includes(`"sha256":"${sha256}"`)))
    await withdraw(tx, id, now)
}

/** True when there was a report to delete. */
async function withdraw(tx: Transaction<Tables>, id: string, now: number): Promise<boolean> {
  if ((await erase(tx, 'reports', { comparison: id })) === 0) return false
  // They quote it, or lead to it.
  for (const table of ['rulings', 'assignments', 'shares'] as const)
    await erase(tx, table, { comparison: id })
  await update(tx, 'comparisons', { id }, { state: 'failed', reasons: withdrawn, summary: null })
  await record(tx, id, 'withdrawn', now)
  return true
}

function unique(rows: readonly { readonly comparison: string }[]): string[] {
  return [...new Set(rows.map((row) => row.comparison))]
}
