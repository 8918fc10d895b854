/** What was read of an article, for people. In: annotated articles. Out: text with line feeds. Never: control characters of a page. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Report } from '../model/report.js'
import { plainText } from '../text/plain-text.js'

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
  const parts: readonly (readonly [number, string, string])[] = [
    [article.text.split(/\s+/u).filter(Boolean).length, 'word', 'words'],
    [article.blocks.length, 'block', 'blocks'],
    [article.sentences.length, 'sentence', 'sentences'],
    [article.quotes.length, 'attribution', 'attributions'],
    [article.claims.length, 'claim', 'claims'],
  ]
  return parts.map(([number, one, many]) => `${number} ${number === 1 ? one : many}`).join(', ')
}
