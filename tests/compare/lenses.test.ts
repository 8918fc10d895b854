import { describe, expect, it } from 'vitest'
import type { Finding, FindingKind } from '../../src/model/comparison.js'
import { alignment, article, type Drawn, type Figure } from './event.js'
import { compare } from './worded.js'

function findings(...drawn: Drawn[]): readonly Finding[] {
  return compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).findings
}

const of = (list: readonly Finding[], kind: FindingKind): readonly Finding[] =>
  list.filter((finding) => finding.kind === kind)

const about = (finding: Finding | undefined, ...drawn: Drawn[]): readonly string[] =>
  (finding?.articles ?? [])
    .map((id) => drawn.find((item) => item.article.id === id)?.article.outlet.name ?? id)
    .sort()

const filler = 'The mayor thanked the crews in a short speech on the quay.'

describe('omissions', () => {
  const teller = (name: string): Drawn =>
    article(name, `Ferry ${name}`, `{c1:The ferry Marigold ran aground near Ostrava Point}. {c2:${filler}}`)

  it('reports what two independent texts tell and a third has nowhere', () => {
    const [a, b] = [teller('Ant'), teller('Bee')]
    const c = article('Cat', 'Crews thanked', `{c2:${filler}}`)
    const found = of(findings(a, b, c), 'omitted-claim')
    expect(found).toHaveLength(1)
    expect(about(found[0], a, b, c)).toEqual(['Cat'])
    expect(found[0]?.sentence).toContain('Does not say: Cat')
  })

  it('finds the thing told in other words further down, and stays silent', () => {
    const [a, b] = [teller('Ant'), teller('Bee')]
    const c = article(
      'Cat',
      'Crews thanked',
      `{c2:${filler}} Near Ostrava Point the Marigold, a ferry, hit the ground.`,
    )
    expect(of(findings(a, b, c), 'omitted-claim')).toEqual([])
  })

  it('counts independent texts, not outlets', () => {
    const drawn = [teller('Ant'), teller('Bee'), article('Cat', 'Crews thanked', `{c2:${filler}}`)]
    const [a, b, c] = drawn.map((item) => item.article.id)
    const one = alignment(drawn, [[a ?? '', b ?? ''], [c ?? '']])
    expect(
      of(
        compare(
          drawn.map((item) => item.article),
          one,
        ).findings,
        'omitted-claim',
      ),
    ).toEqual([])
  })

  it('takes a truncated report for unknown, never for absent', () => {
    const cut = article('Cat', 'Crews thanked', `{c2:${filler}}`, [], {
      state: 'truncated',
      reasons: ['paywall-markup'],
    })
    expect(of(findings(teller('Ant'), teller('Bee'), cut), 'omitted-claim')).toEqual([])
  })
})

describe('quotations', () => {
  const whole = article(
    'Ant',
    'Accord',
    '“{q1|Mara Sol:We will not sign unless every member is offered another post},” Mara Sol said.',
  )

  it('types a cut that drops a condition and puts it in front', () => {
    const short = article('Bee', 'No deal', '“{q1|Mara Sol:We will not sign},” Mara Sol said on the quay.')
    const [found] = of(findings(whole, short), 'quote-shortened')
    expect(found?.detail.edits).toEqual([
      {
        type: 'cut-end',
        removed: 'unless every member is offered another post',
        marked: false,
        carries: 'condition',
        elsewhere: false,
      },
    ])
    expect(found?.severity).toBe('quotation')
  })

  it('keeps a cut that the report tells elsewhere as a note', () => {
    const short = article(
      'Bee',
      'No deal',
      '“{q1|Mara Sol:We will not sign},” Mara Sol said on the quay. She wants every member offered another post.',
    )
    expect(of(findings(whole, short), 'quote-shortened')[0]?.severity).toBe('note')
  })

  it('tells changed words from cut ones', () => {
    const one = article('Ant', 'Accord', '“{q1|Mara Sol:This is a truce, not a peace},” Mara Sol said.')
    const other = article('Bee', 'Accord', '“{q1|Mara Sol:This is a truce, not a defeat},” Mara Sol said.')
    const list = findings(one, other)
    expect(of(list, 'quote-altered')[0]?.detail.edits?.[0]).toMatchObject({ type: 'replaced' })
    expect(of(list, 'quote-shortened')).toEqual([])
  })

  it('does not take moved sentences, case or punctuation for edits', () => {
    const one = article(
      'Ant',
      'Accord',
      '“{q1|Mara Sol:The cranes stay off. The night shift stays},” Mara Sol said.',
    )
    const other = article(
      'Bee',
      'Accord',
      '“{q1|Mara Sol:the night shift stays. The cranes stay off},” Mara Sol said.',
    )
    expect(findings(one, other).map(({ kind }) => kind)).toEqual(['told-differently'])
  })
})

describe('speakers', () => {
  const words = 'nobody left that room happy'
  const by = (outlet: string, speaker: string): Drawn =>
    article(outlet, 'Talks end', `“{q1|${speaker}:${words}},” ${speaker} said.`)

  it('reports the same words credited to two people', () => {
    const list = findings(by('Ant', 'Ilse Brand'), by('Bee', 'Joren Pell'))
    expect(of(list, 'speaker-differs')).toHaveLength(1)
    expect(of(list, 'conflict')[0]?.detail.type).toBe('attribution')
    expect(list[0]?.sentence).toContain('“Ilse Brand” (Ant); “Joren Pell” (Bee)')
  })

  it.each([['Brand'], ['Minister Brand'], ['the minister']])(
    'takes %s for the same or nobody else',
    (name) => {
      expect(of(findings(by('Ant', 'Ilse Brand'), by('Bee', name)), 'speaker-differs')).toEqual([])
    },
  )
})

describe('figures', () => {
  const talks = (name: string, words: string, figure: Figure): Drawn =>
    article(name, 'Talks end', `{c1:The envoys talked in the palace for ${words} about the border}.`, [
      figure,
    ])

  it.each([
    ['five hours', 'PT5H', 'five hours', 'PT5H', null],
    ['five hours', 'PT5H', 'nearly four hours', 'PT4H', 'differ'],
    ['five hours', 'PT5H', 'more than four hours', 'PT4H', null],
    ['290 minutes', 'PT290M', 'five hours', 'PT5H', null],
  ])('durations: %s and %s', (wordsA, valueA, wordsB, valueB, grade) => {
    const bare = (words: string): string => words.replace(/^(?:nearly|more than) /, '')
    const list = findings(
      talks('Ant', wordsA, ['duration', valueA, null, bare(wordsA)]),
      talks('Bee', wordsB, ['duration', valueB, null, bare(wordsB)]),
    )
    expect(of(list, 'conflict')[0]?.detail.grade ?? null).toBe(grade)
  })

  it('does not set one report’s two figures against another’s one', () => {
    const two = article(
      'Ant',
      'Talks',
      '{c1:The envoys talked in the palace for five hours about the border}. {c2:In the spring they had talked for three hours}.',
      [
        ['duration', 'PT5H', null, 'five hours'],
        ['duration', 'PT3H', null, 'three hours'],
      ],
    )
    const list = findings(two, talks('Bee', 'five hours', ['duration', 'PT5H', null, 'five hours']))
    expect(of(list, 'conflict')).toEqual([])
  })

  it('reads a place of action, and no place that speaks', () => {
    const at = (name: string, place: string): Drawn =>
      article(
        name,
        'Accord',
        `{c1:The union and the port signed the accord at the ${place} before dawn}. The Kremlin said nothing.`,
      )
    const [found] = of(findings(at('Ant', 'Customs House'), at('Bee', 'Lighthouse Hotel')), 'conflict')
    expect(found?.detail.type).toBe('place')
    expect(found?.sentence).toContain('“Customs House” (Ant); “Lighthouse Hotel” (Bee)')
  })
})
