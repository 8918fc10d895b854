/** Quantities: `words=value(unit)~qualifier` in text order, published on Wednesday 3 December 2025. */
import { describe, expect, it } from 'vitest'
import { publicationDay } from '../../src/annotate/quantities/day.js'
import { quantities } from '../../src/annotate/quantities/quantities.js'
import { tagSentences } from '../../src/annotate/sentences.js'

function read(text: string, publishedAt: string | null = '2025-12-03T08:00:00+00:00'): string {
  const span = { start: 0, end: text.length }
  const tagged = tagSentences({ text, blocks: [{ kind: 'paragraph', ...span }] }, [{ id: 's1', ...span }])
  return quantities(text, tagged, publicationDay(publishedAt, 'UTC'))
    .map((item) => {
      const unit = item.unit === null ? '' : `(${item.unit})`
      const qualifier = item.qualifier === undefined ? '' : `~${item.qualifier}`
      return `${item.kind} ${text.slice(item.start, item.end)}=${item.value}${unit}${qualifier}`
    })
    .join(' | ')
}

describe('numbers', () => {
  it.each([
    ['It has four parts.', 'number four=4(part)'],
    ['a five-point document', 'number five-point=5(point)'],
    ['two and a half million voters', 'number two and a half million=2500000(voter)'],
    ['2½ million voters', 'number 2½ million=2500000(voter)'],
    ['Two men and a half of the crew left.', 'number Two=2(man)'],
    ['Some 300 people came.', 'number 300=300(person)~about'],
    ['at least 12 were killed', 'number 12=12(person)~at-least'],
    ['a dozen Ukrainian soldiers', 'number a dozen=12(soldier)'],
    [
      'twenty-one envoys and two hundred and five guards',
      'number twenty-one=21(envoy) | number two hundred and five=205(guard)',
    ],
    ['1.5 million voters', 'number 1.5 million=1500000(voter)'],
    ['between 10 and 15 ships', 'number 10 and 15=10-15(ship)'],
    ['10-15 ships', 'number 10-15=10-15(ship)'],
    ['Ann Lowe, 33, said so', 'number 33=33(year-old)'],
    ['a 33-year-old teacher', 'number 33-year-old=33(year-old)'],
    ['One of them left; one man stayed.', 'number one=1(man)'],
    ['wages of the 1,400 dockers rise', 'number 1,400=1400(docker)'],
    ['a magnitude-5.6 quake', 'number 5.6=5.6(magnitude)'],
    ['an earthquake of 5.6 on the Richter scale', 'number 5.6=5.6(magnitude)'],
    ['a 6.1 quake hit 12 towns', 'number 6.1=6.1(magnitude) | number 12=12(town)'],
    ['he hit 43 RBIs', 'number 43=43(rbi)'],
    ['a Boeing 737, Channel 4 and No. 10', ''],
    ['the second round', ''],
    ['thirty kilometres from the border', 'number thirty=30(kilometer)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('money and percentages', () => {
  it.each([
    ['It cost $2.5bn.', 'money $2.5bn=2500000000(USD)'],
    ['nearly €5,000', 'money €5,000=5000(EUR)~nearly'],
    ['a million and a half euros', 'money a million and a half euros=1500000(EUR)'],
    ['three million dollars', 'money three million dollars=3000000(USD)'],
    ['$10-$15 million', 'money $10-$15 million=10000000-15000000(USD)'],
    ['up to 3.5 per cent', 'percent 3.5 per cent=3.5~at-most'],
    ['50% of it', 'percent 50%=50'],
    ['two percentage points', 'percent two percentage points=2(percentage point)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('durations and times', () => {
  it.each([
    ['It took five hours.', 'duration five hours=PT5H'],
    ['nearly four hours later', 'duration four hours=PT4H~nearly'],
    ['a three-hour meeting', 'duration three-hour=PT3H'],
    ['half an hour', 'duration half an hour=PT30M'],
    ['an hour and a half', 'duration an hour and a half=PT1H30M'],
    ['an hour-and-a-half call', 'duration an hour-and-a-half=PT1H30M'],
    ['an hour and a quarter', 'duration an hour and a quarter=PT1H15M'],
    ['three-quarters of an hour', 'duration three-quarters of an hour=PT45M'],
    ['half-hour talks', 'duration half-hour=PT30M'],
    ['a minute and a half', 'duration a minute and a half=PT1M30S'],
    ['one and a half hours and ten minutes', 'duration one and a half hours and ten minutes=PT1H40M'],
    ['two and a half days', 'duration two and a half days=P2DT12H'],
    ['two and a half weeks', 'duration two and a half weeks=P2W3DT12H'],
    ['a month and a half', 'duration a month and a half=P1M15D'],
    ['half a month', 'duration half a month=P15D'],
    ['nearly two and a half months', 'duration two and a half months=P2M15D~nearly'],
    ['a year and a half', 'duration a year and a half=P1Y6M'],
    ['two and one-half years', 'duration two and one-half years=P2Y6M'],
    ['a decade and a half', 'duration a decade and a half=P15Y'],
    ['a two-and-a-half-hour meeting', 'duration two-and-a-half-hour=PT2H30M'],
    ['2½ hours or 2 1/2 hours', 'duration 2½ hours=PT2H30M | duration 2 1/2 hours=PT2H30M'],
    ['a two-hour and a half-day session', 'duration two-hour=PT2H | duration a half-day=PT12H'],
    ['two hours and a half of them', 'duration two hours=PT2H'],
    ['two and a half years ago', ''],
    ['it began 2½ weeks ago', ''],
    ['a year and a half ago', ''],
    ['a month ago Thursday', ''],
    ['two hours and 15 minutes', 'duration two hours and 15 minutes=PT2H15M'],
    ['72 hours', 'duration 72 hours=PT72H'],
    ['for a week', 'duration a week=P1W'],
    ['twice a week', ''],
    ['spread over two years', 'duration two years=P2Y'],
    ['for over two years', 'duration two years=P2Y~more-than'],
    ['the four-year war', 'duration four-year=P4Y'],
    ['at 5 p.m. ET', 'time 5 p.m. ET=17:00(ET)'],
    ['at 17:30 and at noon', 'time 17:30=17:30 | time noon=12:00'],
    ['at 12.15am', 'time 12.15am=00:15'],
    ['from 1700 GMT', 'time 1700 GMT=17:00(GMT)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('dates', () => {
  it.each([
    ['They met on Tuesday.', 'date Tuesday=2025-12-02'],
    ['They met on Tuesday, Dec. 2, in Moscow.', 'date Tuesday, Dec. 2=2025-12-02'],
    ['on 2 December 2025', 'date 2 December 2025=2025-12-02'],
    ['on 2 Dec 25', 'date 2 Dec=2025-12-02'],
    ['They will meet on Friday.', 'date Friday=2025-12-05'],
    ['He said on Monday he would go.', 'date Monday=2025-12-01'],
    ['next Tuesday', 'date next Tuesday=2025-12-09'],
    ['last Wednesday', 'date last Wednesday=2025-11-26'],
    ['yesterday', 'date yesterday=2025-12-02'],
    ['last week', 'date last week=2025-W48'],
    ['three days ago', 'date three days ago=2025-11-30'],
    ['two years ago', 'date two years ago=2023'],
    ['since October', 'date October=2025-10'],
    ['will enter its fifth year in February', 'date February=2026-02'],
    ['in 2019 and since May 2020', 'date 2019=2019 | date May 2020=2020-05'],
    ["in the 1930's and 2019's storm", 'date 2019=2019'],
    ['planned since 2023', 'date 2023=2023'],
    ['the 2016 elections', 'date 2016=2016'],
    ['2000 people', 'number 2000=2000(person)'],
    ['sat on the march, in the Sun newspaper', ''],
    ['They may march; the Sunday Times said so on Black Friday.', ''],
    ['the 1990s', ''],
    ['on 30 February 2025', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('leaves relative dates out when the day of publication is unknown', () => {
    expect(read('on Tuesday, last week, yesterday and Dec. 2, in 2019', null)).toBe('date 2019=2019')
  })

  it('reads a publication time in UTC in the given zone, and any other as printed', () => {
    expect(publicationDay('2025-12-03T22:00:00Z', 'Asia/Tokyo')).toEqual(publicationDay('2025-12-04', 'UTC'))
    expect(publicationDay('2025-12-03T22:00:00-05:00', 'Asia/Tokyo')).toEqual(
      publicationDay('2025-12-03', 'UTC'),
    )
  })
})
