/** The figures of `npm run eval`, worked out by hand on small cases. */
import { describe, expect, it } from 'vitest'
import type { InspectedArticle, Report } from './metrics.js'
import { f1, lastName, pearson, pointsAt } from './metrics.js'
import { scoreArticle } from './packs/attribution.js'
import { scoreTopic } from './packs/ecbplus.js'
import { scorePage } from './packs/extraction.js'
import { countsOf } from './packs/naming.js'
import { seeded, spreadOf } from './result.js'

it('f1', () => {
  expect(f1(0.5, 1)).toBeCloseTo(2 / 3)
  expect(f1(0, 0)).toBe(0)
})

describe('extraction: word 4-grams', () => {
  it.each([
    ['a b c d e', 'a b c d e', 1, 1],
    // abcd, bcde wanted; abcd, bcdx given
    ['a b c d e', 'a b c d x', 1 / 2, 1 / 2],
    // abcd wanted; abcd, bcde, cdef given
    ['a b c d', 'a b c d e f', 1 / 3, 1],
    ['a b c d', '', 0, 0],
    // fewer than four words: the whole is one gram
    ['a b', 'a, b.', 1, 1],
  ])('%j found as %j', (gold, found, precision, recall) => {
    expect(scorePage(gold, found)).toEqual({ precision, recall })
  })
})

describe('attribution', () => {
  //            0         1         2         3         4
  //            0123456789012345678901234567890123456789012345
  const text = '“We will pay in full,” said Ann Lee. It rained.'
  const gold = {
    id: 'x',
    text,
    attributions: [{ content: [[0, 22]], cue: [[23, 27]], source: [[28, 35]] }] as const,
  }
  const found = (...quotes: readonly object[]) => ({ text, quotes }) as unknown as InspectedArticle
  const span = (start: number, end: number) => [{ start, end }]
  const quote = { doc: 'x', quote: [0, 22] as const, words: 5, attribution: 'A', source: [[28, 35]] as const }

  it('punctuation at the edges does not count for the exact measure', () => {
    const counts = scoreArticle(
      gold,
      [quote],
      found({ content: span(1, 20), cue: span(23, 27), source: span(28, 35) }),
    )
    expect(counts).toMatchObject({
      exact: 1,
      predicted: 1,
      gold: 1,
      sourceExact: 1,
      cueOverlap: 1,
      directSource: 1,
    })
  })

  it('characters are counted without blanks', () => {
    const counts = scoreArticle(gold, [], found({ content: span(0, 3), cue: [], source: [] }))
    expect(counts).toMatchObject({ goldChars: 18, predictedChars: 3, bothChars: 3, exact: 0, matched: 0 })
  })

  it('a prediction that covers less than half of a quotation is no find', () => {
    const counts = scoreArticle(gold, [quote], found({ content: span(0, 10), cue: [], source: span(28, 35) }))
    expect(counts).toMatchObject({ direct: 1, directFound: 0, directSource: 0 })
  })

  it('another text gives no predictions and says so', () => {
    const other = { text: 'x', quotes: [] } as unknown as InspectedArticle
    expect(scoreArticle(gold, [quote], other)).toMatchObject({
      textChanged: 1,
      predicted: 0,
      gold: 1,
      direct: 1,
    })
  })

  it('nested ones and those over discarded text are left out', () => {
    const counts = scoreArticle(
      { ...gold, discard: [[36, 47]] },
      [],
      found(
        { content: span(0, 22), cue: [], source: [], parent: 'q1' },
        { content: span(37, 46), cue: [], source: [] },
      ),
    )
    expect(counts.predicted).toBe(0)
  })
})

describe('alignment on ECB+', () => {
  const doc = (id: string) => ({
    id,
    topic: 't',
    sentences: [
      { n: 0, text: 'Ten died.', validated: true },
      { n: 1, text: 'It rained.', validated: true },
      { n: 2, text: 'Not looked at.', validated: false },
    ],
  })
  const column = (...mentions: readonly (readonly [article: string, start: number, end: number])[]) => ({
    cells: Object.fromEntries(
      mentions.map(([article, start, end]) => [
        article,
        { state: 'present', mentions: [{ start, end, spans: [] }] },
      ]),
    ),
  })
  const report = (...claims: readonly object[]) =>
    ({ articles: [{ id: 'A' }, { id: 'B' }], claims }) as unknown as Report
  const pairs = [
    { topic: 't', a: ['a', 0], b: ['b', 0], shared: 2 },
    { topic: 't', a: ['b', 1], b: ['a', 1], shared: 1 },
  ] as const

  it.each([
    [
      'both sentences found',
      [column(['A', 0, 9], ['B', 0, 9]), column(['A', 11, 21], ['B', 11, 21])],
      2,
      [1, 2],
    ],
    ['a wrong pair', [column(['A', 0, 9], ['B', 11, 21])], 1, [0, 0]],
    ['an unvalidated sentence does not count', [column(['A', 0, 9], ['B', 23, 37])], 0, [0, 0]],
    ['a touch of 0.3 or less does not count', [column(['A', 0, 9], ['B', 7, 20])], 1, [0, 0]],
    ['one article alone is no pair', [column(['A', 0, 9])], 0, [0, 0]],
  ] as const)('%s', (_what, claims, found, hit) => {
    const counts = scoreTopic([doc('a'), doc('b')], pairs, report(...claims))
    expect(counts).toMatchObject({ found, hit, gold: [1, 2] })
  })

  it('a mention in two columns counts in the first', () => {
    const counts = scoreTopic(
      [doc('a'), doc('b')],
      pairs,
      report(column(['A', 0, 9]), column(['A', 0, 9], ['B', 0, 9])),
    )
    expect(counts).toMatchObject({ found: 0, twice: 1 })
  })
})

it('pointsAt: enough of the shorter one, and not much longer than the gold', () => {
  expect(pointsAt({ start: 0, end: 100 }, { start: 60, end: 160 })).toBe(true)
  expect(pointsAt({ start: 0, end: 100 }, { start: 70, end: 170 })).toBe(false)
  expect(pointsAt({ start: 0, end: 400 }, { start: 0, end: 50 })).toBe(false)
  expect(pointsAt({ start: 0, end: 400, spans: [{ start: 0, end: 50 }] }, { start: 0, end: 50 })).toBe(true)
})

it.each([
  ['Prime Minister Ann O’Neil-Lee', 'oneil-lee'],
  [{ name: 'Ann Lee.' }, 'lee'],
  [null, ''],
])('lastName %j', (speaker, last) => {
  expect(lastName(speaker)).toBe(last)
})

it('pearson', () => {
  expect(
    pearson([
      [1, 2],
      [2, 4],
      [3, 6],
    ]),
  ).toBeCloseTo(1)
  expect(
    pearson([
      [1, 3],
      [2, 2],
      [3, 1],
    ]),
  ).toBeCloseTo(-1)
  expect(
    pearson([
      [1, 1],
      [1, 2],
    ]),
  ).toBe(0)
})

describe('the bootstrap', () => {
  it('is the same each time, and near the standard error of a mean', () => {
    const random = seeded(1)
    const units = Array.from({ length: 400 }, () => random())
    const mean = (some: readonly number[]) => ({
      mean: some.reduce((sum, unit) => sum + unit, 0) / some.length,
    })
    const first = spreadOf(units, mean)['mean']
    expect(first).toEqual(spreadOf(units, mean)['mean'])
    // sqrt(1 / 12 / 400) = 0.0144
    expect(first?.spread).toBeGreaterThan(0.012)
    expect(first?.spread).toBeLessThan(0.017)
  })
})

describe('naming: coded mentions and actors', () => {
  it.each([
    ['each concept has its actor', ['A 0', 'A 0', 'B 1'], { mentions: 3, held: 3, right: 3, pure: 3 }],
    ['one that is held by none', ['A 0', 'A -'], { mentions: 2, held: 1, right: 1, pure: 1 }],
    // The second actor of A is pure, and not A's own.
    ['a concept in two actors', ['A 0', 'A 0', 'A 1'], { mentions: 3, held: 3, right: 2, pure: 3 }],
    ['two concepts in one actor', ['A 0', 'A 0', 'B 0'], { mentions: 3, held: 3, right: 2, pure: 2 }],
  ])('%s', (_what, drawn, counts) => {
    const held = drawn.map((one) => {
      const [concept = '', actor = ''] = one.split(' ')
      return { concept, actor: actor === '-' ? null : Number(actor), isPerson: true }
    })
    expect(countsOf(held)).toEqual(counts)
  })
})
