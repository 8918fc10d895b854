/**
 * Where findings stand: in front, in the smaller list, or among those that reviewers dismissed.
 *
 * In: findings in the order compare ranked them. Out: the same findings, sorted. Never: re-ranks them.
 */
import type { Finding } from '../model/comparison.js'
import type { Issue } from '../model/issue.js'
import { standingOf } from './reviewed.js'

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
  return { front, notes: kept.filter((one) => one.severity === 'note' && !isSaid(one)), dismissed }
}

/** Findings that stand in front, in the order compare ranked them. */
export function frontOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => standingOf(finding) !== 'dismissed' && finding.severity !== 'note')
}

/** What is said where nothing stands in front: found nothing, or could not look. */
export function noneInFront(issues: readonly Issue[]): string {
  return isComparison(issues)
    ? 'No difference was found that stands in front. That does not show that the reports agree.'
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
