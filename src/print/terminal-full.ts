/**
 * The whole summary in the terminal (`--full`): agreement first, then the three blocks, how sure, what could not be read,
 * where the report lies.
 *
 * In:    a Report, the width in columns, whether colours may be used. Out: text with line feeds.
 * Never: lets a control character of an article reach the terminal.
 */
import type { Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { toldIn } from './differences.js'
import { blocksOf, type Block } from './blocks.js'
import { extent } from './extent.js'
import { labelArticles } from './labels.js'
import { reviewWords, rulingText } from './reviewed.js'
import { shorten, visibleLine } from './safe-text.js'
import { sureness } from './sureness.js'
import type { TerminalOptions } from './terminal-options.js'
import { printer, type Print } from './wrap.js'

export function renderFull(report: Report, options: TerminalOptions): string {
  const paint = painter(options.colour)
  const print = printer(options.width)
  const lines = [
    paint.bold(print(report.event.title)),
    print(`${extent(report)}.`),
    labelLines(report, print),
    '',
    ...agreementLines(report, paint, print),
    ...blocksOf(report.findings, report.issues).front.flatMap((block) =>
      blockLines(block, options.most ?? 5, paint, print),
    ),
    ...unreadLines(report, paint, print),
    ...notesLine(report, print),
    ...reviewLines(report, print),
    ...(options.folder ? [paint.bold(print('Report')), print(options.folder, '  ')] : []),
  ]
  return lines.join('\n').trimEnd() + '\n'
}

type Paint = ReturnType<typeof painter>

function painter(colour: boolean) {
  const style =
    (code: number) =>
    (text: string): string =>
      colour ? text.replace(/[^\n]+/g, (line) => `\u001b[${code}m${line}\u001b[0m`) : text
  return { bold: style(1), dim: style(2), red: style(31), yellow: style(33), cyan: style(36) }
}

function labelLines(report: Report, print: Print): string {
  return print(
    labelArticles(report)
      .all.map(({ letter, outlet }) => `${letter} ${outlet}`)
      .join(' · '),
  )
}

function agreementLines(report: Report, paint: Paint, print: Print): readonly string[] {
  const { sentence, lines } = toldIn(report)
  return [
    paint.bold(print(sentence)),
    ...lines.map(({ label }) => print(shorten(visibleLine(label), 220), '    ', '  = ')),
    '',
  ]
}

function blockLines(block: Block, most: number, paint: Paint, print: Print): readonly string[] {
  const colours = { cannot: paint.red, quoted: paint.yellow, told: paint.cyan }
  const left = block.findings.length - most
  return [
    colours[block.id](paint.bold(print(`${block.title} (${block.findings.length})`))),
    ...(block.findings.length === 0 ? [print(block.none, '  ')] : []),
    ...block.findings.slice(0, most).map((finding) => findingLines(finding, paint, print)),
    ...(left > 0 ? [print(`and ${left} more in the report`, '  ')] : []),
    '',
  ]
}

function findingLines(finding: Finding, paint: Paint, print: Print): string {
  return [
    print(finding.sentence, '    ', '  * '),
    paint.dim(print(`How sure: ${sureness(finding)}. Why: ${finding.id}`, '    ')),
    ...(finding.review ?? []).map((ruling) => paint.dim(print(`${rulingText(ruling)}.`, '    '))),
  ].join('\n')
}

function unreadLines(report: Report, paint: Paint, print: Print): readonly string[] {
  const issues = report.issues.filter((issue) => issue.severity !== 'info')
  if (issues.length === 0) return []
  return [
    paint.bold(print('What could not be read')),
    ...issues.map((issue) => print(issue.message, '    ', issue.severity === 'error' ? '  ! ' : '  - ')),
    '',
  ]
}

function notesLine(report: Report, print: Print): readonly string[] {
  const { notes } = blocksOf(report.findings)
  return notes.length === 0 ? [] : [print(`Smaller differences, in the report's tables: ${notes.length}`), '']
}

function reviewLines(report: Report, print: Print): readonly string[] {
  const { review } = report
  if (review === undefined) return []
  return [
    print(`Reviewed: ${reviewWords(report, review)}`),
    ...review.stale.map(({ ruling, why }) =>
      print(`${shorten(visibleLine(ruling.sentence), 120)} ${why}`, '    ', '  - '),
    ),
    '',
  ]
}
