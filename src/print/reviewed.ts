/**
 * What reviewers made of a finding, in words.
 *
 * In: a finding. Out: a standing and phrases. Never: lets one reviewer outvote another; where they disagree, that is said.
 */
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import type { AppliedReviews, FindingRuling, Verdict } from '../model/review.js'

/** `disputed`: one reviewer dismisses what another does not. */
export type Standing = 'unreviewed' | 'accepted' | 'corrected' | 'dismissed' | 'disputed'

export function standingOf({ review = [] }: Pick<Finding, 'review'>): Standing {
  if (review.length === 0) return 'unreviewed'
  const dismissals = review.filter(({ verdict }) => verdict === 'dismiss').length
  if (dismissals === review.length) return 'dismissed'
  if (dismissals > 0) return 'disputed'
  return review.some(({ verdict }) => verdict === 'correct') ? 'corrected' : 'accepted'
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  accept: 'accepted',
  correct: 'corrected',
  dismiss: 'dismissed',
}

/** `Dismissed in review by A.B.: the two figures count different days` */
export function rulingText({ reviewer, verdict, correction, note }: FindingRuling): string {
  const who = reviewer === '' ? '' : ` by ${reviewer}`
  const words = [correction === '' ? '' : `should read “${correction}”`, note].filter((text) => text !== '')
  const more = words.length === 0 ? '' : `: ${words.join('; ')}`
  const head = verdictWords[verdict]
  return `${head.charAt(0).toUpperCase()}${head.slice(1)} in review${who}${more}`
}

/** `2 rulings applied, 1 findings dismissed, 0 rulings no longer apply` */
export function reviewWords(
  { findings }: Pick<Report, 'findings'>,
  { reviews, stale }: AppliedReviews,
): string {
  const applied = reviews.reduce((sum, one) => sum + one.applied, 0)
  const dismissed = findings.filter((finding) => standingOf(finding) === 'dismissed').length
  return `${applied} rulings applied, ${dismissed} findings dismissed, ${stale.length} rulings no longer apply`
}
