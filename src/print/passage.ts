/**
 * The words of a span, also in a report made without article texts, where only excerpts are left.
 *
 * In: an article and spans. Out: a Passage. Never: guesses words that are not there.
 */
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'

export type Passage =
  | { readonly state: 'text'; readonly text: string }
  /** Some of it is in no excerpt; `[…]` stands for that. */
  | { readonly state: 'partial'; readonly text: string }
  | { readonly state: 'withheld' }

/** Pieces of a split quotation are joined by ` … `. */
export function passage(article: InspectedArticle, spans: readonly Span[]): Passage {
  const parts = spans.map((span) => slice(article, span))
  const texts = parts.flatMap((part) => (part.state === 'withheld' ? [] : [part.text]))
  if (texts.length === 0) return { state: 'withheld' }
  const whole = texts.length === parts.length && parts.every((part) => part.state === 'text')
  return { state: whole ? 'text' : 'partial', text: texts.join(' … ') }
}

/** The words, or '' where they are withheld: for tables. */
export function passageText(article: InspectedArticle, spans: readonly Span[]): string {
  const found = passage(article, spans)
  return found.state === 'withheld' ? '' : found.text
}

function slice(article: InspectedArticle, span: Span): Passage {
  if (article.excerpts === undefined) {
    return { state: 'text', text: article.text.slice(span.start, span.end) }
  }
  const parts: string[] = []
  let reached = span.start
  for (const excerpt of article.excerpts) {
    const start = Math.max(excerpt.start, span.start)
    const end = Math.min(excerpt.end, span.end)
    if (start >= end) continue
    if (start > reached) parts.push(' […] ')
    parts.push(excerpt.text.slice(start - excerpt.start, end - excerpt.start))
    reached = end
  }
  if (parts.length === 0) return span.start === span.end ? { state: 'text', text: '' } : { state: 'withheld' }
  if (reached < span.end) parts.push(' […]')
  const text = parts.join('').trim()
  return { state: text.includes('[…]') ? 'partial' : 'text', text }
}
