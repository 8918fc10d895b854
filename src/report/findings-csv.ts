/**
 * findings.csv: one row for each passage of evidence of each finding, in reading order.
 *
 * In: a Report. Out: CSV. Never: a finding without its evidence.
 */
import type { Evidence, Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { blockOf } from '../view/blocks.js'
import { passageText } from '../view/passage.js'
import { rulingText, standingOf } from '../view/reviewed.js'
import { several, writeCsv, type CsvValue } from './csv.js'

/** Stable: columns are only ever added at the end. */
export const findingColumns = [
  'rank',
  'finding_id',
  'block',
  'kind',
  'severity',
  'sentence',
  'confidence',
  'salience',
  'type',
  'grade',
  'reason',
  'column_id',
  'about_articles',
  'about_outlets',
  'positions',
  'edits',
  'evidence_number',
  'role',
  'article_id',
  'outlet',
  'url',
  'source_sha256',
  'start',
  'end',
  'text',
  'review',
  'review_rulings',
] as const

export type FindingRow = Readonly<Record<(typeof findingColumns)[number], CsvValue>>

export function findingsCsv(report: Report): string {
  return writeCsv(findingColumns, findingRows(report))
}

export function findingRows(report: Report): readonly FindingRow[] {
  const articles = new Map(report.articles.map((article) => [article.id, article]))
  const outlet = (id: string): string => articles.get(id)?.outlet.name ?? id
  const row = (finding: Finding, rank: number, evidence: Evidence, number: number): FindingRow => {
    const article = articles.get(evidence.article)
    return {
      ...findingFields(finding, rank, outlet),
      evidence_number: number + 1,
      role: evidence.role,
      article_id: evidence.article,
      outlet: outlet(evidence.article),
      url: article?.url ?? null,
      source_sha256: article?.sha256 ?? null,
      start: evidence.start,
      end: evidence.end,
      text: article ? passageText(article, [evidence]) : null,
      review: standingOf(finding),
      review_rulings: several((finding.review ?? []).map(rulingText), ' | '),
    }
  }
  return report.findings.flatMap((finding, index) =>
    finding.evidence.map((evidence, number) => row(finding, index + 1, evidence, number)),
  )
}

function findingFields(finding: Finding, rank: number, outlet: (id: string) => string) {
  const { detail } = finding
  const positions = (detail.positions ?? []).map(
    (position) => `${position.value} (${position.articles.map(outlet).join(', ')})`,
  )
  return {
    rank,
    finding_id: finding.id,
    block: finding.severity === 'note' ? 'note' : blockOf(finding),
    kind: finding.kind,
    severity: finding.severity,
    sentence: finding.sentence,
    confidence: finding.confidence,
    salience: finding.salience,
    type: detail.type ?? null,
    grade: detail.grade ?? null,
    reason: detail.reason ?? null,
    column_id: finding.column,
    about_articles: several(finding.articles),
    about_outlets: several(finding.articles.map(outlet)),
    positions: several(positions),
    edits: several((detail.edits ?? []).map((edit) => `${edit.type}: ${edit.removed}`)),
  }
}
