/** Commands that compare nothing: what is read of each source (`inspect`), who said what (`quotes`), the claim matcher alone (`match`). */
import { AnnotatedArticle } from '../../model/annotated-article.js'
import { InspectedArticle, MatchResult, Report } from '../../model/report.js'
import { writeJson } from '../../report/json.js'
import { inspectedArticle } from '../../report/report.js'
import { articleWithoutText, withoutText } from '../../report/without-text.js'
import { exitCodeOfReading, UsageError, exitCodes } from '../outcome.js'
import { generatorOf } from '../../generator.js'
import { readSources, withDesk } from '../sources.js'
import type { Run, inspectOptions, matchOptions, quotesOptions } from '../options.js'
import { QuoteLine } from '../../model/quote-line.js'
import { quotesTable, quoteLines, quoteLinesCsv } from '../../editions/tables/quote-lines.js'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { jsonOf } from '../../text/parsed.js'
import { count } from '../../print/words.js'
import { plainText } from '../../text/plain-text.js'
import { tokenize } from '../../text/tokens.js'
import { writeFolder } from '../files.js'
import type { Terminal } from '../terminal.js'

export const inspect: Run<typeof inspectOptions> = async (names, options, terminal) => {
  const { articles: read } = await withDesk(options, terminal, (desk) =>
    // For people, troubles stand under each source.
    readSources(names, desk, { warn: options.json }),
  )
  const articles = read.map(({ json }) => AnnotatedArticle.parse(JSON.parse(json)))
  const generator = generatorOf({ zone: options.zone, text: options.text })
  const json = (article: AnnotatedArticle): string => {
    const line = inspectedArticle(article, generator, options)
    return writeJson(InspectedArticle, options.text ? line : articleWithoutText(line))
  }
  for (const article of articles)
    await terminal.out(options.json ? `${json(article)}\n` : describe(article, options.removed))
  return exitCodeOfReading(articles)
}

export const quotes: Run<typeof quotesOptions> = async (names, options, terminal) => {
  if (options.json && options.csv) throw new UsageError('Give either --json or --csv, not both.')
  const { articles } = await withDesk(options, terminal, (desk) => readSources(names, desk))
  const lines = quoteLines(articles.map(({ json }) => AnnotatedArticle.parse(JSON.parse(json))))
  const printed = options.json
    ? lines.map((line) => `${writeJson(QuoteLine, line)}\n`).join('')
    : options.csv
      ? quoteLinesCsv(lines)
      : quotesTable(lines, terminal.width)
  await terminal.out(printed)
  return exitCodeOfReading(articles)
}

const Pair = z.object({ a: z.string(), b: z.string() })

export const match: Run<typeof matchOptions> = async (_, options, terminal) => {
  const { match: matchClaims } = await import('../../pipeline.js')
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const { data: pair } = Pair.safeParse(jsonOf(line))
    if (!pair)
      throw new UsageError(
        `Standard input, line ${number}: it is not a JSON object with the texts "a" and "b", such as {"a":"…","b":"…"}.`,
      )
    const result = matchClaims(pair.a, pair.b)
    const { score, same, contradicts } = result
    const word = same ? 'same' : 'not the same'
    const told = `${score.toFixed(3)}  ${word}${contradicts ? ', contradicts' : ''}`
    await terminal.out(`${options.json ? writeJson(MatchResult, result) : told}\n`)
  }
  return exitCodes.complete
}

function describe(article: AnnotatedArticle | Report['articles'][number], withRemoved: boolean): string {
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
    count(tokenize(article.text).length, 'word'),
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
