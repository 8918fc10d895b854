import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoryText } from '../../src/model/story.js'
import { groupIntoStories, rulingsOf, type Ruling } from '../../src/pool/pooled.js'
import { autumn, newsroom, storyNames, told } from './newsroom.js'

const reports = Object.entries(newsroom).map(([name, text]) => told(name, text))

/** Stories as their reports' names, in an order that does not hang on how they were found. */
function grouped(texts: readonly StoryText[], rulings: readonly Ruling[] = []): string[][] {
  const { stories } = groupIntoStories(texts, rulingsOf(rulings), () => undefined)
  return stories.map(({ members }) => members.map(({ source }) => source).sort()).sort()
}

const byHand = [...new Set(reports.map(({ source }) => storyNames(source)))]
  .map((story) =>
    reports
      .map(({ source }) => source)
      .filter((name) => storyNames(name) === story)
      .sort(),
  )
  .sort()

describe('reports that a reader would put together', () => {
  test('come together, and two votes of one council do not', () => {
    expect(grouped(reports)).toEqual(byHand)
  })

  test('stay apart where months lie between two events of one kind', () => {
    const then = told('ferry-courier', newsroom['ferry-courier'] ?? '', '2025-03-04')
    const week = told('ferry-radio', newsroom['ferry-radio'] ?? '', '2025-03-05')
    const later = told('autumn', autumn, '2025-10-19')
    const vaccine = told('vaccine', newsroom['vaccine-radio'] ?? '', '2025-03-04')
    const stories = grouped([later, week, vaccine, then])
    expect(stories).toContainEqual(['ferry-courier', 'ferry-radio'])
    expect(stories).toContainEqual(['vaccine'])
  })

  test('a copy stands beside what it copies, whoever prints it', () => {
    const copy = told('other-paper', newsroom['tram-radio'] ?? '', null, 'The Other Paper')
    const edited = told('third-paper', `${newsroom['tram-radio'] ?? ''} More follows.`)
    expect(grouped([...reports, copy, edited])).toContainEqual([
      'other-paper',
      'third-paper',
      'tram-courier',
      'tram-radio',
    ])
  })

  test('an empty report, one in another language and one that could not be read stand alone', () => {
    const odd = [
      told('empty', ''),
      told(
        'foreign',
        'Die Fähre lief am Dienstag vor der Insel auf Grund, teilte die Küstenwache mit. Alle Menschen an Bord wurden gerettet, und niemand wurde verletzt.',
      ),
    ]
    const stories = grouped([...reports, ...odd])
    expect(stories).toEqual([...byHand, ['empty'], ['foreign']].sort())
  })
})

describe('whatever the reports', () => {
  const some = fc.uniqueArray(fc.nat(reports.length - 1), { minLength: 1, maxLength: reports.length })
  const of = (numbers: readonly number[]): StoryText[] => numbers.flatMap((number) => reports[number] ?? [])

  test('none is lost and none stands twice', () => {
    fc.assert(
      fc.property(some, (numbers) => {
        const texts = of(numbers)
        expect(grouped(texts).flat().sort()).toEqual(texts.map(({ source }) => source).sort())
      }),
    )
  })

  test('the order in which they are given changes nothing, and a second run neither', () => {
    fc.assert(
      fc.property(some, (numbers) => {
        const texts = of(numbers)
        const once = groupIntoStories(texts, rulingsOf([]), () => undefined)
        const reversed = groupIntoStories(texts.toReversed(), rulingsOf([]), () => undefined)
        expect(reversed).toEqual(once)
      }),
    )
  })

  test('the outlet’s name changes nothing', () => {
    const named = Object.entries(newsroom).map(([name, text]) =>
      told(name, text, null, 'Saint Brannoc Tarn Island'),
    )
    expect(grouped(named)).toEqual(grouped(reports))
  })

  test('what a person ruled is so', () => {
    const pair = fc.tuple(fc.nat(reports.length - 1), fc.nat(reports.length - 1))
    const ruling = fc.tuple(pair, fc.constantFrom('together' as const, 'apart' as const))
    fc.assert(
      fc.property(fc.array(ruling, { maxLength: 6 }), (rows) => {
        const rulings = rows.flatMap(([[a, b], way]): Ruling[] => {
          const [one, other] = [reports[a]?.source ?? '', reports[b]?.source ?? '']
          return one === other ? [] : [{ source: one, with: other, ruling: way }]
        })
        const { refused } = rulingsOf(rulings)
        const stories = grouped(reports, rulings)
        for (const row of rulings.filter((each) => !refused.includes(each))) {
          const isOne = stories.some((story) => story.includes(row.source) && story.includes(row.with))
          expect(isOne).toBe(row.ruling === 'together')
        }
        expect(stories.flat().sort()).toEqual(reports.map(({ source }) => source).sort())
      }),
    )
  })
})

test('of two rulings that cannot both be, the earlier one stands', () => {
  const rulings = rulingsOf([
    { source: 'a', with: 'b', ruling: 'together' },
    { source: 'c', with: 'b', ruling: 'together' },
    { source: 'a', with: 'c', ruling: 'apart' },
  ])
  expect(rulings.groupOf('a')).toBe(rulings.groupOf('c'))
  expect(rulings.refused).toEqual([{ source: 'a', with: 'c', ruling: 'apart' }])
})
