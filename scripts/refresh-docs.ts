/**
 * Rewrites what the documents show: `npm run docs:refresh`. In a document, a block after a comment such as `<!-- output:
 * npx synoptic compare samples/x -->` holds what that command prints, word for word. Tables between a pair of comments are
 * made from what the program goes by: tests/support/made-tables.ts lists them.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { documents, outputsOf, printed, withOutput } from '../tests/support/documents.js'
import { root } from '../tests/support/event.js'
import { madeDocuments, withMadeTables } from '../tests/support/made-tables.js'

for (const name of madeDocuments) {
  const file = path.join(root, name)
  await writeFile(file, withMadeTables(name, await readFile(file, 'utf8')))
}
for (const name of documents) {
  const file = path.join(root, name)
  let text = await readFile(file, 'utf8')
  for (const { command } of outputsOf(text)) text = withOutput(text, command, await printed(command))
  await writeFile(file, text)
}
