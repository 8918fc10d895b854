/** API keys in SQL, by their public id, of which only hashes are kept; and the salt of the secret that signs webhooks. */
import type { Kysely, Selectable } from 'kysely'
import { ApiKey } from '../../model/api-key.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './tables.js'

type Keys = Pick<Store, 'addKey' | 'key' | 'keys' | 'removeKey' | 'secret'>

export function keys(db: Kysely<Tables>): Keys {
  return {
    async addKey({ id, name, scopes, hash, createdAt }) {
      await db
        .insertInto('api_keys')
        .values({ id, name, scopes: JSON.stringify(scopes), hash, created_at: createdAt })
        .execute()
    },
    async key(id) {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? keyOf(row) : null
    },
    async keys() {
      const rows = await db.selectFrom('api_keys').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(keyOf)
    },
    async removeKey(id) {
      const result = await db.deleteFrom('api_keys').where('id', '=', id).executeTakeFirst()
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
  }
}

function keyOf(row: Selectable<Tables['api_keys']>): ApiKey {
  return ApiKey.parse({
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes) as unknown,
    hash: row.hash,
    createdAt: row.created_at,
  })
}
