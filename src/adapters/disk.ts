/** The Disk port over the file system. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Disk, Look } from '../ports/fetcher.js'
import { errorCode, readingTrouble } from '../text/system-error.js'

export function localDisk(): Disk {
  return { look }
}

async function look(location: string): Promise<Look> {
  try {
    if (!(await stat(location)).isDirectory()) return { kind: 'file' }
    const entries = await readdir(location, { withFileTypes: true })
    const members = await Promise.all(
      entries.map(async (entry) =>
        entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path.join(location, entry.name))))
          ? []
          : [entry.name],
      ),
    )
    return { kind: 'folder', members: members.flat() }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
    return { kind: 'unreadable', why: readingTrouble(code) }
  }
}

/** A link that leads nowhere counts as a file: reading it will then say so. */
async function isFolder(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory()
  } catch (error) {
    if (errorCode(error) === null) throw error
    return false
  }
}
