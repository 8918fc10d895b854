/**
 * `synoptic backup <file>` and `synoptic restore <file>`: the service's store, on SQLite or PostgreSQL, in one file that either takes.
 * A backup is made beside a running server; it goes into an empty store alone.
 */
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CannotRestore, type Store } from '../../ports/store.js'
import { readServiceConfig } from '../../service-config.js'
import { count } from '../../print/words.js'
import { errorCode } from '../../text/system-error.js'
import { openStore } from '../../wire.js'
import { exitCodes, type ExitCode, UsageError } from '../outcome.js'
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
      await rm(draft, { force: true })
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
      const rows = await store.fill(createInterface({ input: unzipped, crlfDelay: Infinity }))
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
