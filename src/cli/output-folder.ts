/**
 * Writes a report's files into a folder, each whole or not at all, and says what was there before.
 *
 * Never: replaces a file without saying so, deletes anything, or writes outside the folder.
 */
import { mkdir, realpath, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, systemReason } from '../text/system-error.js'
import type { ReportFile } from '../editions/make.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

/** `moscow-talks-report` for the title "Moscow talks": letters and digits of any script, at most 60 characters. */
export function folderNameFor(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/gu, '')
  return `${slug || 'event'}-report`
}

export async function makeFolder(folder: string): Promise<void> {
  // Below a working folder that was deleted, making one with its parents never ends.
  const deleted = !path.isAbsolute(folder) && (await realpath('.').catch(() => null)) === null
  if (deleted)
    throw new UsageError(
      `The folder ${folder} cannot be made: the working folder was deleted. Change to another one (cd), or give a whole path with --out.`,
    )
  await makeWithParents(path.normalize(folder)).catch((error: unknown) => {
    const why = errorCode(error) === 'ENOENT' ? 'no folder can be made there' : systemReason(error)
    throw new UsageError(`The folder ${folder} cannot be made: ${why}. Give another one with --out.`)
  })
}

/** Node’s own way to make the parents too tries for ever in a place such as /proc, which takes no folders. */
async function makeWithParents(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (await isFolder(folder)) return
    const parent = path.dirname(folder)
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error
    await makeWithParents(parent)
    await mkdir(folder)
  }
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

export async function writeFolder(
  folder: string,
  files: readonly ReportFile[],
  terminal: Pick<Terminal, 'warn'>,
): Promise<void> {
  await makeFolder(folder)
  const replaced: string[] = []
  for (const { name, content } of files) {
    const target = path.join(folder, name)
    if (await exists(target)) replaced.push(name)
    const draft = path.join(folder, `.${name}.part`)
    await writeFile(draft, content)
    await rename(draft, target)
  }
  if (replaced.length > 0) terminal.warn(`replaced in ${folder}: ${replaced.join(', ')}`)
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** The classroom sheet needs two passages to set side by side; without them there are no files of it, and that is said. */
export function warnWithoutSheet(files: readonly ReportFile[], terminal: Pick<Terminal, 'warn'>): void {
  if (!files.some(({ name }) => name.startsWith('classroom-')))
    terminal.warn('No classroom sheet was written: there are no two passages to set side by side.')
}
