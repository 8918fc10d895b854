/** In SQL: sessions, shared links, rulings and the log of changes. What was said is added, never changed. */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { Assignment, Change, DeskRuling, type Person, Session, Share } from '../../model/desk.js'
import type { DeskStore } from '../../ports/desk.js'
import { keyOf } from './keys.js'
import type { Tables } from './schema.js'

export function desk(db: Kysely<Tables>): DeskStore {
  return {
    addSession: ({ hash, key, createdAt, endsAt }, most) =>
      db.transaction().execute(async (tx) => {
        await tx.insertInto('sessions').values({ hash, apiKey: key, createdAt, endsAt }).execute()
        await tx
          .deleteFrom('sessions')
          .where('apiKey', '=', key)
          .where('hash', '<>', hash)
          .where('hash', 'not in', (query) =>
            query
              .selectFrom('sessions')
              .select('hash')
              .where('apiKey', '=', key)
              .where('hash', '<>', hash)
              .orderBy('createdAt', 'desc')
              .orderBy('hash')
              .limit(most - 1),
          )
          .execute()
      }),
    async session(hash, now) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('apiKeys', 'apiKeys.id', 'sessions.apiKey')
        .selectAll('apiKeys')
        .select(['sessions.createdAt as begunAt', 'sessions.endsAt'])
        .where('sessions.hash', '=', hash)
        .where('sessions.endsAt', '>', now)
        .executeTakeFirst()
      if (!row) return null
      const { begunAt, endsAt, ...key } = row
      return {
        session: Session.parse({ hash, key: key.id, createdAt: begunAt, endsAt }),
        key: keyOf(key),
      }
    },
    async endSession(hash) {
      await db.deleteFrom('sessions').where('hash', '=', hash).execute()
    },

    addShare: (share, most) =>
      db.transaction().execute(async (tx) => {
        if (!(await holdComparison(tx, share.comparison))) return false
        const live = await tx
          .selectFrom('shares')
          .select('id')
          .where((row) => row.and({ comparison: share.comparison, revokedAt: null }))
          .where('endsAt', '>', share.createdAt)
          .execute()
        if (live.length >= most) return false
        const { by, texts, ...row } = share
        await tx
          .insertInto('shares')
          .values({ ...row, ...columnsOf(by), texts: Number(texts) })
          .execute()
        return true
      }),
    async share(hash, now) {
      const row = await db
        .selectFrom('shares')
        .innerJoin('comparisons', 'comparisons.id', 'shares.comparison')
        .selectAll('shares')
        .where((row) => row.and({ hash, revokedAt: null }))
        .where('endsAt', '>', now)
        .where('discardedAt', 'is', null)
        .executeTakeFirst()
      return row ? shareOf(row) : null
    },
    async shares(comparison) {
      const rows = await db
        .selectFrom('shares')
        .selectAll()
        .where('comparison', '=', comparison)
        .orderBy('createdAt', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(shareOf)
    },
    async revokeShare(comparison, id, now) {
      const result = await db
        .updateTable('shares')
        .set({ revokedAt: now })
        .where((row) => row.and({ comparison, id, revokedAt: null }))
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },

    rule: (comparison, { by, ...ruling }, most) =>
      db.transaction().execute(async (tx) => {
        await holdComparison(tx, comparison)
        const { said } = await tx
          .selectFrom('rulings')
          .select((row) => row.fn.countAll<number | string>().as('said'))
          .where('comparison', '=', comparison)
          .executeTakeFirstOrThrow()
        if (Number(said) >= most) return 'full'
        const before = await tx
          .selectFrom('rulings')
          .selectAll()
          .where((row) => row.and({ comparison, finding: ruling.finding, byKey: by.key }))
          .orderBy('n', 'desc')
          .limit(1)
          .executeTakeFirst()
        await tx
          .insertInto('rulings')
          .values({ ...ruling, ...columnsOf(by), comparison })
          .execute()
        if (ruling.verdict !== 'none') await endAssignment(tx, comparison, ruling.finding, ruling.at, by.key)
        return before ? rulingOf(before) : null
      }),
    async rulings(comparison) {
      const rows = await db
        .selectFrom('rulings')
        .selectAll()
        .where('comparison', '=', comparison)
        .where('n', 'in', (query) =>
          query
            .selectFrom('rulings')
            .select((row) => row.fn.max('n').as('n'))
            .where('comparison', '=', comparison)
            .groupBy(['finding', 'byKey']),
        )
        .where('verdict', '<>', 'none')
        .orderBy('finding')
        .orderBy('byKey')
        .execute()
      return rows.map(rulingOf)
    },
    async rulingHistory(comparison, limit) {
      const rows = await db
        .selectFrom('rulings')
        .selectAll()
        .where('comparison', '=', comparison)
        .orderBy('n', 'desc')
        .limit(limit)
        .execute()
      return rows.map(rulingOf)
    },
    assign: ({ by, to, ...assignment }, most) =>
      db.transaction().execute(async (tx) => {
        const { comparison, finding, at } = assignment
        await holdComparison(tx, comparison)
        const before = await endAssignment(tx, comparison, finding, at)
        await tx
          .insertInto('assignments')
          .values({ ...assignment, ...columnsOf(by), toKey: to.key, toName: to.name })
          .execute()
        await tx
          .deleteFrom('assignments')
          .where('comparison', '=', comparison)
          .where('endedAt', 'is not', null)
          .where('n', 'not in', (query) =>
            query
              .selectFrom('assignments')
              .select('n')
              .where('comparison', '=', comparison)
              .orderBy('n', 'desc')
              .limit(most),
          )
          .execute()
        return before
      }),
    unassign: (comparison, finding, now) =>
      db.transaction().execute((tx) => endAssignment(tx, comparison, finding, now)),
    async assignments(comparison) {
      const rows = await db
        .selectFrom('assignments')
        .innerJoin('apiKeys', 'apiKeys.id', 'toKey')
        .selectAll('assignments')
        .where((row) => row.and({ comparison, endedAt: null }))
        .orderBy('finding')
        .execute()
      return rows.map(assignmentOf)
    },
    async assignmentHistory(comparison, limit) {
      const rows = await db
        .selectFrom('assignments')
        .selectAll()
        .where('comparison', '=', comparison)
        .orderBy('n', 'desc')
        .limit(limit)
        .execute()
      return rows.map(assignmentOf)
    },
    async assignedTo(key, limit) {
      const rows = await db
        .selectFrom('assignments')
        .innerJoin('comparisons', 'comparisons.id', 'assignments.comparison')
        .selectAll('assignments')
        .where((row) => row.and({ toKey: key, endedAt: null, discardedAt: null }))
        .orderBy('at')
        .orderBy('finding')
        .limit(limit)
        .execute()
      return rows.map(assignmentOf)
    },

    async record({ by, from, to, ...change }) {
      await db
        .insertInto('changes')
        .values({ ...change, ...columnsOf(by), fromWhat: from, toWhat: to })
        .execute()
    },
    async changes({ limit, after, by }) {
      let query = db
        .selectFrom('changes')
        .selectAll()
        .orderBy('n', 'desc')
        .limit(limit + 1)
      if (after !== null) query = query.where('n', '<', Number(after))
      if (by !== undefined) query = query.where('byKey', '=', by)
      const rows = await query.execute()
      const last = rows[limit - 1]
      return {
        items: rows.slice(0, limit).map(changeOf),
        next: rows.length > limit && last ? String(last.n) : null,
      }
    },

    async expire({ now, changesBefore, most }) {
      const ended = await db.deleteFrom('sessions').where('endsAt', '<=', now).executeTakeFirst()
      const shares = await db.deleteFrom('shares').where('endsAt', '<=', now).executeTakeFirst()
      const changes = await db
        .deleteFrom('changes')
        .where((row) =>
          row.or([
            row('at', '<', changesBefore ?? 0),
            row('n', '<=', (query) =>
              query.selectFrom('changes').select((max) => sql<number>`${max.fn.max('n')} - ${most}`.as('n')),
            ),
          ]),
        )
        .executeTakeFirst()
      return Number(ended.numDeletedRows + shares.numDeletedRows + changes.numDeletedRows)
    },
  }
}

/** Its row's lock, so that what is counted stays so until the end; false where there is none. */
async function holdComparison(tx: Transaction<Tables>, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('comparisons')
    .set((row) => ({ round: row.ref('round') }))
    .where((row) => row.and({ id, discardedAt: null }))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whoever was asked until then, or null; `only` where it is somebody with this key. */
async function endAssignment(
  tx: Transaction<Tables>,
  comparison: string,
  finding: string,
  endedAt: number,
  only?: string,
): Promise<Assignment | null> {
  const row = await tx
    .updateTable('assignments')
    .set({ endedAt })
    .where((row) => row.and({ comparison, finding, endedAt: null }))
    .$if(only !== undefined, (query) => query.where('toKey', '=', only ?? ''))
    .returningAll()
    .executeTakeFirst()
  return row ? assignmentOf(row) : null
}

const columnsOf = ({ key, name }: Person) => ({ byKey: key, byName: name })

// Rows have other columns, too.
const StoredRuling = DeskRuling.unwrap().strip().readonly()
const StoredAssignment = Assignment.unwrap().strip().readonly()
const StoredChange = Change.unwrap().strip().readonly()

function shareOf({ byKey, byName, texts, ...row }: Selectable<Tables['shares']>): Share {
  return Share.parse({ ...row, texts: texts === 1, by: { key: byKey, name: byName } })
}

function rulingOf(row: Selectable<Tables['rulings']>): DeskRuling {
  return StoredRuling.parse({ ...row, by: { key: row.byKey, name: row.byName } })
}

function assignmentOf(row: Selectable<Tables['assignments']>): Assignment {
  const { byKey, byName, toKey, toName } = row
  const [by, to] = [
    { key: byKey, name: byName },
    { key: toKey, name: toName },
  ]
  return StoredAssignment.parse({ ...row, by, to })
}

function changeOf(row: Selectable<Tables['changes']>): Change {
  const { byKey, byName, fromWhat: from, toWhat: to } = row
  return StoredChange.parse({ ...row, from, to, by: { key: byKey, name: byName } })
}
