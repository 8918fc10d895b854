/** What the operator's reader makes, in SQL: awaited, made, and printed in a report that replaces the one without. */
import type { Kysely } from 'kysely'
import type { Store } from '../../ports/store.js'
import { relist } from './listing.js'
import { eldest } from './rows.js'
import type { Tables } from './schema.js'
import { owe } from './submissions.js'
import { withdrawTakenDown } from './takedowns.js'

const awaited = ['awaited', 'made']

export function readerNotes(db: Kysely<Tables>) {
  return {
    async notes(id) {
      const row = await db.selectFrom('notes').select('notes').where('comparison', '=', id).executeTakeFirst()
      return row?.notes ?? null
    },

    keepNotes: (id, made) =>
      db.transaction().execute(async (tx) => {
        const change = 'text' in made ? { notes: 'made' } : { notes: 'failed', notesReason: made.reason }
        const result = await tx
          .updateTable('comparisons')
          .set(change)
          .where('id', '=', id)
          .where('notes', 'in', awaited)
          .executeTakeFirst()
        if (result.numUpdatedRows === 0n) return
        await tx.deleteFrom('notes').where('comparison', '=', id).execute()
        if ('text' in made)
          await tx.insertInto('notes').values({ comparison: id, notes: made.text }).execute()
      }),

    async awaiting(limit) {
      const rows = await eldest(db, limit)
        .where('notes', 'in', awaited)
        .where('state', 'in', ['complete', 'partial'])
        .execute()
      return rows.map(({ id }) => id)
    },

    replaceReport: (id, { report, summary }, now) =>
      db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('comparisons')
          .set({ notes: 'printed', summary: JSON.stringify(summary), finishedAt: now })
          .where((row) => row.and({ id, notes: 'made' }))
          .where('state', 'in', ['complete', 'partial'])
          .returning('callbackUrl')
          .executeTakeFirst()
        if (!result) return false
        await tx.updateTable('reports').set({ report }).where('comparison', '=', id).execute()
        if (result.callbackUrl !== null) await owe(tx, id, result.callbackUrl, now)
        await withdrawTakenDown(tx, id, now)
        await relist(tx, id)
        return true
      }),

    takeTokens: (day, wanted, most) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('readerDays')
          .values({ day, tokens: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        // Takes the row's lock, so that two that ask at once do not take the same.
        const { tokens } = await tx
          .updateTable('readerDays')
          .set((row) => ({ tokens: row.ref('tokens') }))
          .where('day', '=', day)
          .returning('tokens')
          .executeTakeFirstOrThrow()
        const taken = Math.max(0, Math.min(wanted, most - tokens))
        await tx
          .updateTable('readerDays')
          .set({ tokens: tokens + taken })
          .where('day', '=', day)
          .execute()
        return taken
      }),

    async returnTokens(day, tokens) {
      await db
        .updateTable('readerDays')
        .set((row) => ({ tokens: row('tokens', '-', tokens) }))
        .where('day', '=', day)
        .execute()
    },
  } satisfies Partial<Store>
}
