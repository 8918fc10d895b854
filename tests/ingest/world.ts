/** A disk that exists only in a test. In: paths and contents; an object is a folder. Out: what expand and ingest need. */
import path from 'node:path'
import type { Disk, Fetcher } from '../../src/ports/fetcher.js'

export type Tree = { readonly [name: string]: string | Uint8Array | Tree }

export function world(tree: Tree, links: Readonly<Record<string, string>> = {}) {
  const find = (location: string): string | Uint8Array | Tree | undefined =>
    path
      .relative(process.cwd(), path.resolve(location))
      .split(path.sep)
      .filter((part) => part !== '')
      .reduce<string | Uint8Array | Tree | undefined>((at, part) => (isTree(at) ? at[part] : undefined), tree)
  const disk: Disk = {
    look: (location) => {
      const found = find(location)
      if (found === undefined) return Promise.resolve({ kind: 'missing' })
      if (!isTree(found)) return Promise.resolve({ kind: 'file' })
      const members = Object.keys(found).filter((name) => !isTree(found[name]))
      return Promise.resolve({ kind: 'folder', members: members.reverse() })
    },
  }
  const opened: string[] = []
  const file: Fetcher = {
    fetch: (location, within) => {
      opened.push(location)
      const place = links[path.resolve(location)] ?? path.resolve(location)
      if (within !== undefined && !place.startsWith(path.resolve(within) + path.sep))
        return Promise.resolve({ state: 'failed', code: 'outside-folder', message: '', transient: false })
      const found = find(location)
      if (found === undefined || isTree(found))
        return Promise.resolve({
          state: 'failed',
          code: 'not-found',
          message: 'no such file.',
          transient: false,
        })
      const bytes = typeof found === 'string' ? Buffer.from(found) : found
      const mediaType = location.endsWith('.html') ? 'text/html' : null
      return Promise.resolve({ state: 'read', url: null, mediaType, charset: null, bytes, fetchedAt: null })
    },
  }
  return { disk, fetchers: { file, url: file, stdin: file }, opened }
}

function isTree(value: string | Uint8Array | Tree | undefined): value is Tree {
  return typeof value === 'object' && !(value instanceof Uint8Array)
}
