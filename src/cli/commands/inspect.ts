/** `synoptic inspect`: what was read of each source, one at a time. JSON lines, or a short description for people. */
import { AnnotatedArticle } from '../../model/annotated-article.js'
import { InspectedArticle } from '../../model/report.js'
import { writeJson } from '../../report/json.js'
import { inspectedArticle } from '../../report/report.js'
import { articleWithoutText } from '../../report/without-text.js'
import { plainText } from '../../text/plain-text.js'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { generatorOf } from '../../generator.js'
import { readSources, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { InspectOptions } from '../typed.js'

export async function inspect(
  names: readonly string[],
  options: InspectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { articles: read } = await withDeps(options, (deps) => readSources(names, options, terminal, deps))
  const articles = read.map(({ json }) => AnnotatedArticle.parse(JSON.parse(json)))
  const generator = generatorOf({ zone: options.zone, text: options.text })
  const json = (article: AnnotatedArticle): string => {
    const line = inspectedArticle(article, generator, options)
    return writeJson(InspectedArticle, options.text ? line : articleWithoutText(line))
  }
  for (const article of articles)
    await terminal.out(options.json ? `${json(article)}\n` : describe(article, options.removed))
  const lost = articles.filter((article) => article.completeness.state === 'unreadable')
  if (lost.length === articles.length) return exitCodes.nothingComparable
  return lost.length > 0 ? exitCodes.partial : exitCodes.complete
}

function describe(article: AnnotatedArticle, withRemoved: boolean): string {
  const headline = article.headline
    ? article.text.slice(article.headline.start, article.headline.end)
    : '(no headline found)'
  const { state, reasons } = article.completeness
  const rows: readonly (readonly [string, string])[] = [
    ['headline', headline],
    ['outlet', article.outlet.name],
    ['by', article.bylines.join(', ') || '(no byline found)'],
    ['published', article.publishedAt ?? '(no time found)'],
    ['language', article.language],
    ['completeness', reasons.length > 0 ? `${state} (${reasons.join(', ')})` : state],
    ['found', counts(article)],
    ...article.issues.map((issue) => [issue.severity, issue.message] as const),
    ...(withRemoved
      ? article.removed.map((piece) => ['removed', `${piece.rule}: ${piece.text}`] as const)
      : []),
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${plainText(value)}`)
  return `${plainText(article.source)}\n${lines.join('\n')}\n\n`
}

function counts(article: AnnotatedArticle): string {
  const parts: readonly (readonly [number, string, string])[] = [
    [article.text.split(/\s+/u).filter(Boolean).length, 'word', 'words'],
    [article.blocks.length, 'block', 'blocks'],
    [article.sentences.length, 'sentence', 'sentences'],
    [article.quotes.length, 'attribution', 'attributions'],
    [article.claims.length, 'claim', 'claims'],
  ]
  return parts.map(([number, one, many]) => `${number} ${number === 1 ? one : many}`).join(', ')
}
