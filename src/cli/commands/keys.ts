/**
 * `synoptic keys`: API keys made, listed and taken back, and the secret that signs webhooks. Works beside a running
 * server. A key is shown once, on standard output alone; the store keeps its hash.
 */
import type { Store } from '../../ports/store.js'
import { readServerConfig, readServiceConfig } from '../../service-config.js'
import { createKey } from '../../server/keys.js'
import { openStore } from '../../wire.js'
import { exitCodes, type ExitCode } from '../outcome.js'
import type { KeyOptions } from '../options.js'
import type { Terminal } from '../terminal.js'
import { plainText } from '../../text/plain-text.js'
import { webhookSecret } from '../service-process.js'

export function addKey({ name, scope }: KeyOptions, terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    const { key, stored } = await createKey(name, scope, store, Date.now())
    terminal.warn(
      `Key ${stored.id} (${name}; ${stored.scopes.join(', ')}). Keep it now: it is not shown again.`,
    )
    await terminal.out(`${key}\n`)
    return exitCodes.complete
  })
}

export function listKeys(terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    for (const { id, name, scopes, createdAt } of await store.keys())
      await terminal.out(
        `${id}  ${new Date(createdAt).toISOString()}  ${scopes.join(',')}  ${plainText(name)}\n`,
      )
    return exitCodes.complete
  })
}

export function removeKey(id: string, terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    if (await store.removeKey(id)) return exitCodes.complete
    terminal.warn(`There is no key ${id}; npx synoptic keys list shows those there are.`)
    return exitCodes.failed
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

async function withStore(task: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await openStore(readServiceConfig(process.env), () => undefined, false)
  try {
    return await task(store)
  } finally {
    await store.close()
  }
}
