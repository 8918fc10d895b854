/**
 * The page's one script, as `npm run build` bundles it from `src/print/client`.
 *
 * In: nothing. Out: JavaScript to be inlined as it is; its hash is what the page's policy names. Never: text of a report.
 */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../text/data-file.js'

let read: string | undefined

export function clientScript(): string {
  read ??= load()
  return read
}

function load(): string {
  const file = packageFile('dist', 'src', 'print', 'report-client.js')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Error(`${file} is missing: run \`npm run build\`.`, { cause })
  }
  if (/<\/script|<!--/i.test(text)) throw new Error('the script of the page would end its own element')
  return text
}
