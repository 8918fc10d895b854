/**
 * The three blocks of the front page, and what stays in the tables.
 *
 * In: findings in the order compare ranked them. Out: the same findings, sorted into blocks. Never: re-ranks them.
 */
import type { Finding } from '../model/comparison.js'
import type { Issue } from '../model/issue.js'
import { standingOf } from './reviewed.js'

export type Block = {
  readonly id: 'cannot' | 'quoted' | 'told'
  readonly title: string
  readonly lead: string
  /** What to print when there is none: found nothing, or could not look. */
  readonly none: string
  readonly findings: readonly Finding[]
}

export type Blocks = {
  readonly front: readonly Block[]
  /** Findings of the lowest class: kept, not on the front. */
  readonly notes: readonly Finding[]
  /** Findings of any class that the reviewers dismissed: kept and marked, not on the front. */
  readonly dismissed: readonly Finding[]
}

export function blocksOf(findings: readonly Finding[], issues: readonly Issue[] = []): Blocks {
  const compared = isComparison(issues)
  const dismissed = findings.filter((finding) => standingOf(finding) === 'dismissed')
  const kept = findings.filter((finding) => standingOf(finding) !== 'dismissed')
  const front = frontOf(findings)
  // Two names for the same words are a finding of two kinds, for programs that count one of them.
  const isSaid = ({ kind, column }: Finding): boolean =>
    kind === 'speaker-differs' && front.some((one) => one.kind === 'conflict' && one.column === column)
  const of = (id: Block['id']): readonly Finding[] => front.filter((finding) => blockOf(finding) === id)
  return {
    front: [
      {
        id: 'cannot',
        title: 'Cannot all be right',
        lead: 'Statements on one matter that cannot hold at the same time. The reports do not tell which one holds.',
        none: compared ? 'Nothing of this sort was found in what could be read.' : nothingCompared,
        findings: of('cannot'),
      },
      {
        id: 'quoted',
        title: 'Same words, quoted differently',
        lead: 'One utterance, printed in different lengths or wordings, or credited to different people.',
        none: compared
          ? 'No utterance quoted in two reports was found to be printed differently.'
          : nothingCompared,
        findings: of('quoted'),
      },
      {
        id: 'told',
        title: 'Told or framed differently',
        lead: 'The same matter with other sources, certainty, names or weight, or with no passage found in some reports.',
        none: compared ? 'Nothing of this sort was found in what could be read.' : nothingCompared,
        findings: of('told'),
      },
    ],
    notes: kept.filter((finding) => finding.severity === 'note' && !isSaid(finding)),
    dismissed,
  }
}

/** Findings that stand in front, in the order compare ranked them. */
export function frontOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => standingOf(finding) !== 'dismissed' && finding.severity !== 'note')
}

const nothingCompared = 'Nothing could be compared.'

/** What is said where nothing stands in front: found nothing, or could not look. */
export function noneInFront(issues: readonly Issue[]): string {
  return isComparison(issues)
    ? 'No difference was found that stands in front. That does not show that the reports agree.'
    : nothingCompared
}

/** Without two reports that can be compared, finding nothing says nothing. */
export function isComparison(issues: readonly Issue[]): boolean {
  return !issues.some(({ code }) => code === 'nothing-comparable')
}

/** A conflict that may be one of units, times or sources is not listed as one that cannot hold. */
export function blockOf(finding: Finding): Block['id'] {
  switch (finding.kind) {
    case 'conflict':
      return finding.detail.grade === 'differ' ? 'cannot' : 'told'
    case 'speaker-differs':
    case 'quote-shortened':
    case 'quote-altered':
    case 'quote-paraphrased':
    case 'quote-complementary':
    case 'quote-context':
      return 'quoted'
    case 'omitted-claim':
    case 'omitted-quote':
    case 'omitted-theme':
    case 'told-differently':
    case 'only-here':
    case 'attribution-dropped':
    case 'certainty-differs':
    case 'attribution-verb':
    case 'naming':
    case 'agency':
    case 'prominence':
    case 'headline-focus':
    case 'headline-body':
    case 'loaded-words':
    case 'source-balance':
      return 'told'
    default:
      return aLaterKind(finding.kind)
  }
}

/** Reports may hold kinds of later versions: they are listed, in the block that promises least. */
function aLaterKind(_kind: never): Block['id'] {
  return 'told'
}
