/**
 * How one article gives one utterance: which words stand in quotation marks, which are reported, who is credited.
 *
 * In:    a quote column and the Context.
 * Out:   a Version for each article that has it, in order of article id.
 * Never: takes reported words for quoted ones.
 */
import type { Mention, PresentCell, QuoteColumn } from '../../model/alignment.js'
import type { Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { presentCells, wordsIn, type ArticleView, type Context, type Word } from '../context.js'
import { marksWithin } from './marks.js'
import { mergeSpans } from '../../text/spans.js'

export type Version = {
  readonly view: ArticleView
  readonly cell: PresentCell
  /** Everything that tells the utterance, quoted or reported. */
  readonly spans: readonly Span[]
  /** The parts in quotation marks. */
  readonly quotedSpans: readonly Span[]
  readonly quotedWords: readonly Word[]
  readonly quotes: readonly Quote[]
  readonly speaker: string | null
}

export function versionsOf(context: Context, column: QuoteColumn): readonly Version[] {
  return presentCells(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    return view ? [versionOf(view, cell)] : []
  })
}

function versionOf(view: ArticleView, cell: PresentCell): Version {
  const spans = mergeSpans(cell.mentions.flatMap((mention) => mention.spans))
  const quotedSpans = mergeSpans(cell.mentions.flatMap((mention) => quotedParts(view, mention)))
  return {
    view,
    cell,
    spans,
    quotedSpans,
    quotedWords: quotedSpans.flatMap((span) => wordsIn(view, span)),
    quotes: cell.mentions.flatMap((mention) => {
      const quote = view.quotes.get(mention.ref)
      return quote ? [quote] : []
    }),
    speaker: cell.mentions.find((mention) => mention.speaker)?.speaker?.name ?? null,
  }
}

function quotedParts(view: ArticleView, mention: Mention): readonly Span[] {
  const kind = view.quotes.get(mention.ref)?.kind
  if (kind === 'direct') return mention.spans
  return mention.spans.flatMap((span) => marksWithin(view.text, span))
}
