/** What every HTML piece is given: the Report, how its articles are called, and what links may lead to. */
import type { Finding } from '../../model/comparison.js'
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

/** Passages shown of one finding. */
export const mostCards = 12

/** Findings shown in each block of the page; the rest is in findings.csv, and the page says so. */
const mostFindings = { items: 40, size: 110_000 }

export function viewOf(report: Report): View {
  const { front, notes, dismissed } = blocksOf(report.findings)
  const shown = [...front.map((block) => block.findings), notes, dismissed].flatMap(firstOf)
  return {
    report,
    labels: labelArticles(report),
    reachable: new Set(),
    findings: new Set([...(report.front ?? []), ...shown.map(({ id }) => id)]),
    columnNumber: new Map([...report.claims, ...report.quotes].map(({ id }, index) => [id, index])),
  }
}

/** Those of a list that stand on the page. */
export function onPage({ findings }: View, list: readonly Finding[]): readonly Finding[] {
  return list.filter(({ id }) => findings.has(id))
}

function firstOf(list: readonly Finding[]): readonly Finding[] {
  let size = 0
  return list.slice(0, mostFindings.items).filter((finding, index) => {
    size += sizeOf(finding)
    return size <= mostFindings.size || index === 0
  })
}

/** Characters of markup that a finding needs, about: itself, and a card for each passage. */
function sizeOf({ sentence, evidence }: Finding): number {
  const words = evidence.reduce((sum, { start, end }) => sum + Math.min(1_200, end - start), 0)
  return 1_600 + 3 * sentence.length + 900 * Math.min(mostCards, evidence.length) + words
}
