/**
 * Loose quotations: words in quotation marks that no attribution of the article covers. They join a quote column when
 * another article credits the same words to somebody; alone they make none.
 *
 * In: an article. Out: spans of the marked words, with the claim each stands in, in text order.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Claim } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { overlap } from '../text/spans.js'

export type LooseQuotation = { readonly span: Span; readonly claim: Claim }

const quotation = /[“"«][^“”"«»\n]{3,400}[”"»]/gu

export function looseQuotations(article: AnnotatedArticle): LooseQuotation[] {
  const covered = article.quotes
    .filter((quote) => quote.parent === undefined)
    .flatMap((quote) => quote.content)
  return [...article.text.matchAll(quotation)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (covered.some((piece) => overlap(piece, span) > 0)) return []
    const claim = article.claims.find((candidate) => overlap(candidate, span) > 0.5 * (span.end - span.start))
    return claim ? [{ span, claim }] : []
  })
}
