/** Where findings stand: in front, in the smaller list, or dismissed; and what reviewers made of each. None outvotes another. */
import type { Finding } from '../model/comparison.js'
import type { Issue } from '../model/issue.js'
import type { Report } from '../model/report.js'
import type { AppliedReviews, FindingRuling, Review, Verdict } from '../model/review.js'

/** `disputed`: one reviewer dismisses what another does not. Whoever is unsure decides nothing. */
export type Standing = 'unreviewed' | 'accepted' | 'corrected' | 'dismissed' | 'disputed'

export function standingOf({ review = [] }: Pick<Finding, 'review'>): Standing {
  const decided = review.filter(({ verdict }) => verdict !== 'unsure')
  if (decided.length === 0) return 'unreviewed'
  const dismissals = decided.filter(({ verdict }) => verdict === 'dismiss').length
  if (dismissals === decided.length) return 'dismissed'
  if (dismissals > 0) return 'disputed'
  return decided.some(({ verdict }) => verdict === 'correct') ? 'corrected' : 'accepted'
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  accept: 'right',
  correct: 'right, but badly put',
  dismiss: 'wrong',
  unsure: 'unsure',
}

/** What a review says of the report it is of. */
export function reviewedReport({ event, generator, articles }: Report): Review['report'] {
  const sources = articles.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))
  return { title: event.title, generator: `${generator.name} ${generator.version}`, sources: sources.sort() }
}

/** `Judged wrong by A.B.: the two figures count different days` */
export function rulingText({ reviewer, verdict, correction, note }: FindingRuling): string {
  const who = reviewer === '' ? '' : ` by ${reviewer}`
  const words = [correction === '' ? '' : `should read “${correction}”`, note].filter((text) => text !== '')
  const more = words.length === 0 ? '' : `: ${words.join('; ')}`
  return `Judged ${verdictWords[verdict]}${who}${more}`
}

/** `2 verdicts applied, 1 differences judged wrong, 0 verdicts no longer apply` */
export function reviewWords(
  { findings }: Pick<Report, 'findings'>,
  { reviews, stale }: AppliedReviews,
): string {
  const applied = reviews.reduce((sum, one) => sum + one.applied, 0)
  const dismissed = findings.filter((finding) => standingOf(finding) === 'dismissed').length
  return `${applied} verdicts applied, ${dismissed} differences judged wrong, ${stale.length} verdicts no longer apply`
}

export type Sorted = {
  readonly front: readonly Finding[]
  /** Findings of the lowest class: kept, not on the front. */
  readonly notes: readonly Finding[]
  /** Findings of any class that the reviewers dismissed: kept and marked, not on the front. */
  readonly dismissed: readonly Finding[]
}

export function sortedOf(findings: readonly Finding[]): Sorted {
  const dismissed = findings.filter((finding) => standingOf(finding) === 'dismissed')
  const kept = findings.filter((finding) => standingOf(finding) !== 'dismissed')
  const front = frontOf(findings)
  // Two names for the same words are a finding of two kinds, for programs that count one of them.
  const isSaid = ({ kind, column }: Finding): boolean =>
    kind === 'speaker-differs' && front.some((one) => one.kind === 'conflict' && one.column === column)
  // What one tells in no words that are understood alone.
  const isBlind = ({ kind, answers }: Finding): boolean =>
    answers?.length === 0 && (kind === 'omitted-claim' || kind === 'only-here')
  const notes = kept.filter((one) => one.severity === 'note' && !isSaid(one) && !isBlind(one))
  return { front, notes, dismissed }
}

/** Findings that stand in front, in the order compare ranked them. */
export function frontOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => standingOf(finding) !== 'dismissed' && finding.severity !== 'note')
}

/** What is said where nothing stands in front: found nothing, or could not look. */
export function noneInFront(issues: readonly Issue[]): string {
  return isComparison(issues)
    ? 'No main difference was found. That does not show that the reports agree.'
    : 'Nothing could be compared.'
}

/** Without two reports that can be compared, finding nothing says nothing. */
export function isComparison(issues: readonly Issue[]): boolean {
  return !issues.some(({ code }) => code === 'nothing-comparable')
}

/** What cannot all hold, what is quoted differently, what is told or framed differently; kinds of later versions, too. */
export type Block = 'cannot' | 'quoted' | 'told'

/** A conflict that may be one of units, times or sources is not listed as one that cannot hold. */
export function blockOf({ kind, detail: { grade } }: Finding): Block {
  if (kind === 'conflict') return grade === 'differ' ? 'cannot' : 'told'
  return kind === 'speaker-differs' || kind.startsWith('quote-') ? 'quoted' : 'told'
}
