import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/comparison.js'
import { alignment, article, type Drawn, type Figure } from './event.js'
import { compare } from './worded.js'

/** The conflicts between two reports of one sentence each, both in one claim column. */
function conflicts(
  [a, ...figuresA]: readonly [string, ...Figure[]],
  [b, ...figuresB]: readonly [string, ...Figure[]],
): readonly Finding[] {
  const drawn: readonly Drawn[] = [
    article('Ant', 'News', `{c1:${a}}.`, figuresA),
    article('Bee', 'News', `{c1:${b}}.`, figuresB),
  ]
  return compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).findings.filter((finding) => finding.kind === 'conflict')
}

const count = (value: string, unit: string, words: string): Figure => ['number', value, unit, words]
const share = (value: string, words: string): Figure => ['percent', value, null, words]

describe('figures of one clause', () => {
  it.each<[string, readonly [string, ...Figure[]], readonly [string, ...Figure[]], boolean]>([
    [
      'two counts of the dead',
      ['The storm killed three people in Aldmoor', count('3', 'person', 'three')],
      ['The storm killed five people in Aldmoor', count('5', 'person', 'five')],
      true,
    ],
    [
      'the dead and the injured',
      ['The storm killed three people in Aldmoor', count('3', 'person', 'three')],
      ['The storm injured eight people in Aldmoor', count('8', 'person', 'eight')],
      false,
    ],
    [
      'a part of the whole',
      ['The storm wrecked nine boats in Aldmoor', count('9', 'boat', 'nine')],
      ['The storm wrecked four of the boats in Aldmoor', count('4', 'boat', 'four')],
      false,
    ],
    [
      'some and others',
      ['The storm wrecked nine boats in Aldmoor', count('9', 'boat', 'nine')],
      ['The storm wrecked seven other boats in Aldmoor', count('7', 'boat', 'seven')],
      false,
    ],
    [
      'two sides of a whole',
      ['The vote in Aldmoor gave Sol 52 per cent of ballots', share('52', '52 per cent')],
      ['The vote in Aldmoor gave Pell 48 per cent of ballots', share('48', '48 per cent')],
      false,
    ],
    [
      'one and the other two years',
      [
        'The port of Aldmoor earned 52 million crowns in 2019',
        ['money', '52000000', 'crown', '52 million crowns'],
      ],
      [
        'The port of Aldmoor earned 61 million crowns in 2021',
        ['money', '61000000', 'crown', '61 million crowns'],
      ],
      false,
    ],
    [
      'a rounded and an exact count',
      ['The recall in Aldmoor covers 1,386 heaters', count('1386', 'heater', '1,386')],
      ['The recall in Aldmoor covers 1,400 heaters', count('1400', 'heater', '1,400')],
      false,
    ],
  ])('%s', (_name, a, b, expected) => {
    expect(conflicts(a, b).length > 0).toBe(expected)
  })
})

describe('counts of one thing in front', () => {
  const front = (a: readonly [string, Figure], b: readonly [string, Figure]): boolean => {
    const [found] = conflicts(a, b)
    return found !== undefined && found.severity !== 'note'
  }
  const wrecked = (number: string, boats: string): readonly [string, Figure] => [
    `The storm wrecked ${number} ${boats} in Aldmoor`,
    count(number, 'boat', number),
  ]

  it('stand in front in the same words', () => {
    expect(front(wrecked('40', 'boats'), wrecked('60', 'boats'))).toBe(true)
  })

  it('stay in the tables where the reports came out days apart', () => {
    const at = (name: string, number: string, day: string): Drawn => {
      const [words, figure] = wrecked(number, 'boats')
      const drawn = article(name, 'News', `{c1:${words}}.`, [figure])
      return { ...drawn, article: { ...drawn.article, publishedAt: `2026-03-${day}T08:00:00Z` } }
    }
    const found = (day: string): Finding | undefined => {
      const drawn = [at('Ant', '40', '02'), at('Bee', '60', day)]
      const articles = drawn.map((item) => item.article)
      return compare(articles, alignment(drawn)).findings.find(({ kind }) => kind === 'conflict')
    }
    expect(found('02')?.severity).toBe('fact')
    expect(found('05')?.severity).toBe('note')
  })
})

it('has a report that gives both values on no side', () => {
  const wreck = (name: string, words: string, ...counts: readonly string[]): Drawn =>
    article(
      name,
      'News',
      `{c1:The storm wrecked ${words}}.`,
      counts.map((boats) => count(boats, 'boat', `${boats} boats`.replace(' boats', ''))),
    )
  const drawn = [
    wreck('Ant', '40 boats in Aldmoor', '40'),
    wreck('Bee', '44 boats in Aldmoor', '44'),
    wreck('Cat', '40 boats in Aldmoor, the mayor says, and 44 boats by other counts', '40', '44'),
  ]
  const [found] = compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).findings.filter(({ kind }) => kind === 'conflict')
  expect(found?.detail.positions?.flatMap(({ articles }) => articles).sort()).toEqual(
    drawn
      .slice(0, 2)
      .map(({ article: { id } }) => id)
      .sort(),
  )
})

describe('days of two acts', () => {
  const onDay = (words: string, day: string, value: string): readonly [string, ...Figure[]] => [
    `${words} ${day}`,
    ['date', value, null, day.replace('on ', '')],
  ]

  it('are no two versions of one', () => {
    const fell = onDay('The wooden stand at the fair of Aldmoor fell', 'on Saturday', '2030-05-04')
    const opened = onDay('The fair of Aldmoor with the wooden stand opened', 'on Sunday', '2030-05-05')
    const fellToo = onDay('The wooden stand at the fair of Aldmoor fell', 'on Sunday', '2030-05-05')
    expect(conflicts(fell, opened)).toEqual([])
    expect(conflicts(fell, fellToo).length).toBe(1)
  })
})

describe('the day on which somebody is said to have said a thing', () => {
  const said = (outlet: string, telling: string, day: string, value: string): Drawn =>
    article(outlet, 'News', `Ann Lee ${telling} ${day} that {q1|Ann Lee:nobody left the room happy}.`, [
      ['date', value, null, day],
    ])
  const found = (...drawn: readonly Drawn[]): readonly Finding[] =>
    compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    ).findings.filter(({ kind, detail }) => kind === 'conflict' && detail.type === 'date')

  it('is one where a row has her say it once', () => {
    const monday = said('Ant', 'said on', 'Monday', '2030-05-06')
    expect(found(monday, said('Bee', 'told the fair in Aldmoor on', 'Tuesday', '2030-05-07'))).toHaveLength(1)
    expect(found(monday, said('Bee', 'told the fair in Aldmoor on', 'Monday', '2030-05-06'))).toEqual([])
    // Farther apart she may have said it twice.
    expect(found(monday, said('Bee', 'told the fair in Aldmoor on', 'Friday', '2030-05-10'))).toEqual([])
  })
})

describe('a value at the head of its clause', () => {
  const fined = (value: string, crew: string): readonly [string, ...Figure[]] => [
    `In ${value} the captain was fined for bribing ${crew} of the ferry`,
    ['date', value, null, value],
  ]

  it('stands with the words behind it', () => {
    const [found] = conflicts(fined('1969', 'the crew'), fined('1970', 'the whole crew'))
    expect(found?.answers?.map(({ text }) => text)).toEqual([
      '1969 the captain was fined for bribing the crew of the ferry',
      '1970 the captain was fined for bribing the whole crew of the ferry',
    ])
  })
})

describe('credit for the same words', () => {
  const words = 'nobody left that room happy'
  const by = (outlet: string, ...speakers: readonly string[]): Drawn =>
    article(
      outlet,
      'Talks end',
      speakers.map((speaker) => `“{q1|${speaker}:${words}},” ${speaker} said.`).join('\n\n'),
    )
  const speakers = (...drawn: readonly Drawn[]): readonly string[] =>
    compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    )
      .findings.filter((finding) => finding.kind === 'speaker-differs')
      .map((finding) => finding.severity)

  it('counts no report on either side that credits both', () => {
    expect(speakers(by('Ant', 'Ilse Brand'), by('Bee', 'Ilse Brand', 'Joren Pell'))).toEqual([])
  })

  it('asks of the words, long ones too', () => {
    const long = `${words}${' and the talks went on'.repeat(5)}`
    const said = (outlet: string, speaker: string): Drawn =>
      article(outlet, 'Talks end', `“{q1|${speaker}:${long}},” ${speaker} said.`)
    const drawn = [said('Ant', 'Ilse Brand'), said('Bee', 'Joren Pell')]
    const { findings } = compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    )
    expect(findings.find(({ detail }) => detail.type === 'attribution')?.about).toContain(words)
  })

  it('keeps a spokesperson who speaks for the other as a note', () => {
    const spokesman = article(
      'Bee',
      'Talks end',
      `“{q1|Joren Pell:${words}},” Joren Pell, a spokesman for Ilse Brand, said.`,
    )
    expect(speakers(by('Ant', 'Ilse Brand'), spokesman)).toEqual(['note'])
  })

  it('names all whom reports credit', () => {
    const drawn = [by('Ant', 'Ilse Brand'), by('Bee', 'Joren Pell'), by('Cob', 'Ada Kroll')]
    const [found] = compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    ).findings.filter(({ kind }) => kind === 'speaker-differs')
    expect(found?.sentence).toContain('“Ada Kroll” (Cob); “Ilse Brand” (Ant); “Joren Pell” (Bee)')
  })

  it('shows the name behind a credit to “he”', () => {
    const pronoun = article(
      'Bee',
      'Talks end',
      `Joren Pell met the press. “{q1|Joren Pell:${words}},” he said.`,
    )
    const named = {
      ...pronoun.article,
      quotes: pronoun.article.quotes.map(creditedToHe(pronoun.article.text)),
    }
    const drawn = [by('Ant', 'Ilse Brand'), { ...pronoun, article: named }]
    const made = alignment(drawn)
    const [finding] = compare(
      drawn.map((item) => item.article),
      made,
    ).findings.filter(({ kind }) => kind === 'speaker-differs')
    const shown = finding?.evidence.map(({ article: id, start, end }) =>
      drawn.find((item) => item.article.id === id)?.article.text.slice(start, end),
    )
    expect(shown).toEqual(expect.arrayContaining(['he', 'Pell']))
  })
})

function creditedToHe(text: string) {
  const start = text.lastIndexOf(' he ') + 1
  return <Quote extends object>(quote: Quote) => ({ ...quote, source: [{ start, end: start + 2 }] })
}
