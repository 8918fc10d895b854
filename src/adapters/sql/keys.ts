/** API keys, of which hashes are kept; the salt of the secret that signs webhooks; webhooks that are owed, each try leased to one process. */
import { type Kysely, sql } from 'kysely'
import { ApiKey } from '../../model/api-key.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { ask, erase, insert, insertOnce, type Row, select, selectOne, update } from './table.js'
import { Delivery } from '../../model/delivery.js'

export function keys(db: Kysely<Tables>) {
  return {
    async addKey(key) {
      await insert(db, 'apiKeys', { ...key, scopes: JSON.stringify(key.scopes) })
    },
    async key(id) {
      const row = await selectOne(db, 'apiKeys', { id })
      return row && keyOf(row)
    },
    async keys() {
      return (await select(db, 'apiKeys', {}, { order: ['createdAt', 'id'] })).map(keyOf)
    },
    async removeKey(id) {
      return (await erase(db, 'apiKeys', { id })) > 0
    },
    async secret(name, fresh) {
      await insertOnce(db, 'secrets', { name, value: fresh })
      return (await selectOne(db, 'secrets', { name }))?.value ?? fresh
    },
  } satisfies Partial<Store>
}

export function keyOf(row: Row<'apiKeys'>): ApiKey {
  return ApiKey.parse({ ...row, scopes: JSON.parse(row.scopes) as unknown })
}

export function deliveries(db: Kysely<Tables>) {
  return {
    async delivery(comparison) {
      const row = await selectOne(db, 'deliveries', { comparison })
      return row && deliveryOf(row)
    },

    async takeDeliveries(now, leaseUntil, limit, latest) {
      // What lies further ahead than any try is put off was written before the clock was set back.
      const due = sql<Row<'deliveries'>>`select * from deliveries where state = 'pending'
        and (next_at <= ${now} or next_at > ${latest}) and (lease_until < ${now} or lease_until > ${latest})
        order by next_at, comparison limit ${limit}`
      const taken: Delivery[] = []
      for (const row of await ask(db, due)) {
        const { comparison, state, attempts } = row
        const mine = { leaseUntil, attempts: attempts + 1 }
        if ((await update(db, 'deliveries', { comparison, state, attempts }, mine)) > 0)
          taken.push(deliveryOf({ ...row, ...mine }))
      }
      return taken
    },

    async settleDelivery(comparison, { state, nextAt, lastError }, now) {
      const deliveredAt = state === 'delivered' ? now : null
      const settled = { state, nextAt: nextAt ?? 0, leaseUntil: 0, lastError, deliveredAt }
      await update(db, 'deliveries', { comparison }, settled)
    },
  } satisfies Partial<Store>
}

const Stored = Delivery.unwrap().strip().readonly()

function deliveryOf(row: Row<'deliveries'>): Delivery {
  return Stored.parse({ ...row, nextAt: row.state === 'pending' ? row.nextAt : null })
}
