/** What every HTML piece is given: the Report and how its articles are called. */
import type { Report } from '../../model/report.js'
import { labelArticles, type Labels } from '../labels.js'

export type View = {
  readonly report: Report
  readonly labels: Labels
  /** Ids of the columns that stand on this page: what a link may lead to. */
  readonly reachable: ReadonlySet<string>
}

export function viewOf(report: Report): View {
  return { report, labels: labelArticles(report), reachable: new Set() }
}
