/** Small pieces of the views: names, times, passages, sureness, blocks. */
import { describe, expect, it, test } from 'vitest'
import type { Finding } from '../../src/model/comparison.js'
import { blockOf, noneInFront, sortedOf } from '../../src/print/blocks.js'
import { evidenceGroups, cellNotes } from '../../src/print/cards.js'
import { labelArticles } from '../../src/print/labels.js'
import { passage } from '../../src/print/passage.js'
import { commonZone, inZone, readableTime } from '../../src/print/values.js'
import { troublesOf } from '../../src/print/extent.js'
import { editText, sureness, reasonText } from '../../src/print/words.js'
import { articles, ferryReport, findings, makeArticle } from '../report/fixture.js'

const [fire] = findings
if (!fire) throw new Error('fixture changed')

test.each([
  ['2031-05-13T09:30:00+02:00', '13 May 2031, 09:30 (UTC+02:00)'],
  ['2031-05-13T09:30Z', '13 May 2031, 09:30 (UTC)'],
  ['2031-05-13', '13 May 2031'],
  ['2031-13-13', '2031-13-13'],
  ['last Tuesday', 'last Tuesday'],
])('time %s is read as %s', (time, words) => {
  expect(readableTime(time)).toBe(words)
})

test.each([
  ['2031-05-13T06:30:00-05:00', 0, '2031-05-13T11:30Z'],
  ['2031-05-13T23:15:00Z', 120, '2031-05-14T01:15+02:00'],
  ['2031-05-13T23:15:00Z', -330, '2031-05-13T17:45-05:30'],
  ['2031-05-13T09:30', 60, '2031-05-13T09:30'],
  ['2031-05-13', 60, '2031-05-13'],
  ['last Tuesday', 60, 'last Tuesday'],
  ['2031-05-13T09:30Z', null, '2031-05-13T09:30Z'],
])('time %s on the clock %j minutes east is %s', (time, offset, words) => {
  expect(inZone(time, offset)).toBe(words)
})

test('times of a list stand in the zone that most of them state', () => {
  expect(commonZone(['2031-05-13T09:30+02:00', null, '2031-05-13T09:30Z', '2031-05-13T09:30+02:00'])).toBe(
    120,
  )
  expect(commonZone(['2031-05-13T09:30+02:00', '2031-05-13T09:30Z'])).toBe(0)
  expect(commonZone([null, '2031-05-13', 'soon'])).toBeNull()
})

test('a passage of a claim says what its telling rests on', () => {
  const cells = ferryReport.claims
    .flatMap((column) => Object.values(column.cells))
    .flatMap((cell) => (cell.state === 'present' ? [cell] : []))
  const sourced = cells.filter(({ sourcing }) => sourcing === 'named')
  expect(sourced.map(cellNotes)).toEqual([['source named', 'cautious wording']])
  const own = cells.filter(({ mentions }) => mentions.every(({ voice }) => voice === 'own'))
  expect(own.length).toBeGreaterThan(0)
  for (const cell of own) expect(cellNotes(cell)).not.toContain('no source')
})

test('articles have letters by time of publication, undated ones last, after Z two of them', () => {
  const many = Array.from({ length: 28 }, (_, i) =>
    makeArticle({ outlet: `Outlet ${i}`, blocks: ['A headline'] }),
  )
  const letters = labelArticles({ ...ferryReport, articles: many }).all.map((label) => label.letter)
  expect([letters[0], letters[25], letters[26], letters[27]]).toEqual(['A', 'Z', 'AA', 'AB'])
  expect(labelArticles(ferryReport).letters([articles.tide.id, articles.courier.id])).toBe('A, C')
  const turned = labelArticles({ ...ferryReport, articles: ferryReport.articles.toReversed() })
  expect(turned.of(articles.courier.id)?.letter).toBe('A')
  expect(turned.of(articles.tide.id)?.letter).toBe('C')
})

describe('passage', () => {
  const article = { ...articles.courier, text: '', excerpts: [{ start: 10, end: 15, text: 'abcde' }] }
  test.each([
    [[{ start: 11, end: 14 }], { state: 'text', text: 'bcd' }],
    [[{ start: 8, end: 12 }], { state: 'partial', text: '[…] ab' }],
    [[{ start: 13, end: 20 }], { state: 'partial', text: 'de […]' }],
    [[{ start: 30, end: 40 }], { state: 'withheld' }],
  ])('of excerpts at %j', (spans, expected) => {
    expect(passage(article, spans)).toEqual(expected)
  })
})

describe('sureness', () => {
  test.each([
    ['conflict', 'Certainty: high; how often differences of this kind are right was not tested'],
    [
      'headline-focus',
      'In tests on 24 events that the program had not seen, nearly all differences of this kind were right',
    ],
    [
      'omitted-quote',
      'In tests on 24 events that the program had not seen, about eight in 10 differences of this kind were right',
    ],
  ] as const)('of %s', (kind, words) => {
    expect(sureness({ ...fire, kind })).toBe(words)
  })
})

describe('blocks', () => {
  const graded = (grade: 'differ' | 'may-differ'): Finding => ({ ...fire, detail: { ...fire.detail, grade } })
  it('lists as "cannot all be right" only what cannot', () => {
    expect(blockOf(graded('differ'))).toBe('cannot')
    expect(blockOf(graded('may-differ'))).toBe('told')
  })
  it('loses no finding and keeps the order', () => {
    const { front, notes } = sortedOf(findings)
    expect([...front, ...notes]).toHaveLength(findings.length)
    expect(front.filter((one) => blockOf(one) === 'cannot').map(({ severity }) => severity)).toEqual([
      'contradiction',
      'fact',
    ])
  })
})

test('a reason code without words is still readable', () => {
  expect(reasonText('solar-flare')).toBe('solar flare')
  expect(reasonText('constructor')).toBe('constructor')
})

test('without a comparison no block says that nothing was found', () => {
  const issue = {
    code: 'nothing-comparable',
    severity: 'error',
    stage: 'compare',
    message: 'Nothing to compare.',
  } as const
  const issues = [{ ...issue, source: null, article: null }]
  expect(noneInFront(issues)).toBe('Nothing could be compared.')
  expect(noneInFront([])).not.toContain('Nothing could be compared.')
  expect(troublesOf(issues, labelArticles(ferryReport)).map(({ lead }) => lead)).toEqual(['Not compared'])
})

test('pieces of a passage that hold one another are printed once', () => {
  const piece = (start: number, end: number) => ({
    article: articles.courier.id,
    start,
    end,
    role: 'value' as const,
  })
  const [group] = evidenceGroups([piece(30, 60), piece(10, 20), piece(40, 50)], labelArticles(ferryReport))
  expect(group?.spans).toEqual([
    { start: 10, end: 20 },
    { start: 30, end: 60 },
  ])
})

test.each([
  [
    { marked: false, carries: 'condition' as const },
    '(the change is not marked; takes away a condition (“if”))',
  ],
  [
    { marked: true, elsewhere: true },
    '(the change is marked by dots, brackets or quotation marks; told elsewhere in the same report)',
  ],
])('an edit %j says whether a reader could see it', (more, words) => {
  const edit = {
    type: 'cut-end' as const,
    removed: '“if they ask”',
    marked: false,
    carries: null,
    elsewhere: false,
  }
  expect(editText({ ...edit, ...more })).toBe(`stops before: “if they ask” ${words}`)
  expect(editText({ ...edit, type: 'to-indirect' })).toBe('turned into reported speech: “if they ask”')
})
