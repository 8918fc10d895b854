/**
 * What stands in the three blocks, whatever the lenses find: eight findings at most, one matter once, no more than so
 * many of one sort, gravest first. On generated drafts and on whole events.
 */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Draft } from '../../src/compare/lens.js'
import { fewestInFront, gated, mostOfSort, rank, sortOf } from '../../src/compare/rank.js'
import { mostInFront } from '../../src/model/report.js'
import { FindingKind, FindingSeverity, type Found } from '../../src/model/comparison.js'
import { compareSample, samples } from '../support/event.js'

const draft = fc.record({
  kind: fc.constantFrom(...FindingKind.options),
  severity: fc.constantFrom(...FindingSeverity.options.filter((severity) => severity !== 'note')),
  confidence: fc.constantFrom<number>(0, 0.2, 0.3, 0.9),
  salience: fc.constantFrom<number>(0, 0.5, 1),
  contested: fc.constantFrom<number>(0, 0.25, 0.5),
  matter: fc.nat(60).map(String),
  wanted: fc.constantFrom('first' as const, 'rest' as const),
  front: fc.boolean(),
})
const drafts = fc.array(draft, { maxLength: 150, size: 'max' })

const made = (id: number, one: typeof draft extends fc.Arbitrary<infer T> ? T : never): Draft => ({
  finding: {
    id: `f-${id}`,
    kind: one.kind,
    severity: one.severity,
    articles: ['a'],
    column: null,
    evidence: [{ article: 'a', start: 2 * id, end: 2 * id + 1, role: 'asserts' }],
    confidence: one.confidence,
    salience: one.salience,
    detail: {},
  },
  matter: one.matter,
  contested: one.contested,
  wanted: one.wanted,
  near: true,
  front: one.front,
})

test('a passage that stands in front for one finding is not told twice', () => {
  const of = (id: number, kind: FindingKind, severity: 'quotation' | 'prominence'): Draft => {
    const { finding, ...rest } = made(id, {
      kind,
      severity,
      confidence: 0.9,
      salience: 1,
      contested: 0,
      matter: String(id),
      wanted: 'first',
      front: true,
    })
    return {
      ...rest,
      finding: { ...finding, evidence: [{ article: 'a', start: 0, end: 9, role: 'asserts' }] },
    }
  }
  const frontOf = (...all: readonly Draft[]): readonly string[] => inFront(rank(all)).map(({ kind }) => kind)
  const voice = of(1, 'omitted-quote', 'prominence')
  expect(frontOf(of(0, 'quote-altered', 'quotation'), voice)).toEqual(['quote-altered'])
  expect(frontOf(of(0, 'headline-focus', 'prominence'), voice)).toHaveLength(2)
  expect(frontOf(of(0, 'omitted-theme', 'prominence'), of(2, 'omitted-claim', 'prominence'))).toEqual([
    'omitted-theme',
  ])
})

test('who is named and heard by the same reports stands in front once, with what was said', () => {
  const of = (id: number, kind: FindingKind, referent: string): Draft => {
    const one = { confidence: 0.9, salience: 1, contested: 0, wanted: 'first', front: true } as const
    const { finding, ...rest } = made(id, { ...one, kind, severity: 'prominence', matter: String(id) })
    return { ...rest, finding: { ...finding, detail: { referent } } }
  }
  const ranked = inFront(
    rank([
      of(0, 'omitted-theme', 'Ann Lowe'),
      of(1, 'omitted-quote', 'Lowe'),
      of(2, 'omitted-theme', 'Dorn'),
    ]),
  )
  expect(ranked.map(({ kind, detail }) => [kind, detail.referent])).toEqual([
    ['omitted-quote', 'Lowe'],
    ['omitted-theme', 'Dorn'],
  ])
})

test('what is near fills a front before what is not, and to a greater number', () => {
  const of = (id: number, kind: FindingKind, near: boolean): Draft => {
    const one = { confidence: 0.9, salience: 1, contested: 0, wanted: 'rest', front: true } as const
    return { ...made(id, { ...one, kind, severity: 'prominence', matter: String(id) }), near }
  }
  const kinds: readonly FindingKind[] = [
    'omitted-quote',
    'omitted-theme',
    'only-here',
    'omitted-quote',
    'omitted-claim',
  ]
  const drafts = kinds.map((kind, id) => of(id, kind, id > 1))
  expect(inFront(rank([...drafts, of(5, 'omitted-claim', true)])).map(({ id }) => id)).toEqual([
    'f-4',
    'f-5',
    'f-3',
    'f-2',
  ])
  expect(inFront(rank(drafts.map((one) => ({ ...one, near: false }))))).toHaveLength(fewestInFront.far)
  expect(inFront(rank([1, 2, 6, 7, 8].map((id) => of(id, kinds[id % 5] ?? 'only-here', true))))).toHaveLength(
    5,
  )
})

const inFront = (findings: readonly Found[]): readonly Found[] =>
  findings.filter(({ severity }) => severity !== 'note')

const most = (sort: keyof typeof mostOfSort, front: readonly Found[]): number =>
  front.filter((finding) => sortOf(finding) === sort).length

describe('rank', () => {
  it('puts no more in front than a reader can take, each matter once', () => {
    let full = 0
    fc.assert(
      fc.property(drafts, (ones) => {
        const all = ones.map((one, id) => made(id, one))
        const through = gated(all)
        const ranked = rank(through)
        const front = inFront(ranked)
        expect(ranked.map(({ id }) => id).sort()).toEqual(through.map(({ finding }) => finding.id).sort())
        expect(ranked.slice(0, front.length)).toEqual(front)
        expect(front.length).toBeLessThanOrEqual(mostInFront)
        expect(most('omission', front)).toBeLessThanOrEqual(mostOfSort.omission)
        expect(most('detail', front)).toBeLessThanOrEqual(mostOfSort.detail)
        const ids = new Set(front.map(({ id }) => id))
        const matters = all.filter(({ finding }) => ids.has(finding.id)).map(({ matter }) => matter)
        expect(new Set(matters).size).toBe(matters.length)
        for (const { id, confidence } of front) {
          expect(confidence).toBeGreaterThanOrEqual(0.3)
          expect(all.find(({ finding }) => finding.id === id)?.front).toBe(true)
        }
        const places = front.map(({ severity }) => FindingSeverity.options.indexOf(severity))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        if (front.length === mostInFront) full++
      }),
      { numRuns: 100 },
    )
    expect(full).toBeGreaterThan(0)
  })

  it('does not let confidence decide how high a finding stands', () => {
    fc.assert(
      fc.property(drafts, (ones) => {
        const order = (confidence: number): readonly string[] =>
          rank(ones.map((one, id) => made(id, { ...one, confidence: id % 2 ? confidence : 0.5 }))).map(
            ({ id }) => id,
          )
        expect(order(0.9)).toEqual(order(0.35))
      }),
      { numRuns: 50 },
    )
  })
})

test('what readers want less fills a front that would be short, and no more', () => {
  fc.assert(
    fc.property(drafts, (ones) => {
      const all = ones.map((one, id) => made(id, one))
      const front = inFront(rank(all))
      const fills = front.some(({ id }) => all.find(({ finding }) => finding.id === id)?.wanted === 'rest')
      if (fills) expect(front.length).toBeLessThanOrEqual(fewestInFront.near)
    }),
    { numRuns: 100 },
  )
})

test.each(samples)(
  '%s has at most eight findings in front, one for each utterance and matter',
  async (sample) => {
    const { findings } = await compareSample(sample)
    const front = inFront(findings)
    expect(front.length).toBeGreaterThan(1)
    expect(front.length).toBeLessThanOrEqual(mostInFront)
    expect(most('omission', front)).toBeLessThanOrEqual(mostOfSort.omission)
    expect(most('detail', front)).toBeLessThanOrEqual(mostOfSort.detail)
    const utterances = front.flatMap(({ kind, column }) => (kind.startsWith('quote-') ? [column] : []))
    expect(new Set(utterances).size).toBe(utterances.length)
    const sentences = findings.flatMap(({ severity, sentence }) => (severity === 'note' ? [] : [sentence]))
    expect(new Set(sentences).size).toBe(front.length)
  },
)
