/**
 * The quotations of an article made ready for comparing: every attribution once, and quotations nobody is credited with.
 *
 * In: an article of an event. Out: items in text order. Never: knows another article.
 */
import type { Mention } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import { overlap } from '../text/spans.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { tokenize } from '../text/tokens.js'
import type { Event } from './event.js'
import type { Item } from './item.js'
import { looseQuotations } from './loose-quotations.js'
import { claimMention, quoteMention } from './mention.js'
import { printedRuns, wordRun, type WordRun } from './printed-words.js'
import { speakerOf, type SpeakerView } from './speakers.js'
import { unitsOf, type UnitOf } from './unit.js'

export type QuoteUnit = UnitOf & {
  /** All its words, in order. */
  readonly words: WordRun
  /** Those inside quotation marks. */
  readonly printed: WordRun
  /** It has a clause of its own, not a thing named alone. */
  readonly clausal: boolean
  readonly cue: string | null
  readonly speaker: SpeakerView
  /** Printed words before reported ones, then the most matter. */
  readonly fullness: number
}

export type QuoteItem = Item & QuoteUnit & { readonly quote: Quote; readonly loose: boolean }

/** More than any words weigh. */
const PRINTED = { direct: 2e6, mixed: 1e6, indirect: 0 }

type Found = { readonly quote: Quote; readonly loose: boolean; readonly mention: Mention }

export function quoteItems(article: AnnotatedArticle, number: number, { lexicon }: Event): QuoteItem[] {
  const credited = article.quotes
    .filter((quote) => quote.content.length > 0)
    .map((quote): Found => ({ quote, loose: false, mention: quoteMention(article, quote) }))
  const found = [...credited, ...looseItems(article)].sort(
    byKeys(
      ({ mention }) => mention.start,
      ({ quote }) => quote.id,
    ),
  )
  const units = unitsOf(
    article,
    found.map(({ quote }) => ({ spans: quote.content, attributed: true })),
    lexicon,
  )
  return found.flatMap((item, k) => {
    const unit = units[k]
    if (!unit) return []
    const { content, kind } = item.quote
    return [
      {
        ...item,
        article,
        number,
        unit,
        words: wordRun(
          content.flatMap(({ start, end }) => tokenize(article.text, start, end).map((token) => token.norm)),
          lexicon,
        ),
        printed: wordRun(printedRuns(article.text, content, kind === 'direct').flat(), lexicon),
        clausal:
          kind === 'direct' ||
          article.claims.some((claim) =>
            content.some((piece) => 2 * overlap(piece, claim) > claim.end - claim.start),
          ),
        cue: item.quote.cueLemma,
        speaker: speakerOf(article, item.quote),
        fullness: PRINTED[kind] + quantise(unit.passage.plain.total),
      },
    ]
  })
}

/** Quotations that nobody is credited with, in the shape of the others; their mention names the claim. */
function looseItems(article: AnnotatedArticle): Found[] {
  return looseQuotations(article).map(({ span, claim }) => {
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
    return { quote, loose: true, mention: { ...claimMention(article, claim), ...span, spans: [span] } }
  })
}
