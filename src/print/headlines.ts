/**
 * Headline and lead of each article: what a reader meets first.
 *
 * In: an article. Out: its headline and its first paragraph of some words; null for what it has not. Never: a caption or a
 *     list item for a lead.
 */
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'
import { passageText } from './passage.js'

/** Fewer are a section's name or a place, not a lead; an article of such lines alone opens with its first. */
const leastWords = 5

export type Opening = { readonly headline: Span | null; readonly lead: Span | null }

export function openingOf(article: InspectedArticle): Opening {
  const paragraphs = article.blocks.filter(
    (block) => block.kind === 'paragraph' && passageText(article, [block]).trim().length > 0,
  )
  const lead = paragraphs.find((block) => wordsIn(passageText(article, [block])) >= leastWords)
  return { headline: article.headline, lead: lead ?? paragraphs[0] ?? null }
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length
}
