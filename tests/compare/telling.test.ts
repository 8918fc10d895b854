/** Lenses on headlines, names and what one text alone tells: one case that must be found, one that must not. */
import { describe, expect, it } from 'vitest'
import { profileOf } from '../../src/compare/profiles.js'
import type { Finding, FindingKind } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from './worded.js'

function findings(...drawn: Drawn[]): readonly Finding[] {
  return compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).findings
}

const of = (list: readonly Finding[], kind: FindingKind): readonly Finding[] =>
  list.filter((finding) => finding.kind === kind)

describe('headline-focus', () => {
  const shared = '{c1:The council met in Orla on Friday to decide on the harbour}.'

  it('is one finding for the event, with each headline as its report prints it', () => {
    const list = of(
      findings(
        article('Ant', 'Fishermen block the bridge with their boats', shared),
        article('Bee', 'Council spends three million on harbour', shared),
        article('Cat', 'Three million for the harbour, council decides', shared),
      ),
      'headline-focus',
    )
    expect(list).toHaveLength(1)
    expect(list[0]?.sentence).toBe(
      'What does the headline say? “Fishermen block the bridge with their boats” (Ant); “Council spends three million on harbour” (Bee); “Three million for the harbour, council decides” (Cat).',
    )
  })

  it('says of a report whose first line is a sentence of its text that it has no headline', () => {
    const [one] = of(
      findings(
        article('Ant', 'Fishermen block the bridge with their boats', shared),
        article('Bee', 'Council spends three million on harbour', shared),
        article('Cat', 'The council of Orla met on Friday and nobody went home before midnight.', shared),
      ),
      'headline-focus',
    )
    expect(one?.sentence).toContain('(Bee). No headline in Cat.')
  })

  it('stands beside how each report begins, where that differs', () => {
    const begins = (first: string, other: string): readonly (string | undefined)[] =>
      of(
        findings(
          article('Ant', 'Harbour', `${first}. ${shared}`),
          article('Bee', 'Harbour', `${other}. ${shared}`),
        ),
        'told-differently',
      ).map(({ sentence }) => sentence)
    expect(begins('Fishermen blocked the old bridge', 'Three million will go to the harbour')).toEqual([
      'How does the report begin? “Fishermen blocked the old bridge.” (Ant); “Three million will go to the harbour.” (Bee).',
    ])
    expect(begins('Fishermen blocked the old bridge', 'The old bridge was blocked by fishermen')).toEqual([])
  })

  it('is silent where the headlines are on one matter', () => {
    const one = article('Ant', 'Council spends three million on harbour', shared)
    const other = article('Bee', 'Council to spend three million on the harbour', shared)
    expect(of(findings(one, other), 'headline-focus')).toEqual([])
  })
})

describe('hedges', () => {
  const shared = '{c1:The council met in Orla on Friday to decide on the harbour}.'

  it('counts hedges in own voice, and not the month', () => {
    const own = article(
      'Ant',
      'Orla',
      `The crane may sink and could block the quay by May. In May some boats left. ${shared}`,
    )
    expect(profileOf(own.article).hedgesInOwnWords).toBe(2)
  })

  it('counts none of somebody who is quoted', () => {
    const quoted = article('Bee', 'Orla', `“{q1|Mara Sol:The crane may sink},” Mara Sol said. ${shared}`)
    expect(profileOf(quoted.article).hedgesInOwnWords).toBe(0)
  })
})

describe('only-here', () => {
  const shared = '{c1|Mara Sol:The union signed the accord on Friday}, Mara Sol said.'
  /** A sentence beside one that both tell is told by both more often. */
  const between = 'The fog over the bay lifted in the morning.'

  it('is told by one text and is nowhere else', () => {
    const one = article(
      'Ant',
      'Accord',
      `${shared} ${between} {c2:Mara Sol hid the minutes of the pension board from the auditors}.`,
    )
    const other = article('Bee', 'Accord', shared)
    expect(of(findings(one, other), 'only-here').map(({ articles }) => articles)).toEqual([[one.article.id]])
  })

  it.each([
    ['{c2:Mara Sol hid the minutes of the pension board from the auditors}.', 'prominence'],
    ['{c2:Did Mara Sol hide the minutes of the pension board from the auditors}?', 'note'],
    ['{c2:Mara Sol told the auditors of the pension board to fill this seat}.', 'note'],
    ['{c2:While Mara Sol hid the minutes of the pension board from the auditors}.', 'note'],
    ['{c2:The missive told Mara Sol to open the minutes of the pension board}.', 'note'],
  ] as const)('%s %s', (told, severity) => {
    const one = article('Ant', 'Accord', `${shared} ${between} ${told}`)
    const other = article('Bee', 'Accord', shared)
    expect(of(findings(one, other), 'only-here').map((finding) => finding.severity)).toEqual([severity])
  })

  it('stands not in front where it only says who spoke', () => {
    const one = article(
      'Ant',
      'Accord',
      `${shared} ${between} {c2:Mara Sol hid the minutes of the pension board from the auditors}.`,
    )
    const start = one.article.text.indexOf('hid')
    const quotes = one.article.quotes.map((quote) => ({
      ...quote,
      cue: [{ start, end: start + 'hid'.length }],
    }))
    const tagged = { ...one, article: { ...one.article, quotes } }
    const other = article('Bee', 'Accord', shared)
    const severities = (drawn: Drawn): readonly string[] =>
      of(findings(drawn, other), 'only-here').map(({ severity }) => severity)
    expect(severities(one)).toEqual(['prominence'])
    expect(severities(tagged)).toEqual(['note'])
  })
})
