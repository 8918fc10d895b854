/** The sentence of a finding: every question and every way of standing to it, in words that judge nobody. */
import { describe, expect, it, test } from 'vitest'
import { front } from '../../src/front/front.js'
import { sentenceOf } from '../../src/front/sentence.js'
import { ConflictType, FindingKind, Otherwise, type Finding } from '../../src/model/comparison.js'
import { itemAt } from '../../src/text/item-at.js'
import { articles, ferryEvent, ferryReport } from '../report/fixture.js'
import { bannedIn } from './lexicon.js'

const nameOf = (id: string): string => `Outlet ${id}`
const wordsIn = (text: string): number => text.split(' ').length

test.each([...FindingKind.options, ...ConflictType.options])('%s asks in words that judge nobody', (name) => {
  const type = ConflictType.safeParse(name).data
  const findings = ferryEvent.findings.map((finding) => ({
    ...finding,
    kind: FindingKind.safeParse(name).data ?? ('conflict' as const),
    detail: { ...finding.detail, ...(type && { type }) },
  }))
  for (const { sentence, question } of front({ ...ferryEvent, findings }).findings) {
    expect(bannedIn(sentence)).toEqual([])
    expect(question).toMatch(/^[A-Z].*\?$/u)
  }
})

describe('a sentence', () => {
  const finding: Finding = {
    ...itemAt(ferryReport.findings, 0),
    detail: { type: 'polarity' },
    question: 'How many?',
    about: '▁ passengers were stranded',
    answers: [
      { text: '4,000', by: null, articles: ['A', 'B', 'C', 'D'] },
      { text: '2,500', by: 'the harbour office', articles: ['E'] },
    ],
    otherwise: Otherwise.options.map((how) => ({ how, articles: ['F'] })),
    silent: ['G'],
    unknown: ['H'],
  }

  it('gives each answer its reports, then who stands otherwise to it', () => {
    const sentence = sentenceOf({ ...finding, otherwise: [] }, nameOf)
    expect(sentence).toBe(
      'How many? “… passengers were stranded”: “4,000” (Outlet A, Outlet B and 2 more); “2,500”, attributed to the harbour office (Outlet E). Does not say: Outlet G. Cannot tell: Outlet H.',
    )
    expect(bannedIn(sentenceOf(finding, nameOf))).toEqual([])
  })

  it('cuts long answers around the words that differ', () => {
    const long = `${'the ferry sails and '.repeat(12)}burns ${'at the pier again '.repeat(12)}`.trim()
    const start = long.indexOf('burns')
    const answers = ['A', 'B'].map((id) => ({
      text: long,
      by: null,
      articles: [id],
      differs: [{ start, end: start + 'burns'.length }],
    }))
    const sentence = sentenceOf({ ...finding, answers, otherwise: [], silent: [], unknown: [] }, nameOf)
    expect(sentence.split('burns')).toHaveLength(3)
    expect(wordsIn(sentence)).toBeLessThanOrEqual(50)
  })

  it('has no word of its own about what is told alone', () => {
    const alone = ferryReport.findings.find(({ kind }) => kind === 'only-here')
    expect(alone?.sentence).toContain(articles.courier.outlet.name)
  })
})
