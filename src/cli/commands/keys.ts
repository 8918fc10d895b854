/**
 * `synoptic keys`: API keys made, listed and taken back, and the secret that signs webhooks. Works beside a running
 * server. A key is shown once, on standard output alone; the store keeps its hash.
 */
import { type ApiKey, roleOf, scopesOf } from '../../model/api-key.js'
import type { Store } from '../../ports/store.js'
import { readServerConfig, readServiceConfig } from '../../service-config.js'
import { createKey } from '../../server/keys.js'
import { exitCodes, type ExitCode } from '../outcome.js'
import type { KeyOptions } from '../options.js'
import type { Terminal } from '../terminal.js'
import { plainText } from '../../text/plain-text.js'
import { webhookSecret } from '../service-process.js'
import { withStore } from './backup.js'

export function addKey({ name, role }: KeyOptions, terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    const { key, stored } = await createKey(name, scopesOf[role], store, Date.now())
    await logged(store, `made a key that ${role}`, stored)
    terminal.warn(`Key ${stored.id} (${name}; ${role}). Keep it now: it is not shown again.`)
    await terminal.out(`${key}\n`)
    return exitCodes.complete
  })
}

export function listKeys(terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    for (const { id, name, scopes, createdAt } of await store.keys())
      await terminal.out(
        `${id}  ${new Date(createdAt).toISOString()}  ${roleOf(scopes)}  ${plainText(name)}\n`,
      )
    return exitCodes.complete
  })
}

export function removeKey(id: string, terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    const key = await store.key(id)
    if (key && (await store.removeKey(id))) {
      await logged(store, 'took a key back', key)
      return exitCodes.complete
    }
    terminal.warn(`There is no key ${id}; npx synoptic keys list shows those there are.`)
    return exitCodes.failed
  })
}

/** In the log that the operator reads, beside what is done on the pages. */
function logged(store: Store, what: string, { id, name }: ApiKey): Promise<void> {
  const by = { key: '', name: 'command line' }
  return store.desk.record({
    by,
    at: Date.now(),
    what,
    target: `key ${id}`,
    from: null,
    to: plainText(name).slice(0, 300),
  })
}

/** For whoever writes the receiving end. */
export function showWebhookSecret(terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    await terminal.out(
      `${await webhookSecret(readServerConfig(process.env), readServiceConfig(process.env), store)}\n`,
    )
    return exitCodes.complete
  })
}
