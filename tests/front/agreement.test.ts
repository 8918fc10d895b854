import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import { agreement as agreementOf } from '../../src/front/agreement.js'
import { titleOf } from '../../src/front/event.js'
import { extent } from '../../src/print/extent.js'
import { linkedIn } from '../../src/print/rows.js'
import { articles, ferryReport } from '../report/fixture.js'

/** What leads in, and the lines: what all tell, or else most. */
function agreement(report: Report) {
  const { agreement: lines, telling } = agreementOf(report)
  return { sentence: telling.sentence, lines: lines.length > 0 ? lines : telling.most }
}

const withCell = (report: Report, article: string, cell: Cell): Report => ({
  ...report,
  claims: report.claims.map((column, index) =>
    index === 0 ? { ...column, cells: { ...column.cells, [article]: cell } } : column,
  ),
})

/** Other words of the same length in a report's text, so that places stay. */
const withWords = (report: Report, article: string, words: string, others: string): Report => ({
  ...report,
  articles: report.articles.map((one) =>
    one.id === article ? { ...one, text: one.text.replace(words, others.padEnd(words.length)) } : one,
  ),
})

describe('agreement', () => {
  it('names what every independent text tells, and does not ask the source that was lost', () => {
    const { sentence, lines } = agreement(ferryReport)
    expect(sentence).toBe('All 3 independent texts say:')
    expect(lines.map(({ column }) => column)).toEqual(['cc-sailings00001'])
  })

  it('names once what two columns tell in the same words', () => {
    const [claim] = ferryReport.claims
    if (!claim) throw new Error('fixture changed')
    const claims = [claim, { ...claim, id: 'cc-again' }]
    const { lines } = agreement({ ...ferryReport, claims, quotes: [] })
    expect(lines.map(({ column }) => column)).toEqual(['cc-again'])
  })

  it('counts shared copy once: one of two copies telling it is enough', () => {
    const report = withWords(ferryReport, articles.wireCopy.id, 'stopped all', 'praised all')
    expect(agreement(report).lines).toHaveLength(1)
  })

  const silent = (report: Report, id: string, words: string, reason: string): Report =>
    withCell(withWords(report, id, words, 'praised all'), id, { state: 'unknown', reason })

  it('says so when a text breaks off before it could tell', () => {
    const report = silent(ferryReport, articles.inland.id, 'stopped every', 'truncated')
    expect(agreement(report).sentence).toMatch(
      /^2 of 3 independent texts say, and the rest could not be searched for it:/,
    )
  })

  it('takes it for no agreement when most texts could not be searched', () => {
    const one = silent({ ...ferryReport, quotes: [] }, articles.inland.id, 'stopped every', 'too-early')
    const { sentence, lines } = agreement(silent(one, articles.tide.id, 'stopped all', 'too-early'))
    expect(sentence).toMatch(/^No sentence was found that all 3 texts tell whole/)
    expect(lines).toEqual([])
  })

  it('does not say that all tell what they differ on', () => {
    const [column] = ferryReport.claims
    const [fact] = ferryReport.facts
    const [value] = fact?.values ?? []
    if (!column || !fact || !value) throw new Error('fixture changed')
    const told = (text: string): Report => ({
      ...ferryReport,
      quotes: [],
      facts: [{ ...fact, grade: 'differ', values: [{ ...value, text }] }],
    })
    const words = 'all sailings'
    expect(agreement(told(words.toUpperCase())).lines).toEqual([])
    expect(agreement(told(words.slice(1))).lines.map((line) => line.column)).toEqual([column.id])
    const agreed = { ...told(words), facts: [{ ...fact, grade: 'compatible' as const }] }
    expect(agreement(agreed).lines.map((line) => line.column)).toEqual([column.id])
  })

  it('asks no text in another language, and says so', () => {
    const inSpanish = (ids: readonly string[]): Report => ({
      ...ferryReport,
      articles: ferryReport.articles.map((article) =>
        ids.includes(article.id) ? { ...article, language: 'es' } : article,
      ),
    })
    const one = withCell(inSpanish([articles.inland.id]), articles.inland.id, {
      state: 'unknown',
      reason: 'language',
    })
    expect(agreement(one).sentence).toBe('Both independent texts say:')
    expect(extent(one)).toMatch(
      /^5 reports, 1 of them could not be read, 1 of them not in English and not compared, 2 independent texts,/,
    )
    const all = inSpanish(ferryReport.articles.map(({ id }) => id))
    expect(agreement(all).sentence).toMatch(/^No text that could be read is in English/)
  })

  it('says of which day reports without a time tell, where they are of two', () => {
    const untimed = {
      ...ferryReport,
      articles: ferryReport.articles.map((one) => ({ ...one, publishedAt: null })),
      newsDays: { [articles.courier.id]: 'Monday', [articles.tide.id]: 'Sunday' },
    }
    expect(extent(untimed)).toMatch(/no time of publication given; news of Monday \(.\), of Sunday \(.\)$/)
    const same = { ...untimed, newsDays: { [articles.courier.id]: 'Monday', [articles.tide.id]: 'Monday' } }
    expect(extent(same)).toMatch(/no time of publication given$/)
  })

  it('counts the days of all reports, and says a last change for what it is', () => {
    const one = ferryReport.articles.map((article) =>
      article.id === articles.tide.id
        ? { ...article, publishedAt: null, modifiedAt: '2031-05-15' }
        : article.id === articles.courier.id
          ? { ...article, publishedAt: '2031-04-02' }
          : article,
    )
    const issues = [
      ...ferryReport.issues,
      {
        code: 'unrelated',
        severity: 'warning' as const,
        stage: 'compare' as const,
        source: null,
        article: articles.courier.id,
        message: '',
      },
    ]
    expect(extent({ ...ferryReport, articles: one, issues })).toMatch(
      /published 2 April 2031 to 13 May 2031, \d\d:\d\d \(UTC\+02:00\); last changed 15 May 2031 \(.\)/,
    )
  })

  it('claims nothing on one report, one text, or none', () => {
    const one = { ...ferryReport, articles: ferryReport.articles.slice(0, 1) }
    expect(agreement(one).sentence).toMatch(/^One report alone/)
    const copies = {
      ...ferryReport,
      independence: { groups: [[articles.courier.id, articles.wireCopy.id]], shared: [] },
    }
    expect(agreement(copies).sentence).toMatch(/^There is one independent text/)
    const none = { ...ferryReport, independence: { groups: [[articles.lost.id]], shared: [] } }
    expect(agreement(none).sentence).toMatch(/^No source could be read/)
  })
})

it.each([
  ['and there was no breakthrough', 'There was no breakthrough'],
  ['that the dam had been inspected', 'The dam had been inspected'],
  ['that is how it went', 'That is how it went'],
  ['“so far,” he said', '“so far,” he said'],
  ['andere Worte', 'Andere Worte'],
  ['and', 'And'],
])('calls the column of “%s” %s', (label, title) => {
  expect(titleOf(label)).toBe(title)
})

it('tells reports and independent texts apart', () => {
  const [column] = ferryReport.claims
  if (!column) throw new Error('fixture changed')
  expect(linkedIn(ferryReport, column)).toBe('found in 4 of 5 reports, which are 3 independent texts')
})
