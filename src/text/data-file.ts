/** Where the package keeps its data tables: `data/` beside package.json, from source and from the build alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export function dataFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'data', name)
    if (folder === dirname(folder)) throw new Error(`no package.json above ${import.meta.url}`)
  }
}
