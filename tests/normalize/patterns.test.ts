/** The patterns of data/pages/ cannot run away: the linter looks at them as at those in the code. */
import { Linter } from 'eslint'
import regexp from 'eslint-plugin-regexp'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listFile } from '../../src/english/word-lists.js'

const names = readdirSync(path.resolve(import.meta.dirname, '../../data/pages'))
const linter = new Linter()

test.each(names)('%s is linear', (name) => {
  const { sections, lines } = listFile(`pages/${name}`)
  // As the code reads them: from the start of the line, but for those that may stand within one.
  const code = sections
    .flatMap((section) => lines(section).map((line) => (section.endsWith(' within') ? line : `^(?:${line})`)))
    .map((pattern) => `new RegExp(${JSON.stringify(pattern)}, 'u')`)
    .join('\n')
  const told = linter.verify(code, {
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
    },
  })
  expect(told.map(({ line, message }) => `${line}: ${message}`)).toEqual([])
})
