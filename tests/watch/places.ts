/** Where a WatchStore keeps what it knows: each kind, new and empty, to be opened again and again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { Store } from '../../src/ports/store.js'
import type { WatchStore } from '../../src/ports/watch.js'
import { newDatabase } from '../support/servers-of-run.js'

export type Opened = WatchStore & Pick<Store, 'close' | 'expire'>
export type Place = {
  readonly open: () => Promise<Opened>
  readonly remove: () => Promise<void>
}
export const places = ['sqlite', 'postgres'] as const

const watchingOf = (store: Store): Opened => ({
  ...store.watching,
  close: () => store.close(),
  expire: (...given) => store.expire(...given),
})

export async function newPlace(kind: (typeof places)[number]): Promise<Place> {
  if (kind === 'postgres') {
    const { url, drop } = await newDatabase()
    const open = async () => watchingOf(await postgresStore(url, () => undefined))
    return { open, remove: drop }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-watch-'))
  const open = async () => watchingOf(await sqliteStore(folder))
  return { open, remove: () => rm(folder, { recursive: true }) }
}
