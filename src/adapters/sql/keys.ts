/** API keys in SQL, by their public id, of which only hashes are kept; and the salt of the secret that signs webhooks. */
import type { Kysely, Selectable } from 'kysely'
import { ApiKey } from '../../model/api-key.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'

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

function keyOf(row: Selectable<Tables['apiKeys']>): ApiKey {
  return ApiKey.parse({ ...row, scopes: JSON.parse(row.scopes) as unknown })
}
