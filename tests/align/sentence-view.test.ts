/** The view of whole sentences: symmetric, blind to third articles, silent within one article. */
import { describe, expect, it } from 'vitest'
import { joiningScores } from '../../src/align/claim-pairs.js'
import { Lexicon } from '../../src/align/lexicon.js'
import { matcherModel } from '../../src/align/scorer.js'
import { sentenceFeatures, sentenceNames } from '../../src/align/sentence-view.js'
import { sidesOf } from '../../src/align/side.js'
import { bareUnit } from '../../src/align/unit.js'
import { background } from '../../src/text/background.js'

const A = 'The court in Lisbon fined the company nine million euros on Monday.'
const B = 'A Lisbon court on Monday ordered the company to pay nine million euros.'
const C = 'The river rose by two metres and flooded the old bridge.'

/** Rows of all pairs of units of the first and the last text's articles. */
const rows = (texts: readonly string[]): number[][] => {
  const lexicon = new Lexicon(background())
  const sides = sidesOf(texts.map((text, number) => ({ unit: bareUnit(text, lexicon), number })))
  const [a, b] = [sides[0], sides.at(-1)]
  if (!a || !b) throw new Error('no texts')
  const couple = { a, b, x: Int32Array.of(0), y: Int32Array.of(0) }
  const values = sentenceFeatures(couple, Float64Array.of(0.5), lexicon)
  return [[...values]]
}
const value = (row: readonly number[] | undefined, name: (typeof sentenceNames)[number]): number =>
  row?.[sentenceNames.indexOf(name)] ?? NaN

describe('sentence view', () => {
  it('gives more for sentences that tell the same than for others', () => {
    const [same] = rows([A, B])
    const [other] = rows([A, C])
    for (const name of ['plain cosine', 'cover low', 'cover high', 'shared weight'] as const)
      expect(value(same, name)).toBeGreaterThan(value(other, name))
  })
  it('is symmetric', () => {
    expect(rows([A, B])).toEqual(rows([B, A]))
  })
  it('is not moved by a third article', () => {
    expect(rows([A, C, B])).toEqual(rows([A, B]))
  })
  it('has no part in the score of two claims of one article', () => {
    const lexicon = new Lexicon(background())
    const [side] = sidesOf([A, B].map((text) => ({ unit: bareUnit(text, lexicon), number: 0 })))
    if (!side) throw new Error('no side')
    const scores = Float64Array.of(0.5)
    const couple = { a: side, b: side, x: Int32Array.of(0), y: Int32Array.of(1) }
    expect(joiningScores(couple, scores, lexicon, matcherModel(), 1)).toBe(scores)
  })
})
