/**
 * API keys: `syn_<id>_<secret>`, 48 bits to find the key by and 256 random bits to prove it.
 *
 * Never: keeps or logs a key; compares hashes in a time that tells where they differ.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { ApiKey, Scope } from '../model/api-key.js'
import type { Store } from '../ports/store.js'
import { sha256 } from '../text/hash.js'

const keyPattern = /^syn_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

export type NewKey = { readonly key: string; readonly stored: ApiKey }

/** Makes a key and stores its hash. The key itself is in the answer alone. */
export async function createKey(
  name: string,
  scopes: readonly Scope[],
  store: Pick<Store, 'addKey'>,
  now: number,
): Promise<NewKey> {
  const id = randomBytes(6).toString('hex')
  const key = `syn_${id}_${randomBytes(32).toString('base64url')}`
  const stored: ApiKey = { id, name, scopes: [...new Set(scopes)], hash: sha256(key), createdAt: now }
  await store.addKey(stored)
  return { key, stored }
}

export async function findKey(sent: string, store: Pick<Store, 'key'>): Promise<ApiKey | null> {
  const id = keyPattern.exec(sent)?.[1]
  if (id === undefined) return null
  const stored = await store.key(id)
  const matches = timingSafeEqual(
    Buffer.from(sha256(sent), 'hex'),
    Buffer.from(stored?.hash ?? sha256(''), 'hex'),
  )
  return stored && matches ? stored : null
}
