/** Which quotations are held for one utterance, drawn as scored pairs. */
import { expect, it } from 'vitest'
import { quoteGroups } from '../../src/align/quote-columns.js'

type Drawn = readonly [i: number, j: number, score: number]

/** Quotations by the numbers of their articles, fullest first. */
function groupsOf(articles: readonly number[], drawn: readonly Drawn[]): number[][] {
  return quoteGroups(
    articles.map((number, i) => ({ number, fullness: articles.length - i })),
    drawn.map(([i, j, score]) => ({ i, j, score })),
    0.6,
  )
}

it('two portions meet in the report that quotes both, although they are not alike', () => {
  expect(
    groupsOf(
      [0, 1, 2],
      [
        [0, 1, 0.9],
        [0, 2, 0.9],
        [1, 2, 0.01],
      ],
    ),
  ).toEqual([[0, 1, 2]])
})

it('what is like a member and not like the fullest version stays out: no chains', () => {
  expect(
    groupsOf(
      [0, 1, 2, 3],
      [
        [0, 1, 0.9],
        [1, 2, 0.95],
        [2, 3, 0.8],
      ],
    ),
  ).toEqual([
    [0, 1],
    [2, 3],
  ])
})

it('two utterances that are like each other stay two, each with what is most like it', () => {
  expect(
    groupsOf(
      [0, 0, 1, 1],
      [
        [0, 2, 0.95],
        [1, 3, 0.95],
        [0, 3, 0.7],
        [1, 2, 0.8],
      ],
    ),
  ).toEqual([
    [0, 2],
    [1, 3],
  ])
})

it('a report that tells it twice has both in the row where the others’ versions are those of both', () => {
  const twice: readonly Drawn[] = [
    [0, 2, 0.9],
    [0, 3, 0.9],
    [1, 2, 0.8],
  ]
  expect(groupsOf([0, 0, 1, 2], [...twice, [1, 3, 0.7]])).toEqual([[0, 1, 2, 3]])
  expect(groupsOf([0, 0, 1, 2], [...twice, [1, 3, 0.1]])).toEqual([[0, 2, 3], [1]])
})
