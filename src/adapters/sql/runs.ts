/**
 * What is under way in which process, in SQL: the record from which a job is charged for the loss of a process, and the
 * numbers from which a loss is told. No time is kept here, so no clock can be wrong.
 */
import { sql, type Kysely } from 'kysely'
import type { Run, Store } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { finalStates } from './rows.js'

export function runs(db: Kysely<Tables>) {
  return {
    async beat(process) {
      await db
        .insertInto('processes')
        .values({ id: process, beat: 1 })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({ beat: row('processes.beat', '+', 1) })),
        )
        .execute()
      const rows = await db.selectFrom('processes').selectAll().orderBy('id').execute()
      return rows.map(({ id, beat }) => ({ process: id, beat }))
    },

    signOff: (process) =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('runs').where('process', '=', process).where('lost', '=', 0).execute()
        await tx.deleteFrom('processes').where('id', '=', process).execute()
      }),

    countLost: (process) =>
      db.transaction().execute(async (tx) => {
        await tx.updateTable('runs').set({ lost: 1 }).where('process', '=', process).execute()
        await tx.deleteFrom('processes').where('id', '=', process).execute()
      }),

    async runHistory(run, process) {
      const rows = await db
        .selectFrom('runs')
        .leftJoin('processes', 'processes.id', 'runs.process')
        .select(['runs.lost', 'processes.id as alive'])
        .where((row) =>
          row.and({
            'runs.stage': run.stage,
            'runs.comparison': run.comparison,
            'runs.position': run.position,
          }),
        )
        .where('runs.process', '<>', process)
        .execute()
      return {
        lost: rows.filter(({ lost }) => lost === 1).length,
        open: rows.filter(({ lost, alive }) => lost === 0 && alive !== null).length,
      }
    },

    startRun: ({ stage, comparison, position }, process) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('processes')
          .values({ id: process, beat: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        await tx
          .insertInto('runs')
          .columns(['process', 'stage', 'comparison', 'position', 'lost'])
          .expression(
            tx
              .selectFrom('comparisons')
              .select([
                sql<string>`cast(${process} as text)`.as('process'),
                sql<string>`cast(${stage} as text)`.as('stage'),
                'id',
                sql<number>`cast(${position} as integer)`.as('position'),
                sql<number>`0`.as('lost'),
              ])
              .where('id', '=', comparison)
              .where('state', 'not in', finalStates),
          )
          // It was taken for lost, and it lives.
          .onConflict((conflict) =>
            conflict.columns(['process', 'stage', 'comparison', 'position']).doUpdateSet({ lost: 0 }),
          )
          .execute()
      }),

    async endRun(run, process) {
      await rowOf(db, run, process).execute()
    },
  } satisfies Partial<Store>
}

const rowOf = (db: Kysely<Tables>, { stage, comparison, position }: Run, process: string) =>
  db.deleteFrom('runs').where((row) => row.and({ process, stage, comparison, position }))
