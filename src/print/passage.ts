/** The words of a span, of which a report without texts has only excerpts, with the rest of their sentences; headline and lead. */
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'
import { bodyStart } from '../text/body-start.js'
import { hull } from '../text/spans.js'
import { oneLine } from '../text/trimmed.js'

/** Characters of a passage and of a lead that are shown at most. */
export const [longestPassage, longestLead] = [1200, 420]

/** What the words are taken from. */
export type Worded = Pick<InspectedArticle, 'text' | 'excerpts'>

export type Passage =
  | { readonly state: 'text'; readonly text: string }
  /** Some of it is in no excerpt; `[…]` stands for that. */
  | { readonly state: 'partial'; readonly text: string }
  | { readonly state: 'withheld' }

/** Pieces of a split quotation are joined by ` … `. */
export function passage(article: Worded, spans: readonly Span[]): Passage {
  const parts = spans.map((span) => slice(article, span))
  const texts = parts.flatMap((part) => (part.state === 'withheld' ? [] : [part.text]))
  if (texts.length === 0) return { state: 'withheld' }
  const whole = texts.length === parts.length && parts.every((part) => part.state === 'text')
  return { state: whole ? 'text' : 'partial', text: texts.join(' … ') }
}

/** The words, or '' where they are withheld: for tables. */
export function passageText(article: Worded, spans: readonly Span[]): string {
  const found = passage(article, spans)
  return found.state === 'withheld' ? '' : found.text
}

function slice(article: Worded, span: Span): Passage {
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

/** Fewer are a section's name or a place, not a lead; an article of such lines alone opens with its first. */
const leastWords = 5

export type Opening = { readonly headline: Span | null; readonly lead: Span | null }

export function openingOf(article: InspectedArticle): Opening {
  const from = bodyStart(article)
  const paragraphs = article.blocks.filter(
    (block) =>
      block.kind === 'paragraph' && block.start >= from && passageText(article, [block]).trim().length > 0,
  )
  const lead = paragraphs.find((block) => wordsIn(passageText(article, [block])) >= leastWords)
  return { headline: article.headline, lead: lead ?? paragraphs[0] ?? null }
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length
}
