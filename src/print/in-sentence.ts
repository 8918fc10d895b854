/**
 * Passages with the rest of their sentences, for readers who do not have the article at hand.
 *
 * In:    an article and spans. Out: text on one line, at most `limit` characters around the spans.
 * Never: words that a report without texts withholds.
 */
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'
import { hull } from '../text/spans.js'
import { passageText } from './passage.js'
import { oneLine } from '../text/trimmed.js'

export function inSentence(
  article: InspectedArticle,
  spans: readonly Span[],
  limit = Number.POSITIVE_INFINITY,
): string {
  const place = hull(spans)
  if (place === undefined) return ''
  if (article.excerpts !== undefined) return passageText(article, spans)
  const { start, end } = sentenceSpan(article, place)
  if (end - start <= limit) return oneLine(article.text.slice(start, end))
  const room = Math.max(0, limit - (place.end - place.start))
  const from = Math.max(start, wordStart(article.text, place.start - Math.floor(room / 2)))
  const to = Math.min(end, wordEnd(article.text, Math.min(from + limit, end)))
  const [before, after] = [from > start ? '… ' : '', to < end ? ' …' : '']
  return `${before}${oneLine(article.text.slice(from, to))}${after}`
}

/** Each passage in its sentence, in text order; a sentence that holds several stands once. */
export function inSentences(
  article: InspectedArticle,
  spans: readonly Span[],
  limit = Number.POSITIVE_INFINITY,
): readonly string[] {
  const places = [...spans].sort((a, b) => a.start - b.start)
  return [...new Set(places.map((span) => inSentence(article, [span], limit)))].filter(
    (words) => words !== '',
  )
}

/** All sentences that the passage touches. */
export function sentenceSpan(article: InspectedArticle, place: Span): Span {
  const touched = article.sentences.filter(({ start, end }) => start < place.end && place.start < end)
  return hull([place, ...touched]) ?? place
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', Math.max(0, at))
  return at <= 0 ? 0 : space < 0 || space - at > 40 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return at >= text.length || at - space > 40 ? at : space
}
