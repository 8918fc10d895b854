/**
 * Rewrites what the documents show: `npm run docs:refresh`. In a document, a block after a comment such as `<!-- output:
 * npx synoptic compare samples/x -->` holds what that command prints, word for word. The table of cleaning rules is made
 * from the rule files. The tables of docs/csv.md come from the data dictionary.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { documents, outputsOf, printed, withDictionary, withOutput } from '../tests/support/documents.js'
import { root } from '../tests/support/event.js'
import { ruleDocument, withRuleTable } from '../tests/support/rule-table.js'

for (const name of documents) {
  const file = path.join(root, name)
  let text = await readFile(file, 'utf8')
  for (const { command } of outputsOf(text)) text = withOutput(text, command, await printed(command))
  await writeFile(file, text)
}
const tables = path.join(root, 'docs/csv.md')
await writeFile(tables, withDictionary(await readFile(tables, 'utf8')))

const rules = path.join(root, ruleDocument)
await writeFile(rules, withRuleTable(await readFile(rules, 'utf8')))
