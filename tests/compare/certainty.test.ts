import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/compare.js'
import type { Alignment } from '../../src/model/alignment.js'
import { alignment, article, type Drawn } from './event.js'

describe('certainty', () => {
  const found = (...sentences: readonly string[]): readonly (readonly [string, string | undefined])[] => {
    const drawn = sentences.map((words, at) => article(`Outlet ${at + 1}`, 'News', words))
    return compare(
      drawn.map((item) => item.article),
      withAllegations(alignment(drawn), drawn),
    )
      .findings.filter(({ kind }) => kind === 'certainty-differs')
      .map(({ severity, detail }) => [severity, detail.reason] as const)
  }
  /** The drawing has hedges; a mention whose words charge is an allegation, as annotate would say. */
  const withAllegations = (made: Alignment, drawn: readonly Drawn[]): Alignment => {
    const textOf = new Map(drawn.map(({ article: own }) => [own.id, own.text]))
    const claims = made.claims.map((column) => ({
      ...column,
      cells: Object.fromEntries(
        Object.entries(column.cells).map(([id, cell]) => [
          id,
          cell.state !== 'present'
            ? cell
            : {
                ...cell,
                mentions: cell.mentions.map((mention) =>
                  /\b(?:accused of|allegedly)\b/u.test(
                    (textOf.get(id) ?? '').slice(mention.start, mention.end),
                  )
                    ? { ...mention, allegation: true }
                    : mention,
                ),
              },
        ]),
      ),
    }))
    return { ...made, claims }
  }

  it.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
    [
      'a charge in one report is a fact in another',
      [
        '{c1:The treasurer stole money from the harbour fund}.',
        '{c1?:The treasurer allegedly stole money from the harbour fund}.',
      ],
      [['note', 'a charge in one report, a fact in the other']],
    ],
    [
      'a hedge is lost',
      [
        '{c1:The train passed a red signal before the junction}.',
        '{c1?:The train may have passed a red signal before the junction}.',
      ],
      [['note', 'a hedge in one report, none in the other']],
    ],
    [
      'a conviction settles the charge',
      [
        '{c1:Ada Sol stole money from the harbour fund}.',
        '{c1?:Ada Sol allegedly stole money from the harbour fund}.',
        'Ada Sol was convicted on Friday. {c2:The weather was fair in Aldmoor}.',
        '{c2:The weather was fair in Aldmoor}.',
      ],
      [['note', 'a charge in one report, a fact in the other']],
    ],
    [
      'a conviction denied settles nothing',
      [
        '{c1:Ada Sol stole money from the harbour fund}.',
        '{c1?:Ada Sol allegedly stole money from the harbour fund}.',
        'Ada Sol wasn’t convicted. {c2:The weather was fair in Aldmoor}.',
        '{c2:The weather was fair in Aldmoor}.',
      ],
      [['note', 'a charge in one report, a fact in the other']],
    ],
    [
      'a conviction to come settles nothing',
      [
        '{c1:Ada Sol stole money from the harbour fund}.',
        '{c1?:Ada Sol allegedly stole money from the harbour fund}.',
        'Ada Sol faces prison if convicted. {c2:The weather was fair in Aldmoor}.',
        '{c2:The weather was fair in Aldmoor}.',
      ],
      [['note', 'a charge in one report, a fact in the other']],
    ],
    [
      'somebody is credited with the charge',
      [
        'Ann Lee said {c1|Ann Lee:the treasurer stole money from the harbour fund}.',
        '{c1?:The treasurer allegedly stole money from the harbour fund}.',
      ],
      [],
    ],
    [
      'the charge is not what the other tells',
      [
        '{c1:The police searched the office of the treasurer at the harbour}.',
        '{c1?:The police searched the office of the treasurer accused of theft at the harbour}.',
      ],
      [],
    ],
    [
      'what is possible is a thing, not the act',
      [
        '{c1:The council discussed the grant for the harbour bridge}.',
        '{c1?:The council discussed the possible grant for the harbour bridge}.',
      ],
      [],
    ],
    [
      'the report has the charge itself further on',
      [
        '{c1:The treasurer stole money from the harbour fund}. {c1?:The treasurer allegedly stole money from the harbour fund}.',
        '{c1?:The treasurer allegedly stole money from the harbour fund}.',
      ],
      [],
    ],
  ])('%s', (_name, sentences, expected) => {
    expect(found(...sentences)).toEqual(expected)
  })
})
