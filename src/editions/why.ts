/** Why a finding was made: what its lens asks, its passages and values, how each report is linked in its row, what came closest. */
import type { Cell } from '../model/alignment.js'
import type { Finding } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { Explanation } from '../model/why.js'
import { labelArticles } from '../print/labels.js'
import { passageText } from '../print/passage.js'
import { shorten, unquoted } from '../print/safe-text.js'
import { passageAddress } from '../print/text-fragment.js'
import {
  sureness,
  formWords,
  kindName,
  reasonText,
  roleWords,
  stanceWords,
  certaintyWords,
} from '../print/words.js'
import { printer } from '../print/wrap.js'
import { writeJson } from '../report/json.js'
import { overlap } from '../text/spans.js'
import { oneLine } from '../text/trimmed.js'

export type RuleOf = (finding: Finding) => readonly string[]

export type Explained =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

type Asked = { readonly finding: string; readonly json: boolean; readonly width: number }

const mostListed = 30

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
  return { ok: true, text: json ? `${writeJson(Explanation, why)}\n` : inWords(why, report, width) }
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

function explain(report: Report, finding: Finding, ruleOf: RuleOf): Explanation {
  const ground = finding.evidence
    .filter(({ role }) => role !== 'nearest')
    .flatMap((place) =>
      report.articles.filter(({ id }) => id === place.article).map((article) => ({ place, article })),
    )
  const column = [...report.claims, ...report.quotes].find(({ id }) => id === finding.column)
  const cells = report.articles.flatMap((article) => {
    const cell = column?.cells[article.id]
    return cell === undefined ? [] : [{ article, cell }]
  })
  const closest = report.articles
    .filter((article) => !ground.some((one) => one.article === article))
    .flatMap((article) => {
      const cell = column?.cells[article.id]
      const near =
        finding.evidence.find((one) => one.article === article.id) ??
        (cell === undefined || cell.state === 'present' ? null : cell.nearest)
      return near ? [passageOf(article, near)] : []
    })
  const values = ground.flatMap(({ place, article }) =>
    article.quantities
      .filter((quantity) => overlap(quantity, place) > 0)
      .map(({ value, unit, qualifier = null, ...span }) => {
        return { ...passageOf(article, span), value, unit, qualifier }
      }),
  )
  return {
    schema: 'synoptic/why@1',
    finding,
    rule: ruleOf(finding),
    evidence: ground.map(({ place, article }) => {
      const found = passageOf(article, place)
      const { source, sha256, url } = article
      return { ...found, role: place.role, source, sha256, address: passageAddress(url, [found.text]) }
    }),
    values: [...new Map(values.map((value) => [JSON.stringify(value), value])).values()],
    links: cells.map(({ article, cell }) => ({ article: article.id, cell })),
    nearMisses: closest,
  }
}

function passageOf(article: InspectedArticle, { start, end }: Span) {
  return { article: article.id, start, end, text: oneLine(passageText(article, [{ start, end }])) }
}

function inWords(why: Explanation, report: Report, width: number): string {
  const labels = labelArticles(report)
  const name = (id: string): string => labels.names([id])
  const print = printer(width)
  const { finding } = why
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', print(title), ...lines.map((line) => print(line, '    ', '  - '))]
  const quoted = (text: string): string => `“${shorten(unquoted(text), 240)}”`
  return `${[
    print(`${kindName(finding.kind)} (${finding.id})`),
    print(finding.sentence, '  '),
    ...section('What the rule asks', why.rule),
    ...section(
      'What it rests on',
      why.evidence.map(({ article, role, text }) => `${name(article)}, ${roleWords[role]}: ${quoted(text)}`),
    ),
    ...section(
      'Values',
      why.values.map(
        ({ article, text, value, unit, qualifier }) =>
          `${name(article)}: ${quoted(text)} is read as ${[qualifier, value, unit].filter((part) => part !== null).join(' ')}`,
      ),
    ),
    ...section(
      'The row it stands in',
      why.links.map(({ article, cell }) => `${name(article)}: ${linkWords(cell)}`),
    ),
    ...section(
      'What came closest elsewhere',
      why.nearMisses.map(({ article, text }) => `${name(article)}: ${quoted(text)}`),
    ),
    ...section('How sure', [
      `${sureness(finding)}; ${finding.confidence.toFixed(2)}`,
      report.front?.includes(finding.id) ? 'in front' : 'not in front',
    ]),
  ].join('\n')}\n`
}

function linkWords(cell: Cell): string {
  switch (cell.state) {
    case 'present': {
      const { form, stance, certainty, confidence, perhaps } = cell
      const words = [formWords[form], stanceWords[stance], certaintyWords[certainty]]
      return `${perhaps === true ? 'perhaps told' : 'told'} (${words.filter((part) => part !== '').join(', ')}), linked at ${confidence.toFixed(2)}`
    }
    case 'absent':
      return `no passage found, sure at ${cell.confidence.toFixed(2)}`
    case 'unknown':
      return `cannot tell: ${reasonText(cell.reason)}`
  }
}
