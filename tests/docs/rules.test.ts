/** The table of cleaning rules is that of the rule files: `npm run docs:refresh`. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/event.js'
import { ruleDocument, ruleEntries, withRuleTable } from '../support/rule-table.js'

test('docs/normalize.md shows the rules as they are', () => {
  const text = readFileSync(path.join(root, ruleDocument), 'utf8')
  expect(withRuleTable(text)).toBe(text)
})

test.each(ruleEntries().map((entry) => [entry.id, entry] as const))(
  '%s says why, and has a golden page',
  (_id, entry) => {
    expect(entry.what).not.toBe('')
    expect(entry.reason).not.toBe('')
    expect(entry.page).not.toBe('')
  },
)
