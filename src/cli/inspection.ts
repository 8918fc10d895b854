/**
 * What was read of an article, for people; and what `compare` leaves where there is nothing to compare: why, and an
 * inspection of every source, in place of a report whose blocks would all be empty. Never: control characters of a page.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { Report } from '../model/report.js'
import { count } from '../print/words.js'
import { writeJson } from '../report/json.js'
import { withoutText } from '../report/without-text.js'
import { plainText } from '../text/plain-text.js'
import { writeFolder } from './files.js'
import type { Terminal } from './terminal.js'

/** A paragraph of labelled lines, and an empty line. */
export function describe(
  article: AnnotatedArticle | Report['articles'][number],
  withRemoved: boolean,
): string {
  const { state, reasons } = article.completeness
  const rows: readonly (readonly [string, string])[] = [
    // Of a source that could not be had, only why is worth a line.
    ...(article.text === '' ? [] : metadata(article)),
    ['completeness', reasons.length > 0 ? `${state} (${reasons.join(', ')})` : state],
    ...(article.text === '' ? [] : [['found', counts(article)] as const]),
    ...article.issues.map((issue) => [issue.severity, issue.message] as const),
    ...(withRemoved
      ? (article.removed ?? []).map((piece) => ['removed', `${piece.rule}: ${piece.text}`] as const)
      : []),
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${plainText(value)}`)
  return `${plainText(article.source)}\n${lines.join('\n')}\n\n`
}

type Described = Parameters<typeof describe>[0]

function metadata(article: Described): readonly (readonly [string, string])[] {
  const headline = article.headline
    ? article.text.slice(article.headline.start, article.headline.end)
    : '(no headline found)'
  return [
    ['headline', headline],
    ['outlet', article.outlet.name],
    ['by', article.bylines.join(', ') || '(no byline found)'],
    ['published', article.publishedAt ?? '(no time found)'],
    ['language', article.language],
  ]
}

function counts(article: Described): string {
  return [
    count(article.text.split(/\s+/u).filter(Boolean).length, 'word'),
    count(article.blocks.length, 'block'),
    count(article.sentences.length, 'sentence'),
    count(article.quotes.length, 'attribution'),
    count(article.claims.length, 'claim'),
  ].join(', ')
}

export async function leaveInspection(
  json: string,
  options: { readonly out?: string | undefined; readonly text: boolean },
  terminal: Terminal,
): Promise<void> {
  const report = Report.parse(JSON.parse(json))
  const text = inspectionOf(report)
  if (options.out !== undefined) {
    const kept = options.text ? json : writeJson(Report, withoutText(report))
    const files = [
      { name: 'inspection.txt', content: text },
      { name: 'report.json', content: kept },
    ]
    await writeFolder(options.out, files, terminal)
  }
  const last =
    options.out === undefined
      ? 'No report was written. Give two readable reports of one event, or look closer with npx synoptic inspect.'
      : `Written to ${plainText(options.out)}: inspection.txt, report.json.`
  await terminal.out(`${text}${last}\n`)
}

function inspectionOf(report: Report): string {
  const sources = new Set(report.articles.map(({ source }) => source))
  // An issue of one article stands under it.
  const ofEvent = report.issues.filter(
    ({ source, severity }) => severity !== 'info' && (source === null || !sources.has(source)),
  )
  const why = ofEvent.map(({ message }) => `${plainText(message)}\n`).join('')
  return `${why}\nWhat was read:\n\n${report.articles.map((article) => describe(article, false)).join('')}`
}
