import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/model/comparison.js'
import { alignment, article, type Figure } from './event.js'
import { compare } from './worded.js'

type Told = readonly [string, ...Figure[]]

/** The fact table of reports of one claim each, all in one column. */
function factsOf(...told: readonly Told[]): readonly Fact[] {
  const drawn = told.map(([words, ...figures], at) =>
    article(`Outlet ${at + 1}`, 'News', `{c1:${words}}.`, figures),
  )
  return compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).facts
}

/** Rows on figures; the town the sentences name is a row of its own. */
const figuresOf = (...told: readonly Told[]): readonly Fact[] =>
  factsOf(...told).filter(({ kind }) => kind !== 'place')

const noteOf = (...told: readonly Told[]): string | undefined => figuresOf(...told)[0]?.values[0]?.note

const lasts = (words: string, value: string): Told => [
  `The strike at the harbour of Aldmoor lasted ${words}`,
  ['duration', value, null, words.replace(/^(?:nearly|about|more than|at least|up to) /u, '')],
]
const boats = (words: string, value: string): Told => [
  `The storm in Aldmoor wrecked ${words} boats`,
  ['number', value, 'boat', words.replace(/^(?:nearly|about|more than|fewer than|at least|just over) /u, '')],
]
describe('how two values go together', () => {
  it.each<[string, Told, Told, RegExp]>([
    ['equal', boats('nine', '9'), boats('nine', '9'), /^equal in all reports/u],
    ['rounded', boats('1,386', '1386'), boats('1,400', '1400'), /^rounded .*rounded$/u],
    ['rounded: nearly', boats('nearly 300', '300'), boats('291', '291'), /^rounded/u],
    [
      'compatible: a lower bound',
      boats('more than 40', '40'),
      boats('52', '52'),
      /^compatible .*lower bound/u,
    ],
    ['may differ: nearly', boats('nearly 300', '300'), boats('250', '250'), /^may differ .*nearly/u],
    ['differ', boats('nine', '9'), boats('seven', '7'), /^differ .*both cannot be right/u],
    ['differ: two and three years', lasts('two years', 'P2Y'), lasts('three years', 'P3Y'), /^differ/u],
    [
      'may differ: unit',
      lasts('six weeks', 'P6W'),
      lasts('six months', 'P6M'),
      /^may differ .*one number stands with two units/u,
    ],
    [
      'rounded: another unit',
      ['The harbour road at Aldmoor runs 30 miles', ['number', '30', 'mile', '30']],
      ['The harbour road at Aldmoor runs 48 kilometres', ['number', '48', 'kilometer', '48']],
      /^rounded .*same measure in another unit/u,
    ],
    [
      'may differ: two currencies',
      ['The harbour of Aldmoor cost 40 million dollars', ['money', '40000000', 'USD', '40 million dollars']],
      ['The harbour of Aldmoor cost 40 million euros', ['money', '40000000', 'EUR', '40 million euros']],
      /^may differ .*two currencies/u,
    ],
    [
      'may differ: far below an upper bound',
      lasts('up to 40 hours', 'PT40H'),
      lasts('15 hours', 'PT15H'),
      /^may differ .*upper bound, far above/u,
    ],
    [
      'may differ: far above a lower bound',
      boats('at least 10', '10'),
      boats('30', '30'),
      /^may differ .*lower bound, far below/u,
    ],
    [
      'compatible: two bounds that leave room',
      lasts('more than three years', 'P3Y'),
      lasts('nearly five years', 'P5Y'),
      /^compatible .*lower bound/u,
    ],
    [
      'differ: above and below one number',
      boats('more than 100', '100'),
      boats('fewer than 100', '100'),
      /^differ against “.* than 100 boats”: one value lies above that number, the other below it$/u,
    ],
    [
      'compatible: a number, and more than that',
      boats('more than 100', '100'),
      boats('100', '100'),
      /^compatible in all reports .*lower bound$/u,
    ],
    [
      'rounded: a number, and nearly that',
      boats('nearly 300', '300'),
      boats('300', '300'),
      /^rounded in all reports .*approximate$/u,
    ],
    [
      'may differ: a little more than “nearly”',
      boats('nearly 300', '300'),
      boats('305', '305'),
      /^may differ .*nearly/u,
    ],
    ['differ: much more than “just over”', boats('just over 40', '40'), boats('90', '90'), /^differ/u],
    [
      'differ: two years',
      ['The harbour bridge at Aldmoor was built in 2011', ['date', '2011', null, '2011']],
      ['The harbour bridge at Aldmoor was built in 2013', ['date', '2013', null, '2013']],
      /^differ .*the years are not the same/u,
    ],
    [
      'may differ: a weekday of this week or the next',
      [
        'The council of Aldmoor will vote on the bridge next Thursday',
        ['date', '2030-05-09', null, 'next Thursday'],
      ],
      ['The council of Aldmoor will vote on the bridge on 16 May', ['date', '2030-05-16', null, '16 May']],
      /^may differ .*of either week/u,
    ],
    [
      'equal: a weekday and a date',
      ['The harbour bridge at Aldmoor fell on 3 May', ['date', '2030-05-03', null, '3 May']],
      ['The harbour bridge at Aldmoor fell on Friday', ['date', '2030-05-03', null, 'Friday']],
      /^equal/u,
    ],
  ])('%s', (_name, a, b, expected) => {
    expect(noteOf(a, b)).toMatch(expected)
  })

  it('says by what a weekday is the date', () => {
    const note = noteOf(
      ['The harbour bridge at Aldmoor fell on 3 May', ['date', '2030-05-03', null, '3 May']],
      ['The harbour bridge at Aldmoor fell on Friday', ['date', '2030-05-03', null, 'Friday']],
    )
    expect(note).toContain('the same day, “Friday” by the date of its report')
  })
})

describe('rows', () => {
  it('asks a question a reader would', () => {
    expect(figuresOf(boats('nine', '9'), boats('seven', '7'))[0]?.question).toMatch(/^How many boats\? “.*…/u)
    expect(figuresOf(lasts('two years', 'P2Y'), lasts('three years', 'P3Y'))[0]?.question).toMatch(
      /^How long\?/u,
    )
    const sold = (words: string, value: string): Told => [
      `The heater of Aldmoor was first sold in ${words}`,
      ['date', value, null, words],
    ]
    expect(figuresOf(sold('March 2024', '2024-03'), sold('September 2024', '2024-09'))[0]?.question).toMatch(
      /^In what month\?/u,
    )
  })

  it('has one row for what a report gives exactly and, further on, rounded', () => {
    const exact: Told = [
      'The harbour of Aldmoor earned $140,937,785 last season, and the harbour of Aldmoor earned roughly $141 million',
      ['money', '140937785', 'USD', '$140,937,785'],
      ['money', '141000000', 'USD', '$141 million'],
    ]
    const other: Told = [
      'The harbour of Aldmoor earned $139 million',
      ['money', '139000000', 'USD', '$139 million'],
    ]
    const rows = figuresOf(exact, other)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.values).toHaveLength(3)
  })

  it.each([
    ['The clinic at Aldmoor paid $1,300 to the mayor', ' “The clinic at Aldmoor paid … to the mayor”'],
    ['The mayor of Aldmoor said that the clinic would not cost $1,300', ' “the clinic would not cost …”'],
    // Only where the clause opens its sentence or stands behind “that”, and nothing is left out.
    ['The clinic at Aldmoor, which opened in May, paid $1,300 to the mayor', ''],
    ['The mayor of Aldmoor sold the clinic and received $1,300 from the state', ''],
    ['The clinic at Aldmoor will pay $1,300 in taxes if the vote fails', ''],
    ['If the vote at Aldmoor fails, the clinic will pay $1,300 in taxes', ''],
  ])('leaves the figure open in a clause of its own: %s', (told, open) => {
    const sum = (words: string, value: string): Told => [
      told.replace('$1,300', words),
      ['money', value, 'USD', words],
    ]
    expect(figuresOf(sum('$1,300', '1300'), sum('$2,500', '2500'))[0]?.question).toBe(
      `How much money?${open}`,
    )
  })
  it('takes two sides of a whole for two questions', () => {
    const votes = (words: string, value: string): Told => [
      `The vote in Aldmoor gave her ${words} of the ballots`,
      ['percent', value, null, words],
    ]
    expect(figuresOf(votes('52 per cent', '52'), votes('48 per cent', '48'))).toEqual([])
    const games = (words: string, ...values: readonly string[]): Told => [
      words,
      ...values.map((value): Figure => ['number', value, 'game', value]),
    ]
    const missed = (few: string, all: string): Told =>
      games(`A knee injury kept her out of ${few} of the club's ${all} games in Aldmoor`, few, all)
    const played = games('A knee injury kept her to 6 games in Aldmoor', '6')
    expect(figuresOf(missed('10', '16'), played)).toEqual([])
    expect(figuresOf(missed('10', '16'), missed('10', '17'))).not.toEqual([])
  })

  it.each([
    [
      'The mayor met the dockers at the Customs House in the harbour',
      'The mayor met the dockers at the Guildhall in the harbour',
      1,
    ],
    ['The mayor met a doctor at the Customs House', 'The mayor met a doctor at the Guildhall', 0],
    ['The Customs House said the mayor met the dockers', 'The Guildhall said the mayor met the dockers', 0],
  ])('takes a place where something happens alone: %s', (a, b, rows) => {
    expect(factsOf([a], [b]).filter(({ kind }) => kind === 'place')).toHaveLength(rows)
  })
})

describe('one thing in sentences built differently', () => {
  /** Each in a row of its own: what holds them together is what they are of. */
  const apart = (...told: readonly Told[]): readonly Fact[] => {
    const drawn = told.map(([words, ...figures], at) =>
      article(`Outlet ${at + 1}`, 'News', `{c9:The ferry stood still}. {c${at + 1}:${words}}.`, figures),
    )
    return compare(
      drawn.map((item) => item.article),
      alignment(drawn),
    ).facts.filter(({ kind }) => kind !== 'place')
  }
  const hours = (value: string, printed: string): Figure => ['duration', value, null, printed]
  const day = (value: string, printed: string): Figure => ['date', value, null, printed]
  const count = (value: string, unit: string, printed: string): Figure => ['number', value, unit, printed]
  const signed: Told = [
    'After nineteen hours of talks in Aldmoor the dockers and the port signed an accord on wages',
    hours('PT19H', 'nineteen hours'),
  ]

  it.each<[string, Told, Told, string | undefined]>([
    [
      'the length of one thing',
      signed,
      [
        'The dockers and the port signed an accord in Aldmoor, after talks that lasted for 17 hours',
        hours('PT17H', '17 hours'),
      ],
      'differ',
    ],
    [
      'the length of two',
      signed,
      [
        'The dockers and the port signed an accord in Aldmoor, after a strike that lasted for 17 hours',
        hours('PT17H', '17 hours'),
      ],
      undefined,
    ],
    [
      'the day to come of one act',
      ['The members will vote on 21 May in the hall', day('2030-05-21', '21 May')],
      ['The accord still has to pass the members, who will vote on 22 May', day('2030-05-22', '22 May')],
      'differ',
    ],
    [
      'the day to come of two',
      ['The members will meet on 21 May in the hall', day('2030-05-21', '21 May')],
      ['The accord still has to pass the members, who will vote on 22 May', day('2030-05-22', '22 May')],
      undefined,
    ],
    [
      'neighbouring years of one act',
      ['In 1969 the captain was fined for bribing the harbour crew of Aldmoor', day('1969', '1969')],
      ['In 1970 he was fined for bribing the whole harbour crew of Aldmoor', day('1970', '1970')],
      'differ',
    ],
    [
      'years far apart, though the act is one',
      ['In 1969 the captain was fined for bribing the harbour crew of Aldmoor', day('1969', '1969')],
      ['In 1985 he was fined for bribing the whole harbour crew of Aldmoor', day('1985', '1985')],
      undefined,
    ],
    [
      'neighbouring years of which one report has both',
      [
        'In 1969 the captain was fined for bribing the crew of Aldmoor, and in 1970 she sold a boat',
        day('1969', '1969'),
        day('1970', '1970'),
      ],
      ['In 1970 he was fined for bribing the whole harbour crew of Aldmoor', day('1970', '1970')],
      undefined,
    ],
    [
      'counts of two crowds',
      [
        'About 60 dockers sat inside the harbour hall at the time, and one was hurt',
        count('60', 'docker', '60'),
      ],
      [
        'The peaceful march to the harbour hall ended as 100 dockers threw nets',
        count('100', 'docker', '100'),
      ],
      undefined,
    ],
    [
      'large near counts, whatever stands around them',
      ['The captain now has 2,029 crossings behind her', count('2029', 'crossing', '2,029')],
      [
        'It made 2,117 crossings, more than any mate of the line since the war',
        count('2117', 'crossing', '2,117'),
      ],
      'differ',
    ],
    [
      'small near counts in other words',
      ['The painter, tired and late for supper, still owes 29 crossings', count('29', 'crossing', '29')],
      [
        'Fog held up 31 crossings off the southern coast throughout a bitter winter',
        count('31', 'crossing', '31'),
      ],
      undefined,
    ],
    [
      'one of many counts of a noun',
      [
        'To change the rule the ruling party has 51 votes right now, and 70 votes shut the port',
        count('51', 'vote', '51'),
        count('70', 'vote', '70'),
      ],
      ['The mayor believes that he had the 44 votes necessary to stop the sale', count('44', 'vote', '44')],
      undefined,
    ],
    [
      'a sum, whatever stands around it',
      ['The mate took $3 million to write it', ['money', '3000000', 'USD', '$3 million']],
      ['A low figure, paid up front: $3 million went out', ['money', '3000000', 'USD', '$3 million']],
      'compatible',
    ],
    [
      'a person who threw and one who was held',
      ['One person threw a net at the guard in Aldmoor', count('1', 'person', 'One')],
      ['One person was arrested in Aldmoor after the guard came', count('1', 'person', 'One')],
      undefined,
    ],
    [
      'the day of an act and that of what was before it',
      ['The captain was charged on Saturday with theft in Aldmoor', day('2030-05-04', 'Saturday')],
      [
        'The captain was charged with theft after a fire at a fair in Aldmoor on Friday',
        day('2030-05-03', 'Friday'),
      ],
      undefined,
    ],
    [
      'the day since when',
      ['The dockers have struck over pay in Aldmoor since last Friday', day('2030-05-03', 'last Friday')],
      ['The dockers have struck over pay in Aldmoor since Saturday', day('2030-05-04', 'Saturday')],
      'differ',
    ],
    [
      'nobody',
      ['No one was hurt in the fire at Aldmoor', count('1', 'person', 'one')],
      ['No one was hurt as the fire went out at Aldmoor', count('1', 'person', 'one')],
      undefined,
    ],
  ])('%s', (_name, a, b, grade) => {
    expect(apart(a, b)[0]?.grade).toBe(grade)
  })

  it('has a third report say it in a longer form and in other words', () => {
    const trial = (words: string, value: string): Told => [
      `The harbour hall of Aldmoor was shut in ${words}`,
      day(value, words),
    ]
    const third: Told = [
      'The dockers shut the harbour hall on 11 March 2030',
      day('2030-03-11', '11 March 2030'),
    ]
    const [row] = apart(trial('March 2030', '2030-03'), trial('March 2030', '2030-03'), third)
    expect(row?.values.flatMap(({ articles }) => articles)).toHaveLength(3)
    expect(row?.elsewhere).toBeUndefined()
    expect(row?.question).toMatch(/^In what month\?/u)
  })

  it.each([
    ['A painter ate nine pies', 1],
    ['A painter ate 9 pies', 1],
    ['A painter ate nineteen pies', undefined],
  ])('cannot tell what a value is of elsewhere: %s', (words, reports) => {
    const [row] = apart(boats('nine', '9'), boats('nine', '9'), [words])
    expect(row?.elsewhere?.length).toBe(reports)
  })

  it('reads a number with commas and without', () => {
    const wrecked = boats('1,386', '1386')
    expect(apart(wrecked, wrecked, ['A painter ate 1386 pies'])[0]?.elsewhere).toHaveLength(1)
    expect(apart(wrecked, wrecked, ['A painter ate 1,386 pies'])[0]?.elsewhere).toHaveLength(1)
    expect(apart(wrecked, wrecked, ['A painter ate 1,387 pies'])[0]?.elsewhere).toBeUndefined()
  })

  it.each([
    ['The painter left on Sunday', 1],
    ['The painter left on Monday', undefined],
  ])('knows a day by another name: %s', (words, reports) => {
    const fell: Told = ['The harbour bridge at Aldmoor fell on 5 May', day('2030-05-05', '5 May')]
    expect(apart(fell, fell, [words])[0]?.elsewhere?.length).toBe(reports)
  })
})
