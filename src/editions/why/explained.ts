/**
 * One finding of a report explained, found by its id or the start of it.
 *
 * In: a Report, what was asked for, what the lenses ask. Out: the text to print, or which findings there are to ask for.
 */
import type { Finding } from '../../model/comparison.js'
import type { Report } from '../../model/report.js'
import { Explanation } from '../../model/why.js'
import { shorten } from '../../print/safe-text.js'
import { writeJson } from '../../report/json.js'
import { explain, type RuleOf } from './explain.js'
import { renderWhy } from './print.js'

const mostListed = 30

export type Explained =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

type Asked = { readonly finding: string; readonly json: boolean; readonly width: number }

export function explained(
  report: Report,
  { finding: wanted, json, width }: Asked,
  ruleOf: RuleOf,
): Explained {
  const { findings } = report
  const exact = findings.filter(({ id }) => id === wanted)
  const found =
    exact.length > 0 ? exact : findings.filter(({ id }) => wanted.length > 2 && id.startsWith(wanted))
  const [first] = found
  if (!first || found.length > 1) return { ok: false, reason: choice(wanted, found, findings) }
  const why = explain(report, first, ruleOf)
  return { ok: true, text: json ? `${writeJson(Explanation, why)}\n` : renderWhy(why, report, width) }
}

function choice(wanted: string, found: readonly Finding[], findings: readonly Finding[]): string {
  const list = (found.length > 1 ? found : findings)
    .slice(0, mostListed)
    .map(({ id, kind, sentence }) => `\n  ${id}  ${kind}: ${shorten(sentence, 70)}`)
    .join('')
  if (found.length > 1) return `Several findings begin with ${wanted}:${list}`
  return findings.length === 0
    ? `There is no finding ${wanted}: the report has none.`
    : `There is no finding ${wanted} in this report. It has:${list}`
}
