/** Pure parts of the page: addresses at a passage, marks in a text, notes in the margin, credits as printed, pictures. */
import { describe, expect, it, test } from 'vitest'
import { merged, readReview } from '../../src/print/client/review/exchange.js'
import { openingOf } from '../../src/print/headlines.js'
import { labelArticles } from '../../src/print/labels.js'
import { ledger, versionsOf } from '../../src/print/ledger.js'
import { marginOf, segments, type MarginNote } from '../../src/print/margin.js'
import { namingRows } from '../../src/print/naming.js'
import { drawStrip, markRadius, things } from '../../src/print/pictures/prominence.js'
import { drawTimeline, sharedCopies } from '../../src/print/pictures/timeline.js'
import { drawSpeakers, speakerRows } from '../../src/print/pictures/voices.js'
import { synopsisRows } from '../../src/print/synopsis.js'
import { passageAddress } from '../../src/print/text-fragment.js'
import type { Report } from '../../src/model/report.js'
import { columnsOf } from '../../src/print/report-profiles.js'
import { largeReport } from '../report/many.js'
import { articles, ferryReport, fronted, makeArticle } from '../report/fixture.js'
import { manyReport } from '../report/many.js'

const labels = labelArticles(ferryReport)
const allFindings = new Set(ferryReport.findings.map(({ id }) => id))

test.each([
  ['https://a.example/x', 'no sailings', 'https://a.example/x#:~:text=no%20sailings'],
  ['https://a.example/x#part', 'well-known, said', 'https://a.example/x#part:~:text=well%2Dknown%2C%20said'],
  [
    'https://a.example/x',
    '“one two three four five six seven eight nine ten eleven twelve”',
    'https://a.example/x#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve',
  ],
  ['https://a.example/x', '', 'https://a.example/x'],
  ['https://a.example/x', 'w'.repeat(100), 'https://a.example/x'],
  ['javascript:alert(1)', 'words', null],
  [null, 'words', null],
])('%s at “%s” is %s', (url, words, address) => {
  expect(passageAddress(url, [words])).toBe(address)
})

test.each([
  [['four parts', 'was redrafted once Kyiv objected'], 'text=was%20redrafted%20once%20Kyiv%20objected'],
  [
    ['“We found no way,', 'talks will go on from here.”'],
    'text=talks%20will%20go%20on%20from%20here.&text=We%20found%20no%20way%2C',
  ],
  [['… a compromise … and talks … […] withheld'], 'text=a%20compromise%20%E2%80%A6%20and%20talks'],
  [['that there was “some progress”'], 'text=that%20there%20was%20%E2%80%9Csome%20progress'],
  [['…', '“ ”'], ''],
])('pieces %j are looked for as %s, none joined to another', (pieces, fragment) => {
  const address = passageAddress('https://a.example/x', pieces)
  expect(address).toBe(`https://a.example/x${fragment === '' ? '' : `#:~:${fragment}`}`)
})

describe('marks in a sentence', () => {
  const note = (kind: MarginNote['kind'], start: number, end: number): MarginNote => ({
    kind,
    span: { start, end },
    words: '',
    about: '',
    elsewhere: [],
  })
  it('are cut where notes begin and end; a finding outranks what stands alone', () => {
    const drawn = segments({ start: 0, end: 10 }, [
      note('alone', 2, 8),
      note('differs', 5, 20),
      note('shared', 0, 10),
    ])
    expect(drawn.map(({ start, end, kind }) => `${start}-${end} ${kind ?? ''}`)).toEqual([
      '0-2 shared',
      '2-5 alone',
      '5-8 differs',
      '8-10 differs',
    ])
  })
})

test('the margin tells who else tells it, with the place there, and what stands here alone', () => {
  const notes = marginOf(ferryReport, labels, allFindings).get(articles.courier.id) ?? []
  const said = notes.map(({ words, elsewhere }) =>
    `${words} ${elsewhere.map(({ label }) => label.letter).join('')}`.trim(),
  )
  expect(said).toEqual(
    expect.arrayContaining([
      'in 4 of 5, 3 texts BCD',
      'quotation in 2 of 5 C',
      'quotation cut elsewhere',
      'Reports differ: whether it is so',
      'in this report alone',
    ]),
  )
})

test('a quotation is credited with the words around it', () => {
  const { shared } = ledger(ferryReport)
  const [entry] = shared
  const cell = entry?.column.cells[articles.courier.id]
  if (!entry || !cell) throw new Error('fixture changed')
  expect(entry.weighty).toBe(true)
  expect(versionsOf(articles.courier, cell)[0]?.credit).toBe('… said its director, Mara Holt.')
})

test('a mention inside another of the same report is printed with it, and one of two alike once', () => {
  const cell = ledger(ferryReport).shared[0]?.column.cells[articles.courier.id]
  if (cell?.state !== 'present') throw new Error('fixture changed')
  const [mention] = cell.mentions
  if (!mention) throw new Error('fixture changed')
  const { start, end } = mention
  const inner = {
    ...mention,
    ref: 'inner',
    start: start + 1,
    end: end - 1,
    spans: [{ start: start + 1, end: end - 1 }],
  }
  const twin = { ...mention, ref: 'twin' }
  const refs = (...mentions: (typeof mention)[]): string[] =>
    versionsOf(articles.courier, { ...cell, mentions }).map((version) => version.mention.ref)
  expect(refs(inner, mention)).toEqual([mention.ref])
  expect(refs(mention, twin)).toEqual([mention.ref])
})

test('a lead is the first paragraph of some words; where all are short, the first', () => {
  const leadOf = (...paragraphs: string[]): string => {
    const article = makeArticle({ outlet: 'Tide', blocks: ['Strike', ...paragraphs] })
    const { lead } = openingOf(article)
    return lead === null ? '' : article.text.slice(lead.start, lead.end)
  }
  expect(leadOf('World', 'The ferry line stopped all sailings.')).toBe('The ferry line stopped all sailings.')
  expect(leadOf('No ferries.', 'None at all.')).toBe('No ferries.')
  expect(leadOf()).toBe('')
})

test('names are taken from findings on names alone, not from verbs of saying', () => {
  const [finding] = ferryReport.findings
  if (!finding) throw new Error('fixture changed')
  const labelled = (kind: 'naming' | 'attribution-verb') => ({
    ...finding,
    kind,
    detail: { referent: kind, labels: { [articles.courier.id]: ['said'] } },
  })
  const rows = namingRows({ ...ferryReport, findings: [labelled('attribution-verb'), labelled('naming')] })
  expect(rows.map(({ referent }) => referent)).toEqual(['naming'])
})

test('rows of the claims stand with the differing ones first, and tell what can be asked for', () => {
  const rows = synopsisRows(ferryReport)
  expect(rows.map(({ column, chips }) => `${column.id.slice(3, 8)} ${chips.join(' ')}`)).toEqual([
    'stran differs unknown',
    'fire0 differs missing unknown',
    'saili unknown',
  ])
})

test('a row that every report tells in one sense is told alike by all', () => {
  const [column] = ferryReport.claims
  if (!column) throw new Error('fixture changed')
  const present = Object.values(column.cells).find(({ state }) => state === 'present')
  if (!present) throw new Error('fixture changed')
  const cells = Object.fromEntries(Object.keys(column.cells).map((id) => [id, present]))
  const [row] = synopsisRows(fronted({ ...ferryReport, claims: [{ ...column, cells }], findings: [] }))
  expect(row).toMatchObject({ chips: [], alike: true })
})

test('at twelve reports and more those that tell alike stand together', () => {
  expect(columnsOf(ferryReport, labels).profiles).toEqual([])
  const report = largeReport()
  const { columns, profiles } = columnsOf(report, labelArticles(report))
  expect(columns).toHaveLength(20)
  expect(profiles.map(({ name }) => name)).toEqual([
    '5 reports alike',
    '5 reports alike',
    '4 reports alike',
    '4 reports alike',
    '2 reports apart',
  ])
})

describe('pictures', () => {
  it('place each report where it tells a thing, a headline first, and never two marks on each other', () => {
    for (const report of [ferryReport, largeReport()])
      for (const layout of ['wide', 'narrow'] as const) {
        const all = labelArticles(report).all
        const list = things(synopsisRows(report), all)
        expect(list.length).toBeGreaterThan(0)
        for (const thing of list) {
          const { marks, left, right, height } = drawStrip(thing, layout)
          const told = thing.places.filter(({ start }) => start !== null)
          expect(marks.map(({ letter }) => letter).sort()).toEqual(told.map(({ letter }) => letter).sort())
          for (const [n, mark] of marks.entries()) {
            const { start } = told.find(({ letter }) => letter === mark.letter) ?? {}
            expect((mark.x - left) / (right - left)).toBeCloseTo(start ?? NaN, 2)
            expect(mark.y).toBeGreaterThan(0)
            expect(mark.y).toBeLessThan(height)
            for (const other of marks.slice(n + 1))
              expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(2 * markRadius)
          }
        }
      }
  })

  it('join reports that share passages, and keep the undated in the list', () => {
    expect(sharedCopies(ferryReport, labels.all)).toEqual([
      { letters: ['A', 'B'], passages: 1, length: 107, oneText: true },
    ])
    const { rows } = drawTimeline(ferryReport, labels.all, 'wide')
    expect(rows.map(({ label, x }) => `${label.letter}${x === null ? ' undated' : ''}`)).toEqual([
      'A',
      'B',
      'C',
      'D undated',
      'E undated',
    ])
  })

  it('count one person under a surname alone and a full name, and no two people', () => {
    const rows = (...said: readonly (readonly [name: string, kind: 'person' | 'organisation'])[]) => {
      const report: Report = {
        ...ferryReport,
        articles: ferryReport.articles.map((article, index) => {
          const [name, kind] = said[index] ?? ['', 'person']
          return { ...article, entities: name === '' ? [] : [{ id: 'e1', kind, name, mentions: [] }] }
        }),
      }
      const profiles = report.articles.flatMap(({ id }, index) => {
        const [profile] = ferryReport.profiles
        const name = said[index]?.[0]
        if (!profile || name === undefined) return []
        return [{ ...profile, article: id, speakers: [{ name, quotes: 1, words: 5, cues: [] }] }]
      })
      return speakerRows(profiles, labelArticles(report).all).map(({ name, total }) => [name, total])
    }
    expect(rows(['Holt', 'person'], ['Mara Holt', 'person'])).toEqual([['Mara Holt', 10]])
    expect(rows(['Holt', 'person'], ['Mara Holt', 'person'], ['Jon Holt', 'person'])).toHaveLength(3)
    expect(rows(['Union', 'organisation'], ['European Union', 'organisation'])).toHaveLength(2)
  })

  it.each([
    [5, 'wide'],
    [5, 'narrow'],
    [20, 'wide'],
    [20, 'narrow'],
  ] as const)('of %i reports, %s: no dot covers the figure beside another', (size, layout) => {
    const many = labelArticles(manyReport(size)).all
    const rows = [{ name: 'Mara Holt', words: many.map(() => 999), total: 999 * size }]
    const [row] = drawSpeakers(rows, many, layout).rows
    const figure = 3 + 3 * 7
    row?.dots.slice(1).forEach(({ x, r }, index) => {
      const before = row.dots[index]
      if (before) expect(before.x + before.r + figure).toBeLessThanOrEqual(x - r)
    })
    expect(row?.dots).toHaveLength(size)
  })

  it('name days alone where the marks of the scale are days', () => {
    const at = (times: readonly string[]): Report => ({
      ...ferryReport,
      articles: ferryReport.articles.map((article, index) => ({
        ...article,
        publishedAt: times[index % times.length] ?? null,
      })),
    })
    const clocks = (times: readonly string[]): readonly string[] => {
      const report = at(times)
      return drawTimeline(report, labelArticles(report).all, 'wide').ticks.map(({ words }) => words[1] ?? '')
    }
    expect(new Set(clocks(['2031-03-01T10:00:00Z', '2031-06-01T10:00:00Z']))).toEqual(new Set(['']))
    expect(clocks(['2031-03-01T10:00:00Z', '2031-03-01T14:00:00Z'])).toContain('12:00')
  })

  it('count a speaker once over all reports', () => {
    expect(speakerRows(ferryReport.profiles, labels.all)).toEqual([
      { name: 'Mara Holt', words: [13, 0, 0, 0, 0], total: 13 },
    ])
  })
})

describe('reviews in the page', () => {
  const ruling = (finding: string, at: string, verdict: 'accept' | 'dismiss') => ({
    target: { kind: 'finding' as const, finding },
    verdict,
    correction: '',
    note: '',
    at,
    sentence: '',
  })
  it('keep the newer of two rulings on one finding, in the order of their targets', () => {
    const old = ruling('f-b', '2031-05-13T10:00:00.000Z', 'accept')
    const later = ruling('f-b', '2031-05-14T10:00:00.000Z', 'dismiss')
    const other = ruling('f-a', '2031-05-13T10:00:00.000Z', 'accept')
    expect(merged([later], [old, other])).toEqual([other, later])
  })
  it.each([
    '',
    '[]',
    'null',
    '{"schema":"synoptic/review@1","reviewer":1}',
    '{"schema":"synoptic/review@1","reviewer":"","report":{"title":"","generator":"","sources":[]},"rulings":[{"target":{"kind":"finding","finding":""},"verdict":"accept"}]}',
  ])('refuse %j in words', (text) => {
    expect(readReview(text)).toEqual({ trouble: expect.stringMatching(/\.$/) as string })
  })
})
