/** Golden pages: `npm run pages:refresh` rewrites what is expected, and the difference is reviewed. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'
import { expectedFile, goldenArticle, phenomena, renderedPage } from './golden.js'
import { textPage } from './pages.js'

test('there are at least 40 phenomena', () => {
  expect(phenomena.length).toBeGreaterThanOrEqual(40)
})

test.each(phenomena)('%s', (phenomenon) => {
  const file = expectedFile(phenomenon)
  expect(existsSync(file), 'no expected.txt: run npm run pages:refresh').toBe(true)
  expect(firstDifference(readFileSync(file, 'utf8'), renderedPage(phenomenon))).toBeNull()
})

test.each(phenomena)('%s: its text read as a text file gives the same text', (phenomenon) => {
  const { text, blocks, headline } = goldenArticle(phenomenon)
  expect(normalize(textPage(text)).text).toBe(text)
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
  if (headline) expect(blocks[0]).toEqual({ kind: 'headline', ...headline })
})

function firstDifference(expected: string, found: string): string | null {
  const [a, b] = [expected.split('\n'), found.split('\n')]
  const at = a.findIndex((line, index) => line !== b[index])
  if (at === -1 && a.length === b.length) return null
  const line = at === -1 ? a.length : at
  return `line ${line + 1}: expected "${a[line] ?? '(end)'}", found "${b[line] ?? '(end)'}"`
}
