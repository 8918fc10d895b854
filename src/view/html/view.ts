/** What every HTML piece is given: the Report, how its articles are called, and what links may lead to. */
import type { Report } from '../../model/report.js'
import { blocksOf } from '../blocks.js'
import { labelArticles, type Labels } from '../labels.js'

export type View = {
  readonly report: Report
  readonly labels: Labels
  /** Ids of the columns that stand on this page: what a link may lead to. */
  readonly reachable: ReadonlySet<string>
  /** Ids of the findings that stand on this page. */
  readonly findings: ReadonlySet<string>
  /** A short number for each column, by which sentences of one thing find each other. */
  readonly columnNumber: ReadonlyMap<string, number>
}

/** Findings shown in each block of the page; the rest is in findings.csv, and the page says so. */
export const mostFindings = 40

export function viewOf(report: Report): View {
  const { front, notes, dismissed } = blocksOf(report.findings)
  const shown = [...front.map((block) => block.findings), notes, dismissed].flatMap((list) =>
    list.slice(0, mostFindings),
  )
  return {
    report,
    labels: labelArticles(report),
    reachable: new Set(),
    findings: new Set(shown.map((finding) => finding.id)),
    columnNumber: new Map([...report.claims, ...report.quotes].map(({ id }, index) => [id, index])),
  }
}
