/** Which quotations are held for one utterance, drawn as scored pairs. */
import { describe, expect, it } from 'vitest'
import { PairTable } from '../../src/align/pairs.js'
import { quoteGroups } from '../../src/align/quote-groups.js'

type Drawn = readonly [i: number, j: number, score: number | 'printed']

/** Each quotation of an article of its own. */
function groupsOf(items: number, drawn: readonly Drawn[]): number[][] {
  const pairs = new PairTable()
  for (const [i, j, score] of drawn) {
    const number = score === 'printed' ? 0.95 : score
    pairs.add(i, j, number, number)
  }
  const strong = Uint8Array.from(drawn.map(([, , score]) => (score === 'printed' ? 1 : 0)))
  return quoteGroups(
    Array.from({ length: items }, (_, item) => item),
    { pairs, strong },
    0.4,
  )
}

const two: readonly Drawn[] = [
  [0, 1, 'printed'],
  [2, 3, 'printed'],
]

describe('two groups that stand by themselves', () => {
  it('are not joined by one pair that is near among others that are not', () => {
    const near: readonly Drawn[] = [...two, [0, 2, 0.93], [0, 3, 0.3], [1, 2, 0.2], [1, 3, 0.3]]
    expect(groupsOf(4, near)).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('are joined when their pairs are one utterance more often than not, those left out not counted', () => {
    expect(groupsOf(4, [...two, [0, 2, 0.93], [1, 3, 0.6], [0, 3, 0.3]])).toEqual([[0, 1, 2, 3]])
  })
})

it('a reported wording joins the group it is nearest to, although one pair alone is near', () => {
  expect(
    groupsOf(3, [
      [0, 1, 'printed'],
      [0, 2, 0.5],
      [1, 2, 0.1],
    ]),
  ).toEqual([[0, 1, 2]])
})
