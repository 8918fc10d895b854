/** Pure parts of the page: addresses at a passage, marks in a text, notes in the margin, credits as printed. */
import { describe, expect, it, test } from 'vitest'
import { columnCards } from '../../src/print/cards.js'
import { merged, readReview } from '../../src/print/client/rulings.js'
import { openingOf } from '../../src/print/passage.js'
import { labelArticles } from '../../src/print/labels.js'
import { marginOf, segments, type MarginNote } from '../../src/print/margin.js'
import { claimRows, quoteRows } from '../../src/print/rows.js'
import { passageAddress } from '../../src/print/text-fragment.js'
import { articles, ferryReport, fronted, makeArticle } from '../report/fixture.js'

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
      'also in BCD',
      'quotation also in C',
      'quoted shorter in another report',
      'Reports differ: whether it is so',
      'in no other report',
    ]),
  )
})

test('a quotation is credited with the words around it, and a cut that carries sense is said', () => {
  const [row] = quoteRows(ferryReport, labels)
  const card = row?.cards?.().find((one) => one.articles.includes(articles.courier.id))
  expect(row?.note).toBe('A cut may change the meaning.')
  expect(card?.passages[0]?.tags).toContain('attribution: … said its director, Mara Holt.')
})

test('a mention inside another of the same report is printed with it, and one of two alike once', () => {
  const [column] = ferryReport.quotes
  const cell = column?.cells[articles.courier.id]
  if (!column || cell?.state !== 'present') throw new Error('fixture changed')
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
  const spans = (...mentions: (typeof mention)[]) => {
    const cells = { ...column.cells, [articles.courier.id]: { ...cell, mentions } }
    const cards = columnCards(labels, { ...column, cells }, [])
    return cards.find((one) => one.articles.includes(articles.courier.id))?.passages.map((one) => one.spans)
  }
  expect(spans(inner, mention)).toEqual([mention.spans])
  expect(spans(mention, twin)).toEqual([mention.spans])
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

test('rows of the claims stand with the differing ones first, and tell what can be asked for', () => {
  const rows = claimRows(ferryReport, labelArticles(ferryReport))
  expect(
    rows.map(({ id, facets }) => `${id?.slice(3, 8) ?? ''} ${facets['chips']?.join(' ') ?? ''}`),
  ).toEqual(['stran differs unknown', 'fire0 differs missing unknown', 'saili unknown'])
})

test('a row that every report tells in one sense is told alike by all', () => {
  const [column] = ferryReport.claims
  if (!column) throw new Error('fixture changed')
  const [teller, present] = Object.entries(column.cells).find(([, { state }]) => state === 'present') ?? []
  const text = ferryReport.articles.find(({ id }) => id === teller)
  if (!present || !text) throw new Error('fixture changed')
  const cells = Object.fromEntries(Object.keys(column.cells).map((id) => [id, present]))
  const articles = ferryReport.articles.map(({ id }) => ({ ...text, id }))
  const report = fronted({ ...ferryReport, articles, claims: [{ ...column, cells }], findings: [] })
  const [row] = claimRows(report, labelArticles(report))
  expect(row?.facets['chips']).toEqual(['alike'])
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
