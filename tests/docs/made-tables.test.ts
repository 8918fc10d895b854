/** Tables of the documents are those the program goes by: `npm run docs:refresh`. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/event.js'
import { madeDocuments, withMadeTables } from '../support/made-tables.js'
import { ruleEntries } from '../support/rule-table.js'

test.each(madeDocuments)('%s shows its tables as they are', (name) => {
  const text = readFileSync(path.join(root, name), 'utf8')
  expect(withMadeTables(name, text)).toBe(text)
})

test.each(ruleEntries().map((entry) => [entry.id, entry] as const))(
  '%s says why, and has a golden page',
  (_id, { cells }) => {
    for (const cell of cells) expect(cell.replaceAll('`', '')).not.toBe('')
  },
)
