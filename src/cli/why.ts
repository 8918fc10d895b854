/**
 * `compare --why`: one finding of a report explained, found by its id or the start of it.
 *
 * Out: text for standard output. An id that names none or several is wrong usage; the message lists what there is.
 */
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { Explanation } from '../model/why.js'
import { writeJson } from '../report/json.js'
import { explain } from '../report/why/explain.js'
import { renderWhy } from '../report/why/print.js'
import { shorten } from '../view/safe-text.js'
import { UsageError } from './usage-error.js'

const mostListed = 30

export function whyOf(report: Report, wanted: string, json: boolean, width: number): string {
  const finding = find(report.findings, wanted)
  const why = explain(report, finding)
  return json ? `${writeJson(Explanation, why)}\n` : renderWhy(why, report, width)
}

function find(findings: readonly Finding[], wanted: string): Finding {
  const exact = findings.filter(({ id }) => id === wanted)
  const found =
    exact.length > 0 ? exact : findings.filter(({ id }) => wanted.length > 2 && id.startsWith(wanted))
  const [first] = found
  if (first && found.length === 1) return first
  const list = (found.length > 1 ? found : findings)
    .slice(0, mostListed)
    .map(({ id, kind, sentence }) => `\n  ${id}  ${kind}: ${shorten(sentence, 70)}`)
    .join('')
  throw new UsageError(
    found.length > 1
      ? `Several findings begin with ${wanted}:${list}`
      : findings.length === 0
        ? `There is no finding ${wanted}: the report has none.`
        : `There is no finding ${wanted} in this report. It has:${list}`,
  )
}
