/**
 * Headline and lead of each article: what a reader meets first.
 *
 * In: an article. Out: its headline, its first subhead where one follows at once, and its first paragraph; null for what
 * it has not. Never: a caption or a list item for a lead.
 */
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'
import { passageText } from './passage.js'

export type Opening = { readonly headline: Span | null; readonly lead: Span | null }

export function openingOf(article: InspectedArticle): Opening {
  const lead = article.blocks.find(
    (block) => block.kind === 'paragraph' && passageText(article, [block]).trim().length > 0,
  )
  return { headline: article.headline, lead: lead ?? null }
}
