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

describe('clauses that point two ways', () => {
  it.each([
    [
      'The board ordered the recall of the heater',
      'The board had not ordered the recall of the heater',
      true,
    ],
    ['Mara Sol conceded defeat on Friday', 'Mara Sol refused to concede defeat on Friday', true],
    ['The Greens support the freeze of fares', 'The Greens oppose the freeze of fares', true],
    ['The Greens support the freeze of fares', 'The Liberals oppose the freeze of fares', false],
    ['The Greens support the freeze of fares', 'Some members oppose the freeze of fares', false],
    [
      'The board ordered the recall of the heater',
      'Sol asked if the board had not ordered the recall',
      false,
    ],
    ['Arden will close its plant in Vessel', 'The plant in Vessel will not be closed', true],
    [
      'Lena Hale, a doctor who was not involved, rejects the findings',
      'Lena Hale, a doctor, welcomes the findings',
      true,
    ],
    ['Sol spoke about a photo sent from her account', 'Sol did not send a photo from her account', false],
    ['The firm sold the heater in Aldmoor', 'Families bought the heater in Aldmoor', false],
    ['The report criticized the mayor', 'The report not only criticized the mayor', false],
    ['The firm did not pay the bonus', 'The firm paid the bonus', true],
    ['The Harriers won the first race', 'The Harriers lost the first race', true],
    ['The council approved the crane', 'The council has not approved the crane', true],
    [
      'The mates Mara Sol and Joren Pell are insured for the crossing',
      'Unlike the mates Mara Sol and Joren Pell, Ilse Brand is not insured for the crossing',
      false,
    ],
  ])('%s / %s', (a, b, expected) => {
    expect(conflicts([a], [b]).length > 0).toBe(expected)
  })
})

describe('what is only asked, hoped or under a condition', () => {
  const against = (words: string): readonly Finding[] => {
    const drawn = [
      article('Ant', 'News', words),
      article('Bee', 'News', '{c1:The Fjord Line refused a pact with the union}.'),
    ]
    return compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    ).findings.filter((finding) => finding.kind === 'conflict')
  }

  it('is no position of anybody', () => {
    expect(against('{c1:The Fjord Line accepted a pact with the union}.')).toHaveLength(1)
    expect(against('If {c1:the Fjord Line accepts a pact with the union}, ships sail.')).toEqual([])
    const [hoping, other] = [
      article(
        'Ant',
        'News',
        'Mara Sol hopes {c1|Mara Sol:that the Fjord Line will accept a pact with the union}.',
      ),
      article('Bee', 'News', '{c1:The Fjord Line refused a pact with the union}.'),
    ]
    const quotes = hoping.article.quotes.map((quote) => ({ ...quote, cueLemma: 'hope' }))
    const hoped = { ...hoping.article, quotes }
    const { findings, positions } = compare([hoped, other.article], alignment([hoping, other]))
    expect(findings.filter(({ kind }) => kind === 'conflict')).toEqual([])
    expect(positions.filter(({ article: id }) => id === hoped.id)).toEqual([])
  })
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

describe('days beside clauses that point two ways', () => {
  const sign = (day: string, value: string): readonly [string, ...Figure[]] => [
    `The mayor signed the contract ${day}`,
    ['date', value, null, day.replace('on ', '')],
  ]
  const refuse = (day: string, value: string): readonly [string, ...Figure[]] => [
    `The mayor did not sign the contract ${day}`,
    ['date', value, null, day.replace('on ', '')],
  ]
  const polar = (a: readonly [string, ...Figure[]], b: readonly [string, ...Figure[]]): boolean =>
    conflicts(a, b).some(({ severity }) => severity === 'contradiction')

  it('are held against each other only where they are one', () => {
    expect(polar(sign('on Tuesday', '2030-05-07'), refuse('last year', '2029'))).toBe(false)
    expect(polar(sign('on Tuesday', '2030-05-07'), refuse('on 7 May', '2030-05-07'))).toBe(true)
    expect(polar(sign('on Tuesday', '2030-05-07'), refuse('this year', '2030'))).toBe(true)
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

describe('headlines that oppose each other', () => {
  const told = (a: string, b: string): readonly string[] => {
    const body = '{c9:The ferry stood still}.'
    const drawn = [article('Ant', a, body), article('Bee', b, body)]
    return compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    )
      .findings.filter(({ kind, severity }) => kind === 'conflict' && severity !== 'note')
      .map(({ sentence }) => sentence)
  }

  it.each([
    ['{c1:Council accepts the offer of the port}', '{c1:Council rejects the offer of the port}', 1],
    ['{c1:The council will not block the bill}', '{c1:The council will block the bill}', 1],
    ['{c1:Council accepts the offer of the port}', '{c1:Council accepts an offer of the port}', 0],
  ])('%s | %s', (a, b, found) => {
    expect(told(a, b)).toHaveLength(found)
  })
})
