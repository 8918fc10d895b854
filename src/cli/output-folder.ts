/**
 * Writes a report's files into a folder, each whole or not at all, and says what was there before.
 *
 * Never: replaces a file without saying so, deletes anything, or writes outside the folder.
 */
import { mkdir, realpath, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { systemReason } from '../text/system-error.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

export type OutputFile = { readonly name: string; readonly content: string | Uint8Array }

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
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(
      `The folder ${folder} cannot be made: ${systemReason(error)}. Give another one with --out.`,
    )
  })
}

export async function writeFolder(
  folder: string,
  files: readonly OutputFile[],
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
