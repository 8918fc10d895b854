/** "Could not compare" is said as an issue and never looks like "no difference". */
import { expect, test } from 'vitest'
import { renderHtml } from '../../src/print/html/page.js'
import { renderMarkdown } from '../../src/print/markdown.js'
import { memoOf } from '../../src/print/outline.js'
import { renderTerminal } from '../../src/print/terminal.js'
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

const match = `Volk breaks scoring record as Gulls beat Terns

Mira Volk became the leading scorer in the history of the Orla Gulls on Friday, when they beat the Varn Terns 61-48 in the quarterfinal of the Coast League.

Volk scored 19 points and passed the record of 1,204 that Tessa Brandt had held since 1999.

The Gulls led by nine points at the half. Coach Arno Lindt praised the defense of Petra Solberg, who blocked four shots.

They meet the Tarn Herons in the semifinal on Saturday.`

const matchAgain = `Gulls reach semifinal; record for Volk

The Orla Gulls beat the Varn Terns 61-48 on Friday and reached the semifinal of the Coast League, where the Tarn Herons await them on Saturday.

Mira Volk scored 19 points. She passed the scoring record of Tessa Brandt, who had held it since 1999 with 1,204 points.

Petra Solberg blocked four shots, and the coach, Arno Lindt, praised her defense.`

/** Of another day, on the same player. */
const contract = `No move abroad: Volk signs for another year

Mira Volk told reporters on Wednesday that she would not go abroad and had signed a contract for another year.

Two foreign clubs had sent offers since spring, her agent Jon Vik said, and the family had talked about little else at the kitchen table.

Her father drove up from the farm for the signing and brought a basket of plums. The chairman, a dentist, gave no figures.

She passed the scoring record of Tessa Brandt in March.

Season tickets go on sale in August. A new roof for the hall is planned, and the old scoreboard goes to a museum in the valley.`

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
  [
    'another day of the same player',
    { 'a.txt': match, 'b.txt': matchAgain, 'c.txt': contract },
    ['perhaps-unrelated'],
  ],
  ['the same report twice', { 'a.txt': strike, 'b.txt': strike }, ['same-text']],
])('%s', async (_name, texts, expected) => {
  expect(await codes(texts as Record<string, string>)).toEqual(expected)
})

test('a report that seems to be of another event is silent on nothing, tells with nobody and is in no count', async () => {
  const texts = { 'a.txt': match, 'b.txt': matchAgain, 'c.txt': contract }
  const articles = await Promise.all(Object.entries(texts).map(([name, text]) => readText(name, text)))
  const report = compareAll(articles)
  const stranger = articles.find(({ source }) => source.endsWith('c.txt'))?.id ?? ''
  const named = report.findings.flatMap(
    ({ articles: of, answers = [], otherwise = [], silent = [], unknown = [] }) => [
      ...of,
      ...silent,
      ...unknown,
      ...[...answers, ...otherwise].flatMap((one) => one.articles),
    ],
  )
  expect(named.length).toBeGreaterThan(0)
  expect(named).not.toContain(stranger)
  expect(report.agreement?.length).toBeGreaterThan(0)
  const cells = report.claims.map((column) => column.cells[stranger]?.state)
  expect(cells).toContain('present')
  expect(cells).not.toContain('absent')
  const note = 'C may be about another event'
  const terminal = renderTerminal(report, { width: 80, colour: false })
  expect(terminal).toContain('3 reports, 1 of them not compared, none a copy of another')
  for (const printed of [terminal, renderMarkdown(report), renderHtml(report)])
    expect(printed).toContain(note)
  expect(memoOf(report).extent).toContain(note)
})
