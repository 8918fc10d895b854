/** The decision about two claims: symmetric, blind to third reports, more for the same statement than for the same topic. */
import { describe, expect, it } from 'vitest'
import { claimItems } from '../../src/align/claim-columns.js'
import { featureNames, pairFeatures, sentenceLikeness } from '../../src/align/features.js'
import { scoredPairs } from '../../src/align/matcher.js'
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
  return Math.max(
    0,
    ...scoredPairs(items, 'claims', { lexicon }).found.map(({ i, j, score }) =>
      items[i]?.number === 0 && items[j]?.number === 1 ? score : 0,
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
  it('takes what was on days far apart for two occasions, of days side by side may be one', () => {
    const on = (day: string): string => A.replace('Monday', day)
    expect(best(A, on('Thursday'))).toBe(0)
    expect(best(A, on('Sunday'))).toBeGreaterThan(0.5)
  })
  it('is symmetric', () => {
    expect(best(SAME, A)).toBe(best(A, SAME))
    const lexicon = new Lexicon()
    const [one, two] = itemsOf([A, SAME], lexicon)
    if (!one || !two) throw new Error('no claims')
    const between = { lexicon, ofSentences: sentenceLikeness(lexicon), kinship: 1 }
    const features = pairFeatures(one.unit, two.unit, between)
    expect(features).toEqual(pairFeatures(two.unit, one.unit, between))
    expect(features).toHaveLength(featureNames.length)
  })
  it('is not moved by a third report', () => {
    expect(best(A, SAME, OTHER)).toBe(best(A, SAME))
  })
  it('pairs no two claims of one report', () => {
    const lexicon = new Lexicon()
    const items = itemsOf([A + '\n' + SAME], lexicon)
    expect(scoredPairs(items, 'claims', { lexicon }).found).toEqual([])
  })
})
