/** What several people ruled at a service, as reviews of the report they read; and what there is to rule on. */
import type { GivenReview, RuledReport } from '../../model/desk.js'
import type { Report } from '../../model/report.js'
import type { Review } from '../../model/review.js'
import { reviewedReport } from '../../print/blocks.js'
import { tagOf } from '../../print/words.js'
import { agreementOf } from './agreement.js'

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
