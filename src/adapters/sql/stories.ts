/** Stories in SQL: reports that people or feeds brought together, and what people ruled on them. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { Source } from '../../model/source.js'
import type { Store, Story } from '../../ports/store.js'
import { putContents } from './contents.js'
import type { Tables } from './schema.js'
import { ask, erase, insert, insertOnce, select, selectOne, update } from './table.js'
import { behind, pageOf } from './rows.js'
import { pageOf as keptPage, regroup } from './watched-rows.js'
import { isTakenDown } from './takedowns.js'

const Word = z.enum(['together', 'apart'])

const mostRulings = 100_000

export function stories(db: Kysely<Tables>) {
  return {
    addToStory: ({ id, title }, reports, contents, { most, now }) =>
      db.transaction().execute(async (tx) => {
        await begin(tx, id, title, now)
        const before = await select(tx, 'storyReports', { story: id }, { columns: ['address'] })
        const known = new Set(before.map(({ address }) => address))
        const fresh = reports.filter(({ address }) => !known.has(address))
        if (known.size + fresh.length > most) return false
        await putContents(tx, contents, now)
        for (const [index, report] of reports.entries()) await put(tx, id, report, now + index)
        return true
      }),

    async story(id) {
      const [row] = await ask(db, sql<Story>`${counted} where id = ${id}`)
      return row ?? null
    },

    async stories({ limit, after }) {
      const query = sql<Story>`${counted} where ${behind(after, 'changed_at')}
        order by changed_at desc, id desc limit ${limit + 1}`
      return pageOf(await ask(db, query), limit, ({ changedAt }) => changedAt)
    },

    storyReports: (id) => reportsOf(db, id),

    async storiesOf(addresses) {
      const order = ['-addedAt', '-story'] as const
      const rows = await select(db, 'storyReports', { address: addresses }, { order })
      return new Map(rows.map(({ address, story }) => [address, story]))
    },

    storyOfComparison: (comparison, fresh, now) =>
      db.transaction().execute(async (tx) => {
        const query = sql<{
          story: string
          title: string | null
        }>`update comparisons set story = coalesce(story, ${fresh})
          where id = ${comparison} and discarded_at is null returning story, title`
        const [row] = await ask(tx, query)
        if (!row) return null
        if (!(await begin(tx, row.story, row.title, now))) return row.story
        const sources = await select(tx, 'comparisonSources', { comparison }, { order: ['position'] })
        for (const [index, { source }] of sources.entries()) {
          const parsed = Source.parse(JSON.parse(source))
          await put(tx, row.story, { address: parsed.location, source: parsed }, now + index)
        }
        return row.story
      }),

    moveReports: (from, addresses, to, { now, ruled }) =>
      db.transaction().execute(async (tx) => {
        const all = (await reportsOf(tx, from)).map(({ address }) => address)
        const moved = all.filter((address) => addresses.includes(address))
        if (moved.length === 0 || from === to) return false
        const joined = (await reportsOf(tx, to)).map(({ address }) => address)
        const left = all.filter((address) => !moved.includes(address))
        await begin(tx, to, null, now)
        for (const address of moved) {
          const row = await selectOne(tx, 'storyReports', { story: from, address })
          // Nobody else has moved it meanwhile.
          if (row && (await erase(tx, 'storyReports', { story: from, address })) > 0)
            await insertOnce(tx, 'storyReports', { ...row, story: to })
        }
        if (ruled) {
          await rule(tx, moved, joined, left, now)
          await regroup(tx, moved, to)
        }
        await update(tx, 'stories', { id: [from, to] }, { changedAt: now })
        if (left.length === 0) await erase(tx, 'stories', { id: from })
        return true
      }),

    async storedPage(beginning) {
      const begun = { sha256: { like: `${beginning}%` } }
      const rows = await select(db, 'watchPages', begun, { columns: ['sha256'], limit: 2 })
      const [row] = rows
      return row && rows.length === 1 ? keptPage(db, row.sha256) : null
    },
    async keepChange(change) {
      await insertOnce(db, 'versionChanges', change)
    },
    changes: (addresses) => select(db, 'versionChanges', { address: addresses }, { order: ['at', 'new'] }),

    async rulings() {
      const order = ['at', 'source', 'other'] as const
      const rows = await select(db, 'storyRulings', {}, { order, limit: mostRulings })
      return rows.map(({ source, other, ruling }) => ({ source, with: other, ruling: Word.parse(ruling) }))
    },
  } satisfies Partial<Store>
}

/** True when it was not there. */
async function begin(
  tx: Transaction<Tables>,
  id: string,
  title: string | null,
  now: number,
): Promise<boolean> {
  const isNew = await insertOnce(tx, 'stories', { id, title, createdAt: now, changedAt: now })
  // Its row is held to the end, so that no other adds to it at once.
  if (!isNew) await update(tx, 'stories', { id }, { changedAt: now })
  return isNew
}

async function put(
  tx: Transaction<Tables>,
  story: string,
  { address, source }: { readonly address: string; readonly source: Source },
  addedAt: number,
): Promise<void> {
  const sha256 = source.kind === 'stored' ? source.location : null
  if (sha256 !== null && (await isTakenDown(tx, sha256))) return
  const row = { story, address, source: JSON.stringify(source), sha256, addedAt }
  // What was handed in stands above what a program may fetch.
  if (sha256 === null) await insertOnce(tx, 'storyReports', row)
  else await insert(tx, 'storyReports', row, ['story', 'address'], ['source', 'sha256'])
}

async function reportsOf(db: Kysely<Tables>, story: string) {
  const rows = await select(db, 'storyReports', { story }, { order: ['addedAt', 'address'] })
  return rows.map(({ address, source, addedAt }) => ({
    address,
    source: Source.parse(JSON.parse(source)),
    addedAt,
  }))
}

/** What was moved is of one story with what was there, and apart from what stayed. Earlier words on these go. */
async function rule(
  tx: Transaction<Tables>,
  moved: readonly string[],
  joined: readonly string[],
  left: readonly string[],
  at: number,
): Promise<void> {
  const [first = '', ...rest] = moved
  const others = [...joined, ...left]
  await erase(tx, 'storyRulings', { source: moved, other: others })
  await erase(tx, 'storyRulings', { source: others, other: moved })
  const together = [...rest, ...joined].map((one) => [first, one, 'together'] as const)
  const apart = left.map((one) => [first, one, 'apart'] as const)
  for (const [a, b, ruling] of [...together, ...apart]) {
    const [source, other] = a < b ? [a, b] : [b, a]
    await insertOnce(tx, 'storyRulings', { source, other, ruling, at })
  }
}

/** Stories with what is counted of them. */
const counted = sql`select stories.*, (select count(*) from story_reports where story = stories.id) as reports,
  (select comparisons.id from comparisons where comparisons.story = stories.id and discarded_at is null
    order by comparisons.created_at desc, comparisons.id desc limit 1) as comparison
  from stories`
