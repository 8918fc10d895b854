/**
 * Who said what over all sources, without a comparison: one line for each attribution, in the order of sources and text.
 *
 * In: annotated articles. Out: lines (JSON), or a CSV. Never: words in quotation marks that are nobody's utterance.
 */
import type { AnnotatedArticle } from '../../model/annotated-article.js'
import { CueStance, SourceClass } from '../../model/annotation.js'
import type { QuoteLine } from '../../model/quote-line.js'
import type { Span } from '../../model/span.js'
import { number, oneOf, text, time, type Column } from './column.js'
import { csvOf } from './table.js'

export function quoteLines(articles: readonly AnnotatedArticle[]): readonly QuoteLine[] {
  return articles.flatMap((article) => {
    const printed = (spans: readonly Span[]): string[] =>
      spans.map(({ start, end }) => article.text.slice(start, end))
    return article.quotes.map((quote): QuoteLine => ({
      schema: 'synoptic/quotes@1',
      source: article.source,
      url: article.url,
      outlet: article.outlet.name,
      publishedAt: article.publishedAt,
      quote,
      words: printed(quote.content),
      sourceWords: printed(quote.source),
      cueWords: printed(quote.cue),
    }))
  })
}

/** Stable: columns are only ever added at the end. */
export const quoteLineColumns: readonly Column<QuoteLine>[] = [
  text('speaker', 'who is credited, resolved within the source', ({ quote }) => quote.speaker?.name),
  text('source_words', 'who is credited, as printed', ({ sourceWords }) => joined(sourceWords)),
  text('cue_words', 'the words of saying, as printed', ({ cueWords }) => joined(cueWords)),
  text('cue_lemma', 'their lemma', ({ quote }) => quote.cueLemma),
  oneOf(
    CueStance.options,
    'stance',
    'of the verb: `neutral`, `doubting`, `endorsing`, …',
    ({ quote }) => quote.stance,
  ),
  oneOf(['direct', 'indirect', 'mixed'], 'kind', '`direct`, `indirect`, `mixed`', ({ quote }) => quote.kind),
  text('words', 'the words, with their quotation marks', ({ words }) => joined(words)),
  text('outlet', 'name of the outlet', ({ outlet }) => outlet),
  text('source', 'what was given: the address or the file', ({ source }) => source),
  text('url', 'address, if there is one', ({ url }) => url),
  time('published_at', 'ISO 8601 with offset, as the page gives it', ({ publishedAt }) => publishedAt),
  number('confidence', '0 to 1, empty where not measured', ({ quote }) => quote.confidence),
  oneOf(
    SourceClass.options,
    'source_class',
    `what the printed source is: ${SourceClass.options.map((kind) => `\`${kind}\``).join(', ')}; empty where none is named`,
    ({ quote }) => quote.sourceClass,
  ),
  text('quote', 'id of the attribution', ({ quote }) => quote.id),
  text('nested_in', 'the attribution this one is nested in', ({ quote }) => quote.parent),
]

export function quoteLinesCsv(lines: readonly QuoteLine[]): string {
  return csvOf(quoteLineColumns, lines)
}

/** The pieces of a split quotation. */
export function joined(pieces: readonly string[]): string {
  return pieces.join(' … ')
}
