/** The summary in the terminal, as printed. */
import { describe, expect, it, test } from 'vitest'
import { mayColour } from '../../src/cli/terminal.js'
import { labelArticles } from '../../src/print/labels.js'
import { actorRows, aloneRows, claimRows, factRows, findingRow, quoteRows } from '../../src/print/rows.js'
import { renderTerminal } from '../../src/print/terminal.js'
import { columns, wrap } from '../../src/print/wrap.js'
import { compareSample, samples } from '../support/event.js'
import { ferryReport, fronted } from '../report/fixture.js'
import { hostile, hostileReport } from '../report/hostile.js'
import { manyReport } from '../report/many.js'

const plain = { width: 80, colour: false, folder: 'strike-at-halden-sound/' }

describe('renderTerminal', () => {
  it('prints what happened, the reports by letter, and where they part, a line a difference', () => {
    expect(renderTerminal(ferryReport, plain)).toMatchInlineSnapshot(`
      "Strike at Halden Sound
      5 reports, 1 of them could not be read, 3 independent texts, published 13 May
      2031, 09:30 to 14:00 (UTC+02:00); no date or time given in D
      A Varrick Courier · B Morning Post of the Sound · C Tide Radio · D Inland Review
      (read in part) · E Coast Television (could not be read)

      What happened, as B puts it: Sailings stopped at Halden Sound

      Main differences (4 of 5)
      contradiction  A ferry burned at the pier in the night: A ferry burned A · No
                     fire C · does not say B · cannot tell D E
      number         How many passengers were stranded? 4,000 A B · 2,500 C · cannot
                     tell D E
      quotation      Mara Holt: “We will return to the table, but not under threat of
                     a strike” A · “We will return to the table” C · does not say B ·
                     cannot tell D E
      left out       The operator said 4,000 passengers were stranded: says this A ·
                     in other words B C · does not say D · cannot tell E

      ! https://coast.example/strike could not be fetched: the server answered 503.
        Save the page and give the file.
      1 more, with passages: --full
      Report: strike-at-halden-sound/
      "
    `)
  })

  it('is at most 40 lines of 80 columns for six reports, and says what is left', async () => {
    for (const sample of samples) {
      const printed = renderTerminal(await compareSample(sample), plain)
      const lines = printed.trimEnd().split('\n')
      expect(lines.length, sample).toBeLessThanOrEqual(40)
      expect(printed).toMatch(/\d+ more, with passages: --full/)
    }
  })

  it('tries few of the ways to lay out two hundred answers', () => {
    const [finding] = ferryReport.findings
    const [article] = ferryReport.articles
    if (!finding || !article) throw new Error('fixture changed')
    const ids = Array.from({ length: 200 }, (_, at) => `a${at}`)
    const position = { texts: 1, source: null, voice: 'own', certainty: 'plain' } as const
    const positions = ids.map((id, at) => ({
      ...position,
      value: `Headline ${at} of the port`,
      articles: [id],
    }))
    const report = {
      ...ferryReport,
      articles: ids.map((id) => ({ ...article, id, source: `${id}.txt` })),
      findings: [{ ...finding, kind: 'headline-focus' as const, articles: ids, detail: { positions } }],
    }
    const text = renderTerminal(fronted(report), plain)
    expect(text).toContain('Headline 0 of the port')
    expect(text).toMatch(/\d+ more/)
  })

  it('cuts a quotation so that the words that differ stand', () => {
    const before = 'We have waited here for weeks and for months and '.repeat(4)
    const findings = ferryReport.findings.map((finding) => ({
      ...finding,
      answers: finding.answers?.map((answer) =>
        answer.quoted
          ? {
              ...answer,
              text: before + answer.text,
              differs: answer.differs?.map(({ start, end }) => ({
                start: start + before.length,
                end: end + before.length,
              })),
            }
          : answer,
      ),
    }))
    const narrow = renderTerminal({ ...ferryReport, findings }, { width: 24, colour: false })
    expect(narrow.replace(/\s+/gu, ' ')).toMatch(/“… [^“”]*table, but not under/u)
  })

  it('loses no side of a difference where there is little room', () => {
    for (const width of [24, 40]) {
      const narrow = renderTerminal(ferryReport, { width, colour: false }).replace(/\s+/gu, ' ')
      expect(narrow).toContain('4,000 A B · 2,500 C · cannot tell D E')
    }
  })

  it('draws letters that follow each other together', () => {
    expect(renderTerminal(manyReport(20), plain)).toMatch(/one day A-T/)
  })

  it('has colours only when asked, and the same words with them', () => {
    for (const full of [false, true]) {
      const coloured = renderTerminal(ferryReport, { ...plain, full, colour: true })
      expect(coloured).toContain('\u001b[31m')
      expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderTerminal(ferryReport, { ...plain, full }))
    }
  })

  it('says nothing about a folder when none was written', () => {
    expect(renderTerminal(ferryReport, { width: 80, colour: false })).not.toMatch(/^Report/m)
  })
})

describe('the full summary', () => {
  const full = renderTerminal(ferryReport, { ...plain, full: true })

  it('opens with where they part, what all tell, and the passages with how sure', () => {
    expect(full.split('\n').slice(0, 41).join('\n')).toMatchInlineSnapshot(`
      "Strike at Halden Sound
      What happened, as B puts it: Sailings stopped at Halden Sound
      5 reports, 1 of them could not be read, 3 independent texts, published 13 May
      2031, 09:30 to 14:00 (UTC+02:00); no date or time given in D.
      A Varrick Courier · B Morning Post of the Sound · C Tide Radio · D Inland Review
      · E Coast Television

      Main differences (4 of 5)
        * contradiction: Which is it? A ferry burned at the pier in the night: A ferry
          burned (A); No fire (C); does not say (B); cannot tell (D, E)
        * number: How many passengers were stranded? 4,000 (A, B); 2,500 (C); cannot
          tell (D, E)
        * quotation: How is Mara Holt quoted? “We will return to the table, but not
          under threat of a strike” (A); “We will return to the table” (C); does not
          say (B); cannot tell (D, E)
        * left out: Which reports say this? The operator said 4,000 passengers were
          stranded: says this (A); in other words (B, C); does not say (D); cannot
          tell (E); certainty: medium

      What all reports say
      All 3 independent texts say:
        - Halden Sound stopped all sailings on Tuesday

      The passages (4)
        * Reports differ: whether it is so: Which is it? “A ferry burned at the pier
          in the night”: “a ferry burned” (Varrick Courier); “no fire” (Tide Radio).
          Does not say: Morning Post of the Sound. Cannot tell: Coast Television and
          Inland Review.
          Certainty: high; how often differences of this kind are right was not
            tested. Reason: both credit the harbour office. f-9f0f068607e8
          A: attributed to the harbour office
          C: attributed to the harbour office
          A Varrick Courier (says this, characters 401 to 440): “A ferry burned at
            the pier in the night”
          C Tide Radio (says it is not so, characters 189 to 218): “There was no
            fire at the pier”
          B Morning Post of the Sound (does not say, closest passage found, says
            something else, characters 155 to 201): “the terminal at Varrick stood
            empty until noon”
          D Inland Review cannot tell: the text breaks off
          E Coast Television cannot tell: the source could not be read"
    `)
  })

  it('has every row of the page, and all that one report alone tells', () => {
    const labels = labelArticles(ferryReport)
    const flat = full.replace(/\s+/g, ' ')
    const rows = [
      ...ferryReport.findings.map((finding) => findingRow(ferryReport, labels, finding)),
      ...[claimRows, quoteRows, factRows, actorRows].flatMap((rowsOf) => rowsOf(ferryReport, labels)),
      ...aloneRows(labels, [...ferryReport.claims, ...ferryReport.quotes]),
    ]
    expect(rows.length).toBeGreaterThan(10)
    for (const { label } of rows) expect(flat).toContain(label.replace(/\s+/g, ' '))
  })
})

test.each([
  [{ isTTY: true }, {}, true],
  [{}, {}, false],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
])('colour for %j with %j: %s', (stream, environment, expected) => {
  expect(mayColour(stream, environment)).toBe(expected)
})

const cases = hostile.flatMap((words) => [24, 80].map((width) => [words.slice(0, 40), width, words] as const))

test.each(cases)('hostile text is inert and stays in its columns: %j in %i', (_name, width, words) => {
  const report = hostileReport(words)
  const printed = [false, true]
    .map((full) => renderTerminal(report, { width, colour: false, folder: words, full }))
    .join('')
  expect(printed).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
  )
  for (const line of printed.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width)
})

describe('wrap', () => {
  test.each([
    ['one two three', 8, '', '', 'one two\nthree'],
    ['one two three', 10, '    ', '  * ', '  * one\n    two\n    three'],
    ['aaaaaaaaaaaa b', 5, '', '', 'aaaaa\naaaaa\naa b'],
    ['漢字漢字', 4, '', '', '漢字\n漢字'],
    ['', 10, '', '', ''],
  ])('%j in %i columns', (text, width, indent, first, expected) => {
    expect(wrap(text, width, indent, first)).toBe(expected)
  })
})
