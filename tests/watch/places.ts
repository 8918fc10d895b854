/** Where a WatchStore keeps what it knows: each kind, new and empty, to be opened again and again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { watchFolder } from '../../src/adapters/watch-folder.js'
import type { Store } from '../../src/ports/store.js'
import type { WatchStore } from '../../src/ports/watch.js'
import { newDatabase } from '../support/servers-of-run.js'

export type Place = {
  readonly folder: string | null
  readonly open: () => Promise<WatchStore>
  readonly remove: () => Promise<void>
}
export const places = ['a folder', 'sqlite', 'postgres'] as const

const watchingOf = (store: Store): WatchStore => ({ ...store.watching, close: () => store.close() })

export async function newPlace(kind: (typeof places)[number]): Promise<Place> {
  if (kind === 'postgres') {
    const { url, drop } = await newDatabase()
    const open = async () => watchingOf(await postgresStore(url, () => undefined))
    return { folder: null, open, remove: drop }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-watch-'))
  const open = async () => (kind === 'sqlite' ? watchingOf(await sqliteStore(folder)) : watchFolder(folder))
  return { folder: kind === 'sqlite' ? null : folder, open, remove: () => rm(folder, { recursive: true }) }
}
