/** Reviews applied to a report: rulings go to the findings they name by id. */
import { reviewedReport, standingOf } from '../../print/blocks.js'
import { tagOf } from '../../print/words.js'
import type { GivenReview, RuledReport } from '../../model/desk.js'
import { agreementOf } from './agreement.js'
import type { Report } from '../../model/report.js'
import type { FindingRuling, Review, Ruling, StaleRuling } from '../../model/review.js'
import { grouped } from '../../text/grouped.js'

export function applyReviews(report: Report, reviews: readonly Review[]): Report {
  const all = reviews.flatMap((review) => review.rulings.map((ruling) => ({ review, ruling })))
  const given = grouped(all, ({ ruling }) => [ruling.target.finding])
  const findings = report.findings.map((finding) => {
    const rulings = given.get(finding.id)
    return rulings ? { ...finding, review: rulings.map(rulingOf) } : finding
  })
  const known = new Set(findings.map(({ id }) => id))
  const applies = ({ target }: Ruling): boolean => known.has(target.finding)
  const dismissed = new Set(
    findings.filter((finding) => standingOf(finding) === 'dismissed').map(({ id }) => id),
  )
  return {
    ...report,
    findings,
    ...(report.front && { front: report.front.filter((id) => !dismissed.has(id)) }),
    review: {
      reviews: reviews.map(({ reviewer, rulings }) => ({
        reviewer,
        rulings: rulings.length,
        applied: rulings.filter(applies).length,
      })),
      stale: all.flatMap(({ review, ruling }) => (applies(ruling) ? [] : [stale(review, ruling, report)])),
    },
  }
}

type Given = { readonly review: Review; readonly ruling: Ruling }

function rulingOf({ review: { reviewer }, ruling: { verdict, correction, note, at } }: Given): FindingRuling {
  return { reviewer, verdict, correction, note, at }
}

/** Of the sources of the review some may not be in the report, and the other way round. */
function stale(review: Review, ruling: Ruling, report: Report): StaleRuling {
  const then = new Set(review.report.sources)
  const now = new Set(report.articles.flatMap(({ sha256 }) => sha256 ?? []))
  const gone = [...then].filter((hash) => !now.has(hash)).length
  const added = [...now].filter((hash) => !then.has(hash)).length
  const { reviewer } = review
  if (gone + added > 0) {
    const why = `The ruling was given on other sources: ${gone} of them ${gone === 1 ? 'is' : 'are'} not in this report, ${added} ${added === 1 ? 'is' : 'are'} new or changed.`
    return { reviewer, ruling, reason: 'sources-changed', why }
  }
  const { name, version } = report.generator
  const why = `The sources are the same; ${name} ${version} makes no such finding (the ruling was given on ${review.report.generator}).`
  return { reviewer, ruling, reason: 'not-made', why }
}

/** What several people ruled at a service, as reviews of the report they read. */
export function reviewsOf(report: Report, given: readonly GivenReview[]): readonly Review[] {
  const about = reviewedReport(report)
  return given.map((one) => ({ schema: 'synoptic/review@1', ...one, report: about }))
}

export function ruledReport(report: Report, given: readonly GivenReview[]): RuledReport {
  const reviews = reviewsOf(report, given)
  const front = new Set(report.front)
  return {
    reviews,
    agreement: agreementOf(reviews, report),
    findings: report.findings.map((finding) => ({
      id: finding.id,
      kind: tagOf(finding),
      sentence: finding.sentence,
      front: front.has(finding.id),
    })),
  }
}
