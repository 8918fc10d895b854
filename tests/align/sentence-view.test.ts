/** The view of whole sentences: symmetric, blind to third articles, silent within one article. */
import { describe, expect, it } from 'vitest'
import { Lexicon } from '../../src/align/lexicon.js'
import { sentenceFeatures, sentenceNames } from '../../src/align/sentence-view.js'
import { bareUnit } from '../../src/align/unit.js'
import { background } from '../../src/text/background.js'

const A = 'The court in Lisbon fined the company nine million euros on Monday.'
const B = 'A Lisbon court on Monday ordered the company to pay nine million euros.'
const C = 'The river rose by two metres and flooded the old bridge.'

const rows = (
  texts: readonly string[],
  pairs: readonly (readonly [number, number])[],
  numbers?: number[],
) => {
  const lexicon = new Lexicon(background())
  const units = texts.map((text, k) => ({ unit: bareUnit(text, lexicon), number: numbers?.[k] ?? k }))
  return sentenceFeatures(
    units,
    pairs.map(([i, j]) => ({ i, j, score: 0.5 })),
    lexicon,
  )
}
const value = (row: readonly number[] | null | undefined, name: (typeof sentenceNames)[number]): number =>
  row?.[sentenceNames.indexOf(name)] ?? NaN

describe('sentence view', () => {
  it('gives more for sentences that tell the same than for others', () => {
    const [same, other] = rows(
      [A, B, C],
      [
        [0, 1],
        [0, 2],
      ],
    )
    for (const name of ['plain cosine', 'cover low', 'cover high', 'shared weight'] as const)
      expect(value(same, name)).toBeGreaterThan(value(other, name))
  })
  it('is symmetric', () => {
    expect(rows([A, B], [[0, 1]])).toEqual(rows([B, A], [[0, 1]]))
  })
  it('is not moved by a third article', () => {
    expect(
      rows(
        [A, B, C],
        [
          [0, 1],
          [0, 2],
        ],
      )[0],
    ).toEqual(rows([A, B], [[0, 1]])[0])
  })
  it('says nothing of two units of one article', () => {
    expect(rows([A, B], [[0, 1]], [0, 0])).toEqual([null])
  })
})
