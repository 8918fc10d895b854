/** Masks: who published a text must not be read in it; what the text tells must. */
import { describe, expect, it, test } from 'vitest'
import { maskOf, maskOfSentences } from '../../src/editions/masking.js'
import { ferryReport, makeArticle, type ArticlePlan } from '../report/fixture.js'

const plan = (outlet: string, more: Partial<ArticlePlan> = {}) =>
  makeArticle({ outlet, blocks: ['Headline', 'Text.'], ...more })
const mask = maskOf({
  ...ferryReport,
  articles: [
    plan('The Old Bridge Times', {
      url: 'https://www.oldbridge.example/a',
      bylines: ['Ida Brandt and Jo Verre'],
    }),
    plan('Northgate Public Radio', {
      url: 'https://northgate-radio.example/news',
      credit: 'Sound Press Agency',
    }),
    plan('Tide'),
    plan('Old Bridge'),
  ],
})

test.each([
  ['he told The Old Bridge Times on Friday', 'he told Report A on Friday'],
  ['“the Old Bridge Times’s reporter”', '“Report A’s reporter”'],
  ['THE OLD BRIDGE  TIMES', 'Report A'],
  ['OldBridgeTimes, old-bridge-times', 'Report A, Report A'],
  ['see oldbridge.example or https://www.oldbridge.example/a?b#c today', 'see Report A or [address] today'],
  ['NPR and Northgate Public Radio', 'Report B and Report B'],
  ['Tide said the tide was high', 'Report C said the tide was high'],
  ['people of Old Bridge', 'people of Report D'],
  ['By Ida Brandt, with Jo Verre', 'By [reporter], with [reporter]'],
  ['said Sound Press Agency', 'said [agency]'],
  ['she told Northgate, in the town of Northgate', 'she told Report B, in the town of Northgate'],
  ['in an interview with Old Bridge', 'in an interview with Report D'],
  ['write to desk@oldbridge.example or @oldbridge', 'write to [address] or [account]'],
  ['Tidewater and Brandt stay', 'Tidewater and Brandt stay'],
])('%s', (text, masked) => {
  expect(mask(text)).toBe(masked)
})

describe('hostile names', () => {
  it('are text, not patterns, and take linear time', () => {
    const odd = maskOf({ ...ferryReport, articles: [plan('(a+)+$ [News] \\d'), plan('A'.repeat(2000))] })
    const start = performance.now()
    expect(odd('read (a+)+$ [News] \\d now')).toBe('read Report A now')
    odd('a'.repeat(200_000) + ' ' + '@'.repeat(50_000) + 'https://'.repeat(5_000))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('names that stand for outlets', () => {
  const short = maskOf({ ...ferryReport, articles: [plan('tide'), plan('hgt'), plan('Skerry Post')] })

  it.each([
    ['he told Tide News on Monday', 'he told Report A on Monday'],
    ['The Tide News Network and TIDE', 'Report A and Report A'],
    ['when the tide was high', 'when the tide was high'],
    ['the Halden Gazette Today wrote, HGT wrote', 'Report B wrote, Report B wrote'],
    ['told Harrow Vale News’s Ann Lee', 'told [outlet]’s Ann Lee'],
    ['first reported by the Evening Herald', 'first reported by [outlet]'],
    ['in Times Square, at the Post Office', 'in Times Square, at the Post Office'],
    ['as the BBC and Reuters have it', 'as [outlet] and [outlet] have it'],
    ['the Daily Caller and Politico wrote on Daily Street', '[outlet] and [outlet] wrote on Daily Street'],
    ['no news of the post', 'no news of the post'],
  ])('%s', (text, masked) => {
    expect(short(text)).toBe(masked)
  })
})

test('the program’s own sentences name nobody, and what they quote stays', () => {
  const sentences = maskOfSentences({
    ...ferryReport,
    articles: [plan('courier'), plan('tide'), plan('tide line'), plan('iNews')],
  })
  expect(
    sentences(
      'Which? “the tide took a courier” (tide line); “as iNews told” (courier). Does not say: tide and iNews.',
    ),
  ).toBe(
    'Which? “the tide took a courier” (Report C); “as Report D told” (Report A). Does not say: Report B and Report D.',
  )
})
