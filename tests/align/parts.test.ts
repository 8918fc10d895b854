/** The parts of align one by one: shared copy, groups, printed words, the matcher. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../src/text/roots.js'
import { Lexicon } from '../../src/likeness/lexicon.js'
import { match } from '../../src/align/match.js'
import { opposed } from '../../src/align/opposites.js'
import { repeated, wordOrder } from '../../src/align/word-order.js'
import { sharedCopy } from '../../src/align/shared-copy.js'
import { article } from './draw.js'

describe('shared copy', () => {
  const passage =
    'The council decided on Tuesday evening to sell the old waterworks to a group of investors from the north of the country.'
  const own =
    'Neighbours of the place had collected signatures against any such sale for many months before that.'
  const other =
    'A choir sang in the square while the members of the board filed out into the rain with their umbrellas.'
  const spansOf = (a: string, b: string): string[] => {
    const articles = [article('a', a), article('b', b)]
    return sharedCopy(articles).shared.flatMap(({ spans }) =>
      spans.map(
        (span) => articles.find(({ id }) => id === span.article)?.text.slice(span.start, span.end) ?? '',
      ),
    )
  }

  it('finds a passage word for word', () => {
    expect(spansOf(`${own} ${passage}\n`, `${passage} ${other}\n`)).toEqual([
      passage.slice(0, -1),
      passage.slice(0, -1),
    ])
  })

  it('finds a passage in which a word was changed', () => {
    const edited = passage.replace('group', 'consortium')
    expect(spansOf(`${own} ${passage}\n`, `${edited} ${other}\n`)).toHaveLength(2)
  })

  it('does not take a shared quotation for shared copy', () => {
    const quotation = `“${passage.slice(0, -1)},”`
    expect(
      spansOf(`${quotation} she said. ${own}\n`, `${other} ${quotation} he added later in the day.\n`),
    ).toEqual([])
  })

  it('joins two articles in one group when half of the shorter is shared', () => {
    const articles = [
      article('a', `${passage} ${own}\n`),
      article('b', `${passage}\n`),
      article('c', `${other}\n`),
    ]
    expect(
      sharedCopy(articles)
        .groups.map((group) => group.length)
        .toSorted(),
    ).toEqual([1, 2])
  })
})

describe('groups', () => {
  it('are connected parts', () => {
    expect(
      groupsOf(5, [
        [3, 1],
        [1, 4],
      ]),
    ).toEqual([[0], [1, 3, 4], [2]])
  })
})

describe('words in order', () => {
  const lexicon = new Lexicon()
  it.each([
    ['we will not open it', 'we will not open it before it is safe', 1],
    ['we will open it', 'we will not open it before it is safe', 1],
    ['nobody asked us', 'we will not open it before it is safe', 0],
  ])('%s in: %s', (run, other, share) => {
    const [one, two] = [run, other].map((words) => wordOrder(words.split(' '), lexicon))
    expect(one && two && repeated(one, two).share).toBe(share)
    expect(one && two && repeated(two, one).share).toBe(share)
  })
})

describe('match', () => {
  it.each([
    ['The company cut 500 jobs on Monday.', 'The firm eliminated 500 jobs on Monday.', true, false],
    ['The company cut 500 jobs on Monday.', 'A chess player gave up tournaments.', false, false],
    [
      'The court approved the merger of the two banks.',
      'The court rejected the merger of the two banks.',
      false,
      true,
    ],
    [
      'Ministers will attend the summit in Oslo.',
      'Ministers will not attend the summit in Oslo.',
      false,
      true,
    ],
    ['faulty brakes', 'brakes that failed', true, false],
    ['two hours', 'three hours', false, true],
    ['heavy rain', 'the wage dispute', false, false],
  ])('%s / %s', (a, b, same, contradicts) => {
    expect(match(a, b)).toMatchObject({ same, contradicts })
  })

  it('is symmetric, bounded and whole for equal sentences', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const { score } = match(a, b)
        expect(score).toBe(match(b, a).score)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })

  it('knows opposites only where the rest is shared', () => {
    expect(opposed('Prices rose in May', 'Prices fell in May')).toBe(true)
    expect(opposed('Prices rose in May', 'Prices rose in June')).toBe(false)
    const [planned, ready] = [
      'We are not planning to go to court with Norway',
      'if Norway wants to, we are ready',
    ]
    expect([opposed(planned, ready), opposed(planned, ready, { near: 2 })]).toEqual([true, false])
    expect(opposed('They did not agree to continue', 'Both agreed to continue', { near: 2 })).toBe(true)
  })
})
