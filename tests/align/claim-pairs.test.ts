/** The decision about two claims: symmetric, blind to third reports, more for the same statement than for the same topic. */
import { describe, expect, it } from 'vitest'
import { claimItems } from '../../src/align/claim-columns.js'
import { claimPairs } from '../../src/align/claim-pairs.js'
import { detailFeatures, detailNames } from '../../src/align/detail-features.js'
import { Lexicon } from '../../src/likeness/lexicon.js'
import { article } from './draw.js'

const A = 'The court in Lisbon fined the shipping company nine million euros on Monday.\n'
const SAME = 'A Lisbon court on Monday fined the shipping company nine million euros.\n'
const TOPIC = 'The shipping company wants to build an office in Lisbon.\n'
const OTHER = 'The river rose by two metres and flooded the old bridge.\n'

const itemsOf = (texts: readonly string[], lexicon: Lexicon) =>
  texts.flatMap((text, number) => claimItems(article(`report-${number}`, text), number, lexicon))

/** The best probability of a claim of the first text with one of the second. */
const best = (...texts: readonly string[]): number => {
  const lexicon = new Lexicon()
  const items = itemsOf(texts, lexicon)
  const { count, i, j, joining } = claimPairs(items, lexicon)
  return Math.max(
    0,
    ...Array.from({ length: count }, (_, k) =>
      items[i[k] ?? 0]?.number === 0 && items[j[k] ?? 0]?.number === 1 ? (joining[k] ?? 0) : 0,
    ),
  )
}

describe('claim pairs', () => {
  it('takes the same statement in another order of words for the same', () => {
    expect(best(A, SAME)).toBeGreaterThan(0.5)
  })
  it('gives less for the same people, place and day', () => {
    expect(best(A, TOPIC)).toBeLessThan(best(A, SAME))
  })
  it('is symmetric', () => {
    expect(best(SAME, A)).toBe(best(A, SAME))
    const lexicon = new Lexicon()
    const [one, two] = itemsOf([A, SAME], lexicon)
    if (!one || !two) throw new Error('no claims')
    expect(detailFeatures(one.detail, two.detail, lexicon, 1)).toEqual(
      detailFeatures(two.detail, one.detail, lexicon, 1),
    )
    expect(detailFeatures(one.detail, two.detail, lexicon, 1)).toHaveLength(detailNames.length)
  })
  it('is not moved by a third report', () => {
    expect(best(A, SAME, OTHER)).toBe(best(A, SAME))
  })
  it('pairs no two claims of one report', () => {
    const lexicon = new Lexicon()
    const items = itemsOf([A + '\n' + SAME], lexicon)
    expect(claimPairs(items, lexicon).count).toBe(0)
  })
})
