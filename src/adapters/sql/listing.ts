/** The list of comparisons, and what it is found by: made anew for one that begins, ends, or gets another report or loses it. */
import { type Kysely, type RawBuilder, sql, type SqlBool, type Transaction } from 'kysely'
import { ReadAbout } from '../../model/submission.js'
import { Source } from '../../model/source.js'
import { ReportSummary } from '../../model/pool-job.js'
import type { ListQuery, Store } from '../../ports/store.js'
import { grouped } from '../../text/grouped.js'
import { termsOf } from '../../text/terms.js'
import { behind, pageOf, submissionOf } from './rows.js'
import type { Dialect, Tables } from './schema.js'
import { ask, erase, insert, insertOnce, select, selectOne } from './table.js'

const mostTerms = 12
const shortestBeginning = 3
const mostSuggested = 200

export function listing(db: Kysely<Tables>, dialect: Dialect) {
  return {
    list: (query) => list(db, dialect, query),

    async tag(ids, tag, on) {
      const found = on ? await select(db, 'comparisons', { id: ids }, { columns: ['id'] }) : []
      for (const { id } of found) await insertOnce(db, 'comparisonTags', { comparison: id, tag })
      if (!on) await erase(db, 'comparisonTags', { comparison: ids, tag })
    },

    async suggested() {
      const outlets = sql<{ outlet: string }>`select outlet from comparison_outlets group by outlet
        order by count(*) desc, outlet limit ${mostSuggested}`
      const tags = sql<{
        tag: string
      }>`select distinct tag from comparison_tags order by tag limit ${mostSuggested}`
      return {
        outlets: (await ask(db, outlets)).map(({ outlet }) => outlet),
        tags: (await ask(db, tags)).map(({ tag }) => tag),
      }
    },

    async saveSearch(search) {
      await insertOnce(db, 'savedSearches', search)
    },
    savedSearches: () => select(db, 'savedSearches', {}, { order: ['name', 'id'], limit: mostSuggested }),
    forgetSearch: async (id) => (await erase(db, 'savedSearches', { id })) > 0,
  } satisfies Partial<Store>
}

async function list(db: Kysely<Tables>, dialect: Dialect, query: ListQuery) {
  const { limit, after, batch, ids: wanted, kind, states, from, until, by, words, outlet, tag } = query
  let rows = db
    .selectFrom('comparisons')
    .selectAll()
    .where('discardedAt', 'is', null)
    .where(behind(after))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (batch !== undefined) rows = rows.where('batch', '=', batch)
  if (wanted !== undefined) rows = rows.where('id', 'in', wanted)
  if (kind !== undefined) rows = rows.where('batch', kind === 'single' ? 'is' : 'is not', null)
  if (states !== undefined) rows = rows.where('state', 'in', states)
  if (from !== undefined) rows = rows.where('createdAt', '>=', from)
  if (until !== undefined) rows = rows.where('createdAt', '<', until)
  if (by !== undefined) rows = rows.where('submittedBy', '=', by)
  if (words !== undefined) rows = rows.where(holds(words, dialect))
  if (outlet !== undefined)
    rows = rows.where(
      sql<SqlBool>`id in (select comparison from comparison_outlets where folded = ${termsOf(outlet)})`,
    )
  if (tag !== undefined)
    rows = rows.where(sql<SqlBool>`id in (select comparison from comparison_tags where tag = ${tag})`)
  const { items, next } = pageOf((await rows.execute()).map(submissionOf), limit)
  const ids = items.map(({ id }) => id)
  const ofEach = ({ comparison }: { readonly comparison: string }) => [comparison]
  const order = { order: ['position'] } as const
  const outlets = grouped(await select(db, 'comparisonOutlets', { comparison: ids }, order), ofEach)
  const tags = grouped(await select(db, 'comparisonTags', { comparison: ids }, { order: ['tag'] }), ofEach)
  const named = items.map((item) => ({
    ...item,
    outlets: (outlets.get(item.id) ?? []).map((row) => row.outlet),
    tags: (tags.get(item.id) ?? []).map((row) => row.tag),
  }))
  return { items: named, next }
}

/** Every word, or a longer one that begins so. */
function holds(words: string, dialect: Dialect): RawBuilder<SqlBool> {
  const terms = termsOf(words.slice(0, 1_000)).split(' ').filter(Boolean).slice(0, mostTerms)
  if (terms.length === 0) return sql<SqlBool>`1 = 0`
  const isBeginning = (term: string): boolean => term.length >= shortestBeginning
  return dialect === 'sqlite'
    ? sql<SqlBool>`id in (select comparison from listed where place in (select rowid from listed_words where listed_words match ${terms
        .map((term) => `"${term}"${isBeginning(term) ? '*' : ''}`)
        .join(' ')}))`
    : sql<SqlBool>`id in (select comparison from listed where vector @@ cast(${terms
        .map((term) => `'${term}'${isBeginning(term) ? ':*' : ''}`)
        .join(' & ')} as tsquery))`
}

/** By what it is found and which outlets it names: what was read of its sources, else what was given. */
export async function relist(tx: Transaction<Tables>, id: string): Promise<void> {
  const comparison = await selectOne(tx, 'comparisons', { id })
  if (!comparison) return
  const sources = await ask(
    tx,
    sql<Record<'about' | 'terms', string | null> & { source: string }>`select source, about, terms
      from comparison_sources left join articles on articles.key = article_key
      where comparison = ${id} order by position`,
  )
  const summary = comparison.summary === null ? null : ReportSummary.parse(JSON.parse(comparison.summary))
  const outlets = new Set(
    sources.map(({ source, about }) =>
      about === null ? outletOf(Source.parse(JSON.parse(source))) : ReadAbout.parse(JSON.parse(about)).outlet,
    ),
  )
  const told = [
    comparison.title,
    summary?.title,
    summary?.first,
    ...outlets,
    ...sources.map(({ terms }) => terms),
  ]
  await erase(tx, 'listed', { comparison: id })
  await insert(tx, 'listed', { comparison: id, words: termsOf(told.filter(Boolean).join(' ')) })
  await erase(tx, 'comparisonOutlets', { comparison: id })
  const rows = [...outlets].filter(Boolean).map((outlet, position) => ({
    comparison: id,
    position,
    outlet: outlet.slice(0, 200),
    folded: termsOf(outlet.slice(0, 200)),
  }))
  if (rows.length > 0) await insert(tx, 'comparisonOutlets', rows)
}

/** A host says enough of an address. */
function outletOf({ outlet, kind, name }: Source): string {
  return outlet ?? (kind === 'url' ? (URL.parse(name)?.host ?? name) : '')
}
