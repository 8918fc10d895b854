/** "Could not compare" is said as an issue and never looks like "no difference". */
import { expect, test } from 'vitest'
import { compareAll, readText } from '../support/event.js'

const strike = `Tram drivers end strike

Tram drivers in the city of Orla ended their strike on Friday after eleven days.

The union accepted a pay rise of 4 percent, its chair Rosa Lindt said.`

const again = `Strike of tram drivers in Orla over

The tram drivers’ strike in Orla is over. It had lasted eleven days.

Rosa Lindt, who chairs the union, said members had accepted a pay rise of 4 percent.`

/** Of another strike: what it has in common with the first is a word here and there. */
const nurses = `Nurses end strike in Varn

Nurses in the town of Varn ended their strike on Monday after three weeks.

The union accepted new rules for night shifts, its chair Tom Ek said.`

const festival = `Pumpkin festival draws record crowd

The annual pumpkin festival in the village of Tarn drew 3,400 visitors.`

const codes = (texts: Record<string, string>): Promise<string[]> =>
  Promise.all(Object.entries(texts).map(([name, text]) => readText(name, text))).then((articles) =>
    compareAll(articles)
      .issues.map(({ code }) => code)
      .filter((code) => ['nothing-comparable', 'unrelated', 'perhaps-unrelated', 'same-text'].includes(code)),
  )

test.each([
  ['two reports of one event', { 'a.txt': strike, 'b.txt': again }, []],
  ['one report', { 'a.txt': strike }, ['nothing-comparable']],
  ['two unrelated reports', { 'a.txt': strike, 'b.txt': festival }, ['nothing-comparable']],
  ['two strikes', { 'a.txt': strike, 'b.txt': nurses }, ['perhaps-unrelated']],
  ['another strike among them', { 'a.txt': strike, 'b.txt': again, 'c.txt': nurses }, ['unrelated']],
  ['a stranger among them', { 'a.txt': strike, 'b.txt': again, 'c.txt': festival }, ['unrelated']],
  ['the same report twice', { 'a.txt': strike, 'b.txt': strike }, ['same-text']],
])('%s', async (_name, texts, expected) => {
  expect(await codes(texts as Record<string, string>)).toEqual(expected)
})
