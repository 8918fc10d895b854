/** Words in quotation marks that give a thing its name are marked, and told by nobody. */
import { expect, it } from 'vitest'
import { readParagraphs } from './told.js'

it.each([
  ['The device, dubbed “the kettle”, weighs nine tonnes.', 'term', '“the kettle”'],
  ['The scheme, known as “ghost teaching”, cost two million euros.', 'term', '“ghost teaching”'],
  ['The spot, titled “Harbour,” runs for a minute.', 'title', '“Harbour,”'],
  ['Striker Leo Banda, nicknamed “the Cat”, signed shirts.', 'nickname', '“the Cat”'],
  ['Researchers have a name for such stars: “cannonballs”.', 'term', '“cannonballs”'],
])('%s', (text, kind, words) => {
  const { quotes, marked } = readParagraphs(text)
  expect(quotes).toEqual([])
  expect(marked.map((span) => [span.kind, text.slice(span.start, span.end)])).toEqual([[kind, words]])
})

it('leaves a name to those who use it', () => {
  const text = 'The minister called the plan “a gift to speculators”.'
  expect(readParagraphs(text).marked).toEqual([])
  expect(readParagraphs(text).quotes).toHaveLength(1)
})
