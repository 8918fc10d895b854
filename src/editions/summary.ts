/** What a report comes to, for exit codes, lists and logs. In: a Report. Out: a ReportSummary. */
import type { ReportSummary } from '../model/pool-job.js'
import type { Report } from '../model/report.js'
import { countsOf } from '../text/grouped.js'
import { blockOf, frontOf, type Block } from '../print/blocks.js'

export function summaryOf(report: Report): ReportSummary {
  const { event, complete, issues, articles, independence, findings, notes } = report
  const front = frontOf(findings)
  const inBlock = (wanted: Block): number => front.filter((one) => blockOf(one) === wanted).length
  return {
    title: event.title,
    complete,
    nothingComparable: issues.some(({ code }) => code === 'nothing-comparable'),
    errors: issues.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    sources: articles.length,
    readable: articles.filter(({ completeness }) => completeness.state !== 'unreadable').length,
    independentTexts: independence.groups.length,
    findings: findings.length,
    blocks: { cannot: inBlock('cannot'), quoted: inBlock('quoted'), told: inBlock('told') },
    ...(notes && {
      notes: {
        taken: notes.taken.length,
        refused: Object.fromEntries(countsOf(notes.refused.map(({ reason }) => reason))),
      },
    }),
    first: front[0]?.sentence ?? null,
  }
}

export function firstOf({ event, complete, articles, front = [], findings }: Report) {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  return {
    title: event.title,
    complete,
    articles: articles.map(({ id, source, outlet, completeness }) => {
      return { id, source, outlet: outlet.name, completeness: completeness.state }
    }),
    front: front.flatMap((id) => {
      const found = byId.get(id)
      return found ? [{ finding: id, kind: found.kind, sentence: found.sentence }] : []
    }),
  }
}
