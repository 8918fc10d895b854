/** The classroom sheet needs two passages to set side by side; without them there are no files of it, and that is said. */
import type { OutputFile } from './output-folder.js'
import type { Terminal } from './terminal.js'

export function warnWithoutSheet(files: readonly OutputFile[], terminal: Pick<Terminal, 'warn'>): void {
  if (!files.some(({ name }) => name.startsWith('classroom-')))
    terminal.warn('No classroom sheet was written: there are no two passages to set side by side.')
}
