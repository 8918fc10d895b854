/** findings.csv: one row for each passage of evidence of each finding, in reading order. */
import {
  ConflictType,
  EvidenceRole,
  FindingKind,
  FindingSeverity,
  Grade,
  type Evidence,
  type Finding,
} from '../../model/comparison.js'
import type { InspectedArticle } from '../../model/report.js'
import { blockOf, rulingText, standingOf } from '../../print/blocks.js'
import { passageText, type Worded } from '../../print/passage.js'
import { chosen, list, number, oneOf, text, whole, type Column, table } from './table.js'

type OfEvidence = {
  readonly finding: Finding
  readonly rank: number
  readonly evidence: Evidence
  readonly number: number
  readonly article: InspectedArticle | undefined
  readonly outlet: (id: string) => string
}

export const statedColumns: readonly Column<{
  readonly finding: Pick<Finding, 'kind' | 'severity' | 'sentence' | 'confidence'>
}>[] = [
  oneOf(FindingKind, 'kind', 'kind of finding, as in the contract', ({ finding }) => finding.kind),
  oneOf(FindingSeverity, 'severity', 'severity class', ({ finding }) => finding.severity),
  text('sentence', 'the finding in one sentence', ({ finding }) => finding.sentence),
  number('confidence', "0 to 1, the program's own estimate", ({ finding }) => finding.confidence),
]

export const evidenceColumns: readonly Column<{
  readonly article: Worded | undefined
  readonly evidence: Evidence | undefined
}>[] = [
  oneOf(
    EvidenceRole,
    'role',
    'what the passage shows: `asserts`, `denies`, `value`, `fuller`, `cut`, …',
    ({ evidence }) => evidence?.role,
  ),
  whole('start', 'start of the passage', ({ evidence }) => evidence?.start),
  whole('end', 'end of the passage', ({ evidence }) => evidence?.end),
  text(
    'text',
    'its words',
    ({ article, evidence }) => article && evidence && passageText(article, [evidence]),
  ),
]

const columns: readonly Column<OfEvidence>[] = [
  whole('rank', 'place of the finding in the report, from 1', ({ rank }) => rank),
  text('finding_id', 'id of the finding; survives a new run on the same words', ({ finding }) => finding.id),
  oneOf(
    ['cannot', 'quoted', 'told', 'note'],
    'block',
    '`cannot` (cannot all be right), `quoted` (quoted differently), `told` (told or framed differently), `note` (not on the front)',
    ({ finding }) => (finding.severity === 'note' ? 'note' : blockOf(finding)),
  ),
  ...statedColumns,
  number('salience', '0 to 1', ({ finding }) => finding.salience),
  oneOf(ConflictType, 'type', 'conflicts:', ({ finding }) => finding.detail.type),
  oneOf(Grade, 'grade', 'conflicts:', ({ finding }) => finding.detail.grade),
  text('reason', 'why that grade', ({ finding }) => finding.detail.reason),
  text('column_id', 'the column it is about, to join with cells.csv', ({ finding }) => finding.column),
  list('about_articles', 'ids of the articles it is about', ({ finding }) => finding.articles),
  list('about_outlets', 'their outlets', ({ finding, outlet }) => finding.articles.map(outlet)),
  list('positions', 'two-sided findings: each version with the outlets that have it', ({ finding, outlet }) =>
    (finding.detail.positions ?? []).map(
      ({ value, articles }) => `${value} (${articles.map(outlet).join(', ')})`,
    ),
  ),
  list('edits', 'quotations: type of each edit and the words removed', ({ finding }) =>
    (finding.detail.edits ?? []).map(({ type, removed }) => `${type}: ${removed}`),
  ),
  whole('evidence_number', 'number of this passage within the finding, from 1', (of) => of.number),
  ...chosen(evidenceColumns, 'role'),
  text('article_id', 'article the passage stands in', ({ evidence }) => evidence.article),
  text('outlet', 'its outlet', ({ evidence, outlet }) => outlet(evidence.article)),
  text('url', 'its address', ({ article }) => article?.url),
  text('source_sha256', 'SHA-256 of its bytes', ({ article }) => article?.sha256),
  ...chosen(evidenceColumns, 'start', 'end', 'text'),
  oneOf(
    ['unreviewed', 'accepted', 'corrected', 'dismissed', 'disputed'],
    'review',
    'what the reviewers made of the finding',
    ({ finding }) => standingOf(finding),
  ),
  list(
    'review_rulings',
    'each ruling with who gave it and why',
    ({ finding }) => (finding.review ?? []).map(rulingText),
    { between: ' | ' },
  ),
]

export const findings = table({
  name: 'findings',
  row: 'One row for each passage of evidence of each finding, in reading order.',
  columns,
  key: ['finding_id', 'evidence_number'],
  of: (report): readonly OfEvidence[] => {
    const articles = new Map(report.articles.map((article) => [article.id, article]))
    const outlet = (id: string): string => articles.get(id)?.outlet.name ?? id
    return report.findings.flatMap((finding, index) =>
      finding.evidence.map((evidence, place) => ({
        finding,
        rank: index + 1,
        evidence,
        number: place + 1,
        article: articles.get(evidence.article),
        outlet,
      })),
    )
  },
})
