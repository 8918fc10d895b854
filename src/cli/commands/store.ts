/** Commands on the service's store: backup, restore (into an empty store alone), keys. A key is shown once; the store keeps its hash. */
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type ApiKey, roleOf, scopesOf } from '../../model/api-key.js'
import { CannotRestore, type Store } from '../../ports/store.js'
import { createKey } from '../../server/keys.js'
import { readServerConfig, readServiceConfig } from '../../service-config.js'
import { count } from '../../print/words.js'
import { plainText } from '../../text/plain-text.js'
import { errorCode, systemReason } from '../../text/system-error.js'
import { openStore } from '../../wire.js'
import type { KeyOptions } from '../options.js'
import { exitCodes, type ExitCode, UsageError } from '../outcome.js'
import { webhookSecret } from '../service-process.js'
import type { Terminal } from '../terminal.js'

/** The service's store, for as long as something is done in it; `exclusive`: nobody else may hold it meanwhile. */
export async function withStore<T>(work: (store: Store) => Promise<T>, exclusive = false): Promise<T> {
  const store = await openStore(readServiceConfig(process.env), () => undefined, exclusive)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export function backup(file: string, terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    const draft = `${file}.part`
    const zip = createGzip()
    // Others than its owner have no business with what people gave to be compared.
    const written = pipeline(zip, createWriteStream(draft, { mode: 0o600 }))
    // Awaited below in any case; where the rows fail first, their failure is the one that is told.
    written.catch(() => undefined)
    try {
      const rows = await store.backup(async (line) => {
        if (zip.write(`${line}\n`)) return
        await Promise.race([new Promise((resolve) => zip.once('drain', resolve)), written])
      }, Date.now())
      if (rows === 0)
        throw new UsageError(
          'There is nothing to back up here. Set SYNOPTIC_DATA or DATABASE_URL as for the service.',
        )
      zip.end()
      await written
      await rename(draft, file)
      terminal.warn(`${file}: ${count(rows, 'row')}.`)
      return exitCodes.complete
    } catch (error) {
      zip.destroy()
      await rm(draft, { force: true }).catch(() => undefined)
      if (error instanceof Error && 'path' in error && error.path === draft)
        throw new UsageError(`${file} cannot be written: ${systemReason(error)}.`)
      throw error
    }
  })
}

export function restore(file: string, terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    try {
      const source = (await open(file)).createReadStream()
      const unzipped = source.pipe(createGunzip())
      source.on('error', (error) => unzipped.destroy(error))
      const lines = createInterface({ input: unzipped, crlfDelay: Infinity })
      // Told by whoever reads on; a store that refuses does not, and the file may be broken behind that.
      lines.on('error', () => undefined)
      const rows = await store.fill(lines)
      terminal.warn(`${count(rows, 'row')} of ${file} are in the store.`)
      return exitCodes.complete
    } catch (error) {
      if (error instanceof CannotRestore) throw new UsageError(`${file}: ${error.message}`)
      const code = errorCode(error) ?? ''
      if (code.startsWith('Z_')) throw new UsageError(`${file}: it is no whole backup (${code}).`)
      if (/^E(?:NOENT|ACCES|ISDIR)$/u.test(code)) throw new UsageError(`${file} cannot be read (${code}).`)
      throw error
    }
  }, true)
}

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

export function showWebhookSecret(terminal: Terminal): Promise<ExitCode> {
  return withStore(async (store) => {
    await terminal.out(
      `${await webhookSecret(readServerConfig(process.env), readServiceConfig(process.env), store)}\n`,
    )
    return exitCodes.complete
  })
}
