/** How many independent texts tell a column: groups and shared passages count once. */
import { expect, test } from 'vitest'
import { independentTexts } from '../../src/align/columns.js'

const told = (...articles: string[]) => articles.map((id) => [id, [{ start: 10, end: 20 }]] as const)
const apart = { groups: [['a'], ['b'], ['c'], ['d']], shared: [] }

test('each article by itself is a text', () => {
  expect(independentTexts([], apart)).toBe(0)
  expect(independentTexts(told('a', 'b', 'c'), apart)).toBe(3)
})

test('articles of one group are one text, wherever they tell it', () => {
  const grouped = { groups: [['a', 'c', 'd'], ['b']], shared: [] }
  expect(independentTexts(told('a', 'b', 'c'), grouped)).toBe(2)
  expect(independentTexts(told('c', 'd'), grouped)).toBe(1)
})

test('a passage shared word for word is one text, and joins the groups of those that print it', () => {
  const shared = [
    {
      spans: [
        { article: 'b', start: 0, end: 50 },
        { article: 'c', start: 5, end: 55 },
      ],
    },
  ]
  expect(independentTexts(told('a', 'b', 'c'), { ...apart, shared })).toBe(2)
  expect(independentTexts(told('a', 'b', 'c'), { groups: [['a', 'b'], ['c'], ['d']], shared })).toBe(1)
})

test('a telling outside the shared passage stays one of its own', () => {
  const shared = [
    {
      spans: [
        { article: 'a', start: 40, end: 90 },
        { article: 'b', start: 0, end: 50 },
      ],
    },
  ]
  expect(independentTexts(told('a', 'b'), { ...apart, shared })).toBe(2)
})
