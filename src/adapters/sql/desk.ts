/** In SQL: sessions, shared links, rulings and the log of changes. What was said is added, never changed. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { Assignment, Change, DeskRuling, type Person, Session, Share } from '../../model/desk.js'
import type { DeskStore } from '../../ports/desk.js'
import { keyOf } from './keys.js'
import type { Tables } from './schema.js'
import { ask, count, erase, hold, insert, type Row, select, selectOne, update } from './table.js'

export function desk(db: Kysely<Tables>): DeskStore {
  return {
    addSession: ({ hash, key, createdAt, endsAt }, most) =>
      db.transaction().execute(async (tx) => {
        const others = { apiKey: key, hash: { '<>': hash } }
        await insert(tx, 'sessions', { hash, apiKey: key, createdAt, endsAt })
        const stay = await select(tx, 'sessions', others, { order: ['-createdAt', 'hash'], limit: most - 1 })
        await erase(tx, 'sessions', {
          apiKey: key,
          hash: { 'not in': [hash, ...stay.map((one) => one.hash)] },
        })
      }),
    async session(hash, now) {
      const row = await selectOne(db, 'sessions', { hash, endsAt: { '>': now } })
      const key = row && (await selectOne(db, 'apiKeys', { id: row.apiKey }))
      if (!row || !key) return null
      const { apiKey, createdAt, endsAt } = row
      return { session: Session.parse({ hash, key: apiKey, createdAt, endsAt }), key: keyOf(key) }
    },
    async endSession(hash) {
      await erase(db, 'sessions', { hash })
    },

    addShare: (share, most) =>
      db.transaction().execute(async (tx) => {
        const { by, texts, ...row } = share
        const { comparison, createdAt } = share
        if (!(await holdComparison(tx, comparison))) return false
        const live = await count(tx, 'shares', { comparison, revokedAt: null, endsAt: { '>': createdAt } })
        if (live >= most) return false
        await insert(tx, 'shares', { ...row, ...columnsOf(by), texts: Number(texts) })
        return true
      }),
    async share(hash, now) {
      const row = await selectOne(db, 'shares', { hash, revokedAt: null, endsAt: { '>': now } })
      const of = row && (await selectOne(db, 'comparisons', { id: row.comparison, discardedAt: null }))
      return row && of ? shareOf(row) : null
    },
    async shares(comparison) {
      return (await select(db, 'shares', { comparison }, { order: ['-createdAt', 'id'] })).map(shareOf)
    },
    async revokeShare(comparison, id, now) {
      return (await update(db, 'shares', { comparison, id, revokedAt: null }, { revokedAt: now })) > 0
    },

    rule: (comparison, { by, ...ruling }, most) =>
      db.transaction().execute(async (tx) => {
        await holdComparison(tx, comparison)
        if ((await count(tx, 'rulings', { comparison })) >= most) return 'full'
        const { finding, verdict, at } = ruling
        const before = await selectOne(tx, 'rulings', { comparison, finding, byKey: by.key }, newest)
        await insert(tx, 'rulings', { ...ruling, ...columnsOf(by), comparison })
        if (verdict !== 'none') await endAssignment(tx, comparison, finding, at, by.key)
        return before && rulingOf(before)
      }),
    async rulings(comparison) {
      const query = sql<Row<'rulings'>>`select * from rulings where verdict <> 'none' and n in
        (select max(n) from rulings where comparison = ${comparison} group by finding, by_key)
        order by finding, by_key`
      return (await ask(db, query)).map(rulingOf)
    },
    async rulingHistory(comparison, limit) {
      return (await select(db, 'rulings', { comparison }, { ...newest, limit })).map(rulingOf)
    },
    assign: ({ by, to, ...assignment }, most) =>
      db.transaction().execute(async (tx) => {
        const { comparison, finding, at } = assignment
        await holdComparison(tx, comparison)
        const before = await endAssignment(tx, comparison, finding, at)
        const row = { ...assignment, ...columnsOf(by), toKey: to.key, toName: to.name }
        await insert(tx, 'assignments', row)
        const all = await select(tx, 'assignments', { comparison }, { ...newest, limit: most })
        const ended = { comparison, endedAt: { 'is not': null }, n: { '<': all.at(-1)?.n ?? 0 } }
        await erase(tx, 'assignments', ended)
        return before
      }),
    unassign: (comparison, finding, now) =>
      db.transaction().execute((tx) => endAssignment(tx, comparison, finding, now)),
    async assignments(comparison) {
      const rows = await select(db, 'assignments', { comparison, endedAt: null }, { order: ['finding'] })
      const keys = await select(db, 'apiKeys', { id: rows.map(({ toKey }) => toKey) }, { columns: ['id'] })
      return rows.filter(({ toKey }) => keys.some(({ id }) => id === toKey)).map(assignmentOf)
    },
    async assignmentHistory(comparison, limit) {
      return (await select(db, 'assignments', { comparison }, { ...newest, limit })).map(assignmentOf)
    },
    async assignedTo(key, limit) {
      const query = sql<Row<'assignments'>>`select assignments.* from assignments
        join comparisons on comparisons.id = assignments.comparison
        where to_key = ${key} and ended_at is null and discarded_at is null order by at, finding limit ${limit}`
      return (await ask(db, query)).map(assignmentOf)
    },

    async record({ by, from, to, ...change }) {
      await insert(db, 'changes', { ...change, ...columnsOf(by), fromWhat: from, toWhat: to })
    },
    async changes({ limit, after, by }) {
      const where = {
        ...(after === null ? {} : { n: { '<': Number(after) } }),
        ...(by === undefined ? {} : { byKey: by }),
      }
      const rows = await select(db, 'changes', where, { ...newest, limit: limit + 1 })
      const last = rows[limit - 1]
      return {
        items: rows.slice(0, limit).map(changeOf),
        next: rows.length > limit && last ? String(last.n) : null,
      }
    },

    async expire({ now, changesBefore, most }) {
      const ended = { endsAt: { '<=': now } }
      const [sessions, shares] = [await erase(db, 'sessions', ended), await erase(db, 'shares', ended)]
      const [last] = await select(db, 'changes', {}, { ...newest, limit: 1 })
      const beyond = await erase(db, 'changes', { n: { '<=': (last?.n ?? 0) - most } })
      return sessions + shares + beyond + (await erase(db, 'changes', { at: { '<': changesBefore ?? 0 } }))
    },
  }
}

const newest = { order: ['-n'] } as const

/** So that what is counted stays so; false where there is none. */
async function holdComparison(tx: Transaction<Tables>, id: string): Promise<boolean> {
  return (await hold(tx, 'comparisons', { id, discardedAt: null }, 'round')) > 0
}

/** Whoever was asked until then, or null; `only` where it is somebody with this key. */
async function endAssignment(
  tx: Transaction<Tables>,
  comparison: string,
  finding: string,
  endedAt: number,
  only?: string,
): Promise<Assignment | null> {
  const where = { comparison, finding, endedAt: null, ...(only === undefined ? {} : { toKey: only }) }
  const row = await selectOne(tx, 'assignments', where)
  if (row) await update(tx, 'assignments', where, { endedAt })
  return row && assignmentOf({ ...row, endedAt })
}

const columnsOf = ({ key, name }: Person) => ({ byKey: key, byName: name })
const personOf = (row: { byKey: string; byName: string }): Person => ({ key: row.byKey, name: row.byName })

const StoredRuling = DeskRuling.unwrap().strip().readonly()
const StoredAssignment = Assignment.unwrap().strip().readonly()
const StoredChange = Change.unwrap().strip().readonly()

function shareOf({ byKey, byName, texts, ...row }: Row<'shares'>): Share {
  return Share.parse({ ...row, texts: texts === 1, by: personOf({ byKey, byName }) })
}

function rulingOf(row: Row<'rulings'>): DeskRuling {
  return StoredRuling.parse({ ...row, by: personOf(row) })
}

function assignmentOf(row: Row<'assignments'>): Assignment {
  return StoredAssignment.parse({ ...row, by: personOf(row), to: { key: row.toKey, name: row.toName } })
}

function changeOf(row: Row<'changes'>): Change {
  return StoredChange.parse({ ...row, from: row.fromWhat, to: row.toWhat, by: personOf(row) })
}
