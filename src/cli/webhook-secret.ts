/**
 * The secret that signs webhooks. In: the settings, and the store. Out: what was configured, or one that is derived anew each
 * time from two halves: a salt in the store, and a key that is not there (the password of DATABASE_URL or, without one, a
 * file of the data folder that its owner alone may read).
 * Never: writes the secret down: whoever reads the database or its backup cannot sign.
 */
import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Store } from '../ports/store.js'
import type { ServerConfig } from '../server-config.js'
import type { ServiceConfig } from '../service-config.js'

export const keyFile = 'webhook.key'

export async function webhookSecret(
  { webhookSecret: given }: Pick<ServerConfig, 'webhookSecret'>,
  service: Pick<ServiceConfig, 'databaseUrl' | 'dataFolder'>,
  store: Pick<Store, 'secret'>,
): Promise<string> {
  if (given !== null) return given
  const salt = await store.secret('webhook-salt', randomBytes(32).toString('base64url'))
  const password = service.databaseUrl === null ? '' : new URL(service.databaseUrl).password
  const key = password === '' ? keyOf(service.dataFolder) : password
  const derived = hkdfSync('sha256', key, salt, 'synoptic webhooks', 32)
  return `whsec_${Buffer.from(derived).toString('base64url')}`
}

/** Made once; two processes that start together take the same. */
function keyOf(folder: string): string {
  const file = path.join(folder, keyFile)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
