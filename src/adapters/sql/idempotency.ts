/** A request that came before, by its id or its key: the first answer holds, unless the key came with another request. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Idempotency } from '../../ports/store.js'

/** A condition on a table with the columns `id` and `idempotency_key`; no row has a key that is null. */
export function cameBefore(id: string, idempotency: Idempotency | null): RawBuilder<SqlBool> {
  return sql<SqlBool>`(id = ${id} or idempotency_key = ${idempotency?.key ?? null})`
}

export function isOtherRequest(
  earlier: { readonly requestHash: string | null },
  idempotency: Idempotency | null,
): boolean {
  return idempotency !== null && earlier.requestHash !== idempotency.requestHash
}
