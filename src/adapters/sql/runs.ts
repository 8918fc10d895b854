/** What is under way in which process: from it a job is charged for the loss of one. No time is kept here, so no clock can be wrong. */
import { type Kysely, sql } from 'kysely'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { finalStates } from './rows.js'
import { erase, hold, insert, insertOnce, select, update } from './table.js'

export function runs(db: Kysely<Tables>) {
  return {
    async beat(process) {
      await sql`insert into processes (id, beat) values (${process}, 1)
        on conflict (id) do update set beat = processes.beat + 1`.execute(db)
      const rows = await select(db, 'processes', {}, { order: ['id'] })
      return rows.map(({ id, beat }) => ({ process: id, beat }))
    },

    signOff: (process) =>
      db.transaction().execute(async (tx) => {
        await erase(tx, 'runs', { process, lost: 0 })
        await erase(tx, 'processes', { id: process })
      }),

    countLost: (process) =>
      db.transaction().execute(async (tx) => {
        await update(tx, 'runs', { process }, { lost: 1 })
        await erase(tx, 'processes', { id: process })
      }),

    async runHistory(run, process) {
      const rows = await select(db, 'runs', { ...run, process: { '<>': process } })
      const alive = await select(db, 'processes', { id: rows.map((row) => row.process) })
      return {
        lost: rows.filter(({ lost }) => lost === 1).length,
        open: rows.filter((row) => row.lost === 0 && alive.some(({ id }) => id === row.process)).length,
      }
    },

    startRun: (run, process) =>
      db.transaction().execute(async (tx) => {
        await insertOnce(tx, 'processes', { id: process, beat: 0 })
        const open = { id: run.comparison, state: { 'not in': finalStates } }
        if ((await hold(tx, 'comparisons', open, 'round')) === 0) return
        // One that was taken for lost lives.
        await insert(tx, 'runs', { ...run, process, lost: 0 }, ['process', 'stage', 'comparison', 'position'])
      }),

    async endRun(run, process) {
      await erase(db, 'runs', { ...run, process })
    },
  } satisfies Partial<Store>
}
