/**
 * In SQL: API keys by their public id, of which only hashes are kept; the salt of the secret that signs webhooks; and the webhooks
 * that are owed: each try is leased to one process, and a process that dies gives it back by time.
 */
import type { Kysely, Selectable } from 'kysely'
import { ApiKey } from '../../model/api-key.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { Delivery } from '../../model/delivery.js'

export function keys(db: Kysely<Tables>) {
  return {
    async addKey(key) {
      await db
        .insertInto('apiKeys')
        .values({ ...key, scopes: JSON.stringify(key.scopes) })
        .execute()
    },
    async key(id) {
      const row = await db.selectFrom('apiKeys').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? keyOf(row) : null
    },
    async keys() {
      const rows = await db.selectFrom('apiKeys').selectAll().orderBy('createdAt').orderBy('id').execute()
      return rows.map(keyOf)
    },
    async removeKey(id) {
      const result = await db.deleteFrom('apiKeys').where('id', '=', id).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
    async secret(name, fresh) {
      await db
        .insertInto('secrets')
        .values({ name, value: fresh })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { value } = await db
        .selectFrom('secrets')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      return value
    },
  } satisfies Partial<Store>
}

export function keyOf(row: Selectable<Tables['apiKeys']>): ApiKey {
  return ApiKey.parse({ ...row, scopes: JSON.parse(row.scopes) as unknown })
}

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
          .where((one) => one.and({ comparison: row.comparison, state: 'pending', attempts: row.attempts }))
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
