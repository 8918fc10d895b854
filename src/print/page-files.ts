/** Files that pages hold inline: style sheets beside the code (without the comment at their head), the script that the build bundles. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sourceFile, packageFile } from '../text/data-file.js'
import { kept } from '../text/grouped.js'

export function styleFile(...parts: readonly string[]): string {
  const css = readFileSync(sourceFile(...parts), 'utf8').replace(/^\/\*[\s\S]*?\*\/\n/u, '')
  if (/<\/style/iu.test(css)) throw new Error(`${parts.join('/')} would end its own element`)
  return css
}

/** What a policy calls the text of an element by: the hash covers every byte between the tags. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The script of a report that opens from disk, or of one that a service hands out and that sends it rulings. */
export function clientScript(name: 'report' | 'desk'): string {
  return kept(read, name, () => load(name))
}

const read = new Map<string, string>()

function load(name: string): string {
  const file = packageFile('dist', 'src', 'print', `${name}-client.js`)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`${file} is missing: run \`npm run build\`.`, { cause })
  }
  if (/<\/script|<!--/i.test(text)) throw new Error('the script of the page would end its own element')
  return text
}
