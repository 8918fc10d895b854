/** Reviews on a report: where rulings go, what becomes of findings, and what is stale. */
import { describe, expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import type { Review, Ruling, Verdict } from '../../src/model/review.js'
import { findings as findingTable } from '../../src/editions/tables/findings.js'
import { renderHtml } from '../../src/print/html/page.js'
import { renderMarkdown } from '../../src/print/markdown.js'
import { applyReviews } from '../../src/editions/review/apply.js'
import { sortedOf, standingOf } from '../../src/print/blocks.js'
import { ferryReport, findings } from '../report/fixture.js'

const [fire, number, cut] = findings.map(({ id }) => id)

function ruling(finding: string | undefined, verdict: Verdict, more: Partial<Ruling> = {}): Ruling {
  return {
    target: { kind: 'finding', finding: finding ?? '' },
    verdict,
    correction: '',
    note: '',
    at: '2031-05-14T08:00:00Z',
    sentence: 'as it was read',
    ...more,
  }
}
const sources = ferryReport.articles.flatMap(({ sha256 }) => sha256 ?? [])
const review = (reviewer: string, rulings: readonly Ruling[], read: readonly string[] = sources): Review => ({
  schema: 'synoptic/review@1',
  reviewer,
  report: { title: 'Strike', generator: 'synoptic 0.0.9', sources: read },
  rulings,
})

describe('a review applied', () => {
  const reviewed = applyReviews(ferryReport, [
    review('Ada', [
      ruling(fire, 'dismiss', { note: 'two fires' }),
      ruling(cut, 'correct', { correction: 'C prints half' }),
    ]),
    review('Bo', [ruling(number, 'accept'), ruling(cut, 'accept')]),
  ])

  it('is a Report, with the findings in their order and words', () => {
    expect(Report.safeParse(reviewed).success).toBe(true)
    expect(reviewed.findings.map(({ id, sentence }) => [id, sentence])).toEqual(
      ferryReport.findings.map(({ id, sentence }) => [id, sentence]),
    )
    expect(reviewed.review?.reviews).toEqual([
      { reviewer: 'Ada', rulings: 2, applied: 2 },
      { reviewer: 'Bo', rulings: 2, applied: 2 },
    ])
  })

  it('moves what was dismissed off the front, kept and marked', () => {
    const { front, dismissed } = sortedOf(reviewed.findings)
    expect(dismissed.map(({ id }) => id)).toEqual([fire])
    expect(front.map(({ id }) => id)).not.toContain(fire)
    expect(reviewed.front).toContain(cut)
    expect(reviewed.front).not.toContain(fire)
    expect(renderMarkdown(reviewed)).toMatch(
      /## Judged wrong\n\n- \*\*Which is it\?.*\*\* Judged wrong by Ada: two fires\./,
    )
    expect(renderHtml(reviewed)).toContain('Judged wrong: 1')
    expect(findingTable.csv(reviewed)).toContain('dismissed,Judged wrong by Ada: two fires')
  })

  it('marks what was accepted and corrected', () => {
    expect(reviewed.findings.map(standingOf).slice(0, 3)).toEqual(['dismissed', 'accepted', 'corrected'])
    expect(renderHtml(reviewed)).toContain('Judged right, but badly put by Ada: should read “C prints half”')
  })
})

describe('two reviewers who disagree', () => {
  it('leave the finding where it is, and say so', () => {
    const reviewed = applyReviews(ferryReport, [
      review('Ada', [ruling(fire, 'dismiss')]),
      review('Bo', [ruling(fire, 'accept')]),
    ])
    expect(reviewed.findings.map(standingOf)[0]).toBe('disputed')
    expect(sortedOf(reviewed.findings).dismissed).toEqual([])
  })
})

describe('a ruling without a place', () => {
  const staleOf = (one: Review) =>
    applyReviews(ferryReport, [one]).review?.stale.map(({ reason, why }) => [reason, why])

  it('is stale because the sources changed', () => {
    const other = 'f'.repeat(64)
    expect(staleOf(review('Ada', [ruling('f-gone', 'accept')], [...sources.slice(1), other]))).toEqual([
      [
        'sources-changed',
        'The ruling was given on other sources: 1 of them is not in this report, 1 is new or changed.',
      ],
    ])
  })

  it('is stale because this version makes no such finding', () => {
    expect(staleOf(review('Ada', [ruling('f-gone', 'accept')]))).toEqual([
      [
        'not-made',
        'The sources are the same; synoptic 0.1.0 makes no such finding (the ruling was given on synoptic 0.0.9).',
      ],
    ])
  })

  it('is listed in the page and in Markdown, with why', () => {
    const reviewed = applyReviews(ferryReport, [review('Ada', [ruling('f-gone', 'accept')])])
    expect(renderMarkdown(reviewed)).toContain('## Verdicts that no longer apply')
    expect(renderHtml(reviewed)).toContain('Verdicts that no longer apply: 1')
  })
})
