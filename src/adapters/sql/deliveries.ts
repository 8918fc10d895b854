/** Webhooks that are owed, in SQL: each try is leased to one process, and a process that dies gives it back by time. */
import type { Kysely, Selectable } from 'kysely'
import { DeliveryState, type Delivery } from '../../model/delivery.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './tables.js'

type Deliveries = Pick<Store, 'delivery' | 'takeDeliveries' | 'settleDelivery'>

export function deliveries(db: Kysely<Tables>): Deliveries {
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
        .where((where) => where.or([where('next_at', '<=', now), where('next_at', '>', latest)]))
        .where((where) => where.or([where('lease_until', '<', now), where('lease_until', '>', latest)]))
        .orderBy('next_at')
        .orderBy('comparison')
        .limit(limit)
        .execute()
      const taken: Delivery[] = []
      for (const row of due) {
        const mine = await db
          .updateTable('deliveries')
          .set({ lease_until: leaseUntil, attempts: row.attempts + 1 })
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
          next_at: nextAt ?? 0,
          lease_until: 0,
          last_error: lastError,
          delivered_at: state === 'delivered' ? now : null,
        })
        .where('comparison', '=', comparison)
        .execute()
    },
  }
}

function deliveryOf(row: Selectable<Tables['deliveries']>): Delivery {
  const state = DeliveryState.parse(row.state)
  return {
    comparison: row.comparison,
    url: row.url,
    state,
    attempts: row.attempts,
    nextAt: state === 'pending' ? row.next_at : null,
    lastError: row.last_error,
    deliveredAt: row.delivered_at,
  }
}
