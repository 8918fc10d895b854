/** Webhooks that are owed, in SQL: each try is leased to one process, and a process that dies gives it back by time. */
import type { Kysely, Selectable } from 'kysely'
import { Delivery } from '../../model/delivery.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'

export function deliveries(db: Kysely<Tables>) {
  return {
    async delivery(comparison) {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('comparison', '=', comparison)
        .executeTakeFirst()
      return row ? deliveryOf(row) : null
    },

    async takeDeliveries(now, leaseUntil, limit, latest) {
      const due = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('state', '=', 'pending')
        // What lies further ahead than any try is put off was written before the clock was set back.
        .where((where) => where.or([where('nextAt', '<=', now), where('nextAt', '>', latest)]))
        .where((where) => where.or([where('leaseUntil', '<', now), where('leaseUntil', '>', latest)]))
        .orderBy('nextAt')
        .orderBy('comparison')
        .limit(limit)
        .execute()
      const taken: Delivery[] = []
      for (const row of due) {
        const mine = await db
          .updateTable('deliveries')
          .set({ leaseUntil, attempts: row.attempts + 1 })
          .where('comparison', '=', row.comparison)
          .where('state', '=', 'pending')
          .where('attempts', '=', row.attempts)
          .returningAll()
          .executeTakeFirst()
        if (mine) taken.push(deliveryOf(mine))
      }
      return taken
    },

    async settleDelivery(comparison, { state, nextAt, lastError }, now) {
      await db
        .updateTable('deliveries')
        .set({
          state,
          nextAt: nextAt ?? 0,
          leaseUntil: 0,
          lastError,
          deliveredAt: state === 'delivered' ? now : null,
        })
        .where('comparison', '=', comparison)
        .execute()
    },
  } satisfies Partial<Store>
}

/** A row, which has the lease too. */
const Stored = Delivery.unwrap().strip().readonly()

function deliveryOf(row: Selectable<Tables['deliveries']>): Delivery {
  return Stored.parse({ ...row, nextAt: row.state === 'pending' ? row.nextAt : null })
}
