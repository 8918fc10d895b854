/**
 * The quotations of an article made ready for comparing: every attribution once, and quotations nobody is credited with.
 *
 * In: an article of an event. Out: items in text order. Never: knows another article.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { overlap } from '../text/spans.js'
import { byKeys } from '../text/order.js'
import { itemAt } from '../text/item-at.js'
import { quantise } from '../text/quantise.js'
import { claimMention, quoteMention, type Item } from './mention.js'
import { unitsOf, type UnitOf } from './unit.js'

export type QuoteItem = Item &
  UnitOf & {
    readonly quote: Quote
    /** Nobody is credited with it. */
    readonly loose: boolean
    /** Printed words before reported ones, then the most matter. */
    readonly fullness: number
  }

/** More than any words weigh. */
const PRINTED = { direct: 2e6, mixed: 1e6, indirect: 0 }

type Found = Pick<QuoteItem, 'quote' | 'loose' | 'mention'>

export function quoteItems(article: AnnotatedArticle, number: number, lexicon: Lexicon): QuoteItem[] {
  const credited = article.quotes
    .filter((quote) => quote.content.length > 0)
    .map((quote): Found => ({ quote, loose: false, mention: quoteMention(article, quote) }))
  const found = [...credited, ...looseItems(article)].sort(
    byKeys(
      ({ mention }) => mention.start,
      ({ quote }) => quote.id,
    ),
  )
  const placed = found.map((item) => ({ ...item, quotation: true }))
  return unitsOf(article, placed, lexicon).map((unit, k) => {
    const item = itemAt(found, k)
    return {
      ...item,
      article,
      number,
      unit,
      fullness: PRINTED[item.quote.kind] + quantise(unit.passage.plain.total),
    }
  })
}

const quotation = /[“"«][^“”"«»\n]{3,400}[”"»]/gu

/**
 * Quotations that nobody is credited with, in the shape of the others; their mention names the claim they stand in. They join
 * a column when another article credits the same words to somebody; alone they make none.
 */
function looseItems(article: AnnotatedArticle): Found[] {
  const covered = article.quotes
    .filter((quote) => quote.parent === undefined)
    .flatMap((quote) => quote.content)
  return [...article.text.matchAll(quotation)].flatMap((match): Found[] => {
    const span = { start: match.index, end: match.index + match[0].length }
    if (covered.some((piece) => overlap(piece, span) > 0)) return []
    const claim = article.claims.find((candidate) => overlap(candidate, span) > 0.5 * (span.end - span.start))
    if (!claim) return []
    const quote: Quote = {
      id: claim.id,
      kind: 'direct',
      content: [span],
      source: [],
      cue: [],
      speaker: null,
      cueLemma: null,
      stance: null,
      confidence: null,
    }
    return [{ quote, loose: true, mention: { ...claimMention(article, claim), ...span, spans: [span] } }]
  })
}
