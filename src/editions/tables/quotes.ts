/** quotes.csv: one row for each attribution in each article: who is said to have told what, in which words. */
import { Form, type Column as AlignedColumn } from '../../model/alignment.js'
import { CueStance, type Quote } from '../../model/annotation.js'
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { kept } from '../../text/grouped.js'
import { hull } from '../../text/spans.js'
import { passageText } from '../../print/passage.js'
import { articleColumns, articlesOf, spanWords, type Listed, type OfArticle } from './articles.js'
import { list, number, oneOf, text, whole, type Column, table } from './table.js'

export type OfQuote<Article, Of extends Pick<AlignedColumn, 'id'> = AlignedColumn> = OfArticle<Article> & {
  readonly quote: Quote
  readonly place: Span | undefined
  /** Columns it stands in, and its form in the first of them. */
  readonly aligned: { readonly columns: readonly Of[]; readonly form: Form } | undefined
}

export const quoteColumns: readonly Column<OfQuote<Listed, Pick<AlignedColumn, 'id'>>>[] = [
  ...articleColumns,
  text('quote_id', 'id of the attribution', ({ quote }) => quote.id),
  oneOf(['direct', 'indirect', 'mixed'], 'kind', '', ({ quote }) => quote.kind),
  text('speaker', 'who is credited, resolved within the article', ({ quote }) => quote.speaker?.name),
  text('speaker_entity', 'id of the entity', ({ quote }) => quote.speaker?.entity),
  list('with_speakers', 'who speaks together with the speaker', ({ quote }) =>
    (quote.withSpeakers ?? []).map(({ name }) => name),
  ),
  text('source_words', 'who is credited, as printed', ({ article, quote }) =>
    passageText(article, quote.source),
  ),
  text('cue_words', 'the words of saying, as printed', ({ article, quote }) =>
    passageText(article, quote.cue),
  ),
  text('cue_lemma', 'their lemma', ({ quote }) => quote.cueLemma),
  oneOf(
    CueStance,
    'stance',
    'of the verb: `neutral`, `doubting`, `endorsing`, …',
    ({ quote }) => quote.stance,
  ),
  number('confidence', '0 to 1, empty where not measured', ({ quote }) => quote.confidence),
  whole('start', 'start of the first piece', ({ place }) => place?.start),
  whole('end', 'end of the last piece', ({ place }) => place?.end),
  list('spans', 'all pieces', ({ quote }) => spanWords(quote.content), { between: ' ' }),
  text('text', 'the words, with their quotation marks', ({ article, quote }) =>
    passageText(article, quote.content),
  ),
  text('parent_quote_id', 'the attribution this one is nested in', ({ quote }) => quote.parent),
  list(
    'column_ids',
    'quote columns it stands in, to join with cells.csv',
    ({ aligned }) => aligned?.columns.map(({ id }) => id) ?? [],
  ),
  oneOf(Form, 'form', 'its form in the first of them', ({ aligned }) => aligned?.form),
]

export const quotes = table({
  name: 'quotes',
  row: 'One row for each attribution in each article: who is said to have told or thought something, and in which words.',
  columns: quoteColumns,
  key: ['quote_id'],
  of: (report): readonly OfQuote<InspectedArticle>[] => quoteRows(articlesOf(report), report.quotes),
})

export function quoteRows<
  One extends OfArticle<Pick<InspectedArticle, 'quotes'>>,
  Of extends Pick<AlignedColumn, 'id' | 'cells'>,
>(articles: readonly One[], columns: readonly Of[]) {
  const found = new Map<string, { readonly columns: Of[]; readonly form: Form }>()
  for (const column of columns)
    for (const cell of Object.values(column.cells)) {
      if (cell.state !== 'present') continue
      for (const { ref } of cell.mentions)
        kept(found, ref, () => ({ columns: new Array<Of>(), form: cell.form })).columns.push(column)
    }
  return articles.flatMap((one) =>
    one.article.quotes.map((quote) => ({
      ...one,
      quote,
      place: hull(quote.content),
      aligned: found.get(quote.id),
    })),
  )
}
