/** Where the package keeps its files: beside package.json, from source and from the build alike. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let ownWeights: string | null = null

/**
 * A folder whose files stand in for those of the same name in `data/`, or null for none. Set once, at the program's start
 * (wire.ts), before a table is read: weights learned without an event are measured on it that way.
 */
export function readWeightsFrom(folder: string | null): void {
  ownWeights = folder
}

/** A data table of `data/`, or the one given in its place. */
export function dataFile(name: string): string {
  const own = ownWeights === null ? null : join(ownWeights, name)
  return own !== null && existsSync(own) ? own : packageFile('data', name)
}

/** What a table of text holds, read when first asked for; anew only where another folder has come to stand in. */
export function dataTable<T>(name: string, parse: (text: string) => T): () => T {
  let kept: { readonly standIn: string | null; readonly table: T } | undefined
  return () => {
    if (kept?.standIn !== ownWeights)
      kept = { standIn: ownWeights, table: parse(readFileSync(dataFile(name), 'utf8')) }
    return kept.table
  }
}

export function packageFile(...parts: readonly string[]): string {
  packageFolder ??= findPackage()
  return join(packageFolder, ...parts)
}

let packageFolder: string | undefined

function findPackage(): string {
  return folderAbove((folder) => existsSync(join(folder, 'package.json')))
}

/** A file beside the code, by its path below `src/`: of the sources where they run, else of the build. */
export function sourceFile(...parts: readonly string[]): string {
  return join(
    folderAbove((folder) => basename(folder) === 'src'),
    ...parts,
  )
}

function folderAbove(isIt: (folder: string) => boolean): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (isIt(folder)) return folder
    if (folder === dirname(folder)) throw new Error(`not inside the package: ${import.meta.url}`)
  }
}
