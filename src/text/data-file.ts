/** Where the package keeps its files: beside package.json, from source and from the build alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A data table of `data/`. */
export function dataFile(name: string): string {
  return packageFile('data', name)
}

export function packageFile(...parts: readonly string[]): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, ...parts)
    if (folder === dirname(folder)) throw new Error(`no package.json above ${import.meta.url}`)
  }
}
