/** Rows of claims: no chains, the surest first, one report's second telling only when it says the same. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pair } from '../../src/align/matcher.js'
import { statementRows } from '../../src/align/claim-columns.js'

const limits = { open: 0.5, join: 0.4, beside: 0.7 }

type Link = readonly [i: number, j: number, probability: number]

function pairsOf(links: readonly Link[]): Pair[] {
  return links.map(([i, j, score]) => ({ i: Math.min(i, j), j: Math.max(i, j), score }))
}

/** Items a, b, c … each of the report whose letter stands in the same place. */
const drawn = (reports: string, scores: Readonly<Record<string, number>>): string =>
  statementRows(
    Array.from(reports, (letter) => letter.charCodeAt(0)),
    pairsOf(
      Object.entries(scores).map(([pair, score]) => [
        pair.charCodeAt(0) - 97,
        pair.charCodeAt(1) - 97,
        score,
      ]),
    ),
    limits,
  )
    .map((row) => row.map((i) => String.fromCharCode(97 + i)).join(''))
    .join(' ')

describe('rows', () => {
  it.each([
    ['takes a third that says what both say', 'ABC', { ab: 0.9, ac: 0.6, bc: 0.5 }, 'abc'],
    ['takes a third of which one of two links is sure', 'ABC', { ab: 0.9, ac: 0.8, bc: 0.4 }, 'abc'],
    ['does not take what both together leave unsure', 'ABC', { ab: 0.9, ac: 0.5, bc: 0.45 }, 'ab'],
    ['does not take what is like one of them alone', 'ABC', { ab: 0.9, ac: 0.8 }, 'ab'],
    ['does not chain', 'ABCD', { ab: 0.8, bc: 0.9, cd: 0.8 }, 'bc'],
    ['takes the best of a report', 'ABCC', { ab: 0.9, ac: 0.5, bc: 0.5, ad: 0.6, bd: 0.6 }, 'abd'],
    ['makes two rows of two statements', 'AABB', { ac: 0.9, bd: 0.8, ad: 0.6, bc: 0.6 }, 'ac bd'],
    ['has a report’s other telling beside it when it is as sure', 'ABA', { ab: 0.9, bc: 0.75 }, 'abc'],
    ['leaves a weaker one out', 'ABA', { ab: 0.9, bc: 0.6 }, 'ab'],
    ['is empty where nothing is sure', 'AB', { ab: 0.45 }, ''],
  ])('%s', (_, reports, scores, expected) => {
    expect(drawn(reports, scores)).toBe(expected)
  })

  const someLinks = fc
    .uniqueArray(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 99 })), {
      selector: ([i, j]) => Math.min(i, j) * 12 + Math.max(i, j),
    })
    .map((links) =>
      links.filter(([i, j]) => i % 4 !== j % 4).map(([i, j, score]): Link => [i, j, score / 100]),
    )
  const articles = Array.from({ length: 12 }, (_, i) => i % 4)

  it('holds every member against both that opened its row, and puts none in two', () => {
    fc.assert(
      fc.property(someLinks, (links) => {
        const score = new Map(links.map(([i, j, s]) => [Math.min(i, j) * 12 + Math.max(i, j), s]))
        const between = (i: number, j: number): number => score.get(Math.min(i, j) * 12 + Math.max(i, j)) ?? 0
        const rows = statementRows(articles, pairsOf(links), limits)
        expect(new Set(rows.flat()).size).toBe(rows.flat().length)
        for (const [first = 0, second = 0, ...others] of rows) {
          expect(between(first, second)).toBeGreaterThanOrEqual(limits.open)
          for (const item of others)
            for (const opener of [first, second])
              if (articles[opener] !== articles[item])
                expect(between(opener, item)).toBeGreaterThanOrEqual(limits.join)
        }
      }),
    )
  })

  it('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(someLinks, (links) => {
        expect(statementRows(articles, pairsOf(links.toReversed()), limits)).toEqual(
          statementRows(articles, pairsOf(links), limits),
        )
      }),
    )
  })
})
