/**
 * A style sheet that stands beside the code: `.css` in the sources, copied into `dist/` by the build.
 *
 * In: its path below `src/`. Out: CSS to be inlined or served as it is, without the comment at its head. Never: text of a
 * report.
 */
import { readFileSync } from 'node:fs'
import { sourceFile } from '../text/data-file.js'

export function styleFile(...parts: readonly string[]): string {
  const css = readFileSync(sourceFile(...parts), 'utf8').replace(/^\/\*[\s\S]*?\*\/\n/u, '')
  if (/<\/style/iu.test(css)) throw new Error(`${parts.join('/')} would end its own element`)
  return css
}
