/** The parts of align one by one: shared copy, groups, printed words, the matcher. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageLink, type Links } from '../../src/align/cluster.js'
import { groupsOf } from '../../src/align/groups.js'
import { Lexicon } from '../../src/align/lexicon.js'
import { match } from '../../src/align/match.js'
import { opposed } from '../../src/align/opposites.js'
import { repeated, wordRun } from '../../src/align/printed-words.js'
import { sharedCopy } from '../../src/align/shared-copy.js'
import { background } from '../../src/text/background.js'
import { quantise } from '../../src/text/quantise.js'
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

type Pair = { readonly i: number; readonly j: number; readonly score: number }

function linksOf(pairs: readonly Pair[]): Links {
  return {
    count: pairs.length,
    i: Int32Array.from(pairs, ({ i }) => i),
    j: Int32Array.from(pairs, ({ j }) => j),
    score: Float64Array.from(pairs, ({ score }) => score),
  }
}

/** The same by trying all groups each time. */
function slowLink(count: number, pairs: readonly Pair[], threshold: number): number[][] {
  const groups = Array.from({ length: count }, (_, i) => [i])
  for (;;) {
    let best: { a: number[]; b: number[]; mean: number } | undefined
    for (const a of groups)
      for (const b of groups) {
        if ((a[0] ?? 0) >= (b[0] ?? 0)) continue
        const between = pairs.filter(
          ({ i, j }) => (a.includes(i) && b.includes(j)) || (a.includes(j) && b.includes(i)),
        )
        const mean = quantise(between.reduce((sum, { score }) => sum + score, 0) / (a.length * b.length))
        if (mean >= threshold && mean > (best?.mean ?? 0)) best = { a, b, mean }
      }
    if (!best) return groups
    best.a.push(...best.b)
    best.a.sort((x, y) => x - y)
    groups.splice(groups.indexOf(best.b), 1)
  }
}

describe('average link', () => {
  const drawn = (count: number, scores: Record<string, number>, threshold: number): string =>
    averageLink(
      count,
      linksOf(
        Object.entries(scores).map(([pair, score]) => ({
          i: pair.charCodeAt(0) - 97,
          j: pair.charCodeAt(1) - 97,
          score,
        })),
      ),
      threshold,
    )
      .map((group) => group.map((i) => String.fromCharCode(97 + i)).join(''))
      .join(' ')

  it.each([
    ['joins what belongs together', 3, { ab: 0.9, ac: 0.8, bc: 0.7 }, 'abc'],
    ['does not chain', 4, { ab: 0.9, bc: 0.6, cd: 0.9 }, 'ab cd'],
    ['counts a missing pair as nothing', 3, { ab: 0.9, bc: 0.8 }, 'ab c'],
    ['leaves all apart without pairs', 3, {}, 'a b c'],
  ])('%s', (_, count, scores, expected) => {
    expect(drawn(count, scores, 0.5)).toBe(expected)
  })

  it('is a partition, whatever the order of pairs', () => {
    const pair = fc.record({
      i: fc.nat(7),
      j: fc.nat(7),
      score: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
    })
    const pairsOf = fc
      .uniqueArray(pair, { selector: ({ i, j }) => `${Math.min(i, j)} ${Math.max(i, j)}` })
      .map((list) => list.filter(({ i, j }) => i < j))
    fc.assert(
      fc.property(pairsOf, (pairs) => {
        const groups = averageLink(8, linksOf(pairs), 0.4)
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
        expect(averageLink(8, linksOf(pairs.toReversed()), 0.4)).toEqual(groups)
        expect(groups).toEqual(slowLink(8, pairs, 0.4))
      }),
    )
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

describe('printed words', () => {
  const lexicon = new Lexicon(background())
  it.each([
    ['we will not open it', 'we will not open it before it is safe', 1],
    ['we will open it', 'we will not open it before it is safe', 1],
    ['nobody asked us', 'we will not open it before it is safe', 0],
  ])('%s in: %s', (run, other, share) => {
    const [one, two] = [run, other].map((words) => wordRun(words.split(' '), lexicon))
    expect(one && two && repeated(one, two)[0].share).toBe(share)
    expect(one && two && repeated(two, one)[1].share).toBe(share)
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
    expect(opposed('It was not a cheap repair', 'Cheap repairs did not exist')).toBe(false)
    const [planned, ready] = [
      'We are not planning to go to court with Norway',
      'if Norway wants to, we are ready',
    ]
    expect([opposed(planned, ready), opposed(planned, ready, { near: 2 })]).toEqual([true, false])
    expect(opposed('They did not agree to continue', 'Both agreed to continue', { near: 2 })).toBe(true)
  })
})
