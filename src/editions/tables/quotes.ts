/** quotes.csv: one row for each attribution in each article: who is said to have told what, in which words. */
import { Form } from '../../model/alignment.js'
import { CueStance, type Quote } from '../../model/annotation.js'
import type { Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { hull } from '../../text/spans.js'
import { passageText } from '../../print/passage.js'
import { articleColumns, articlesOf, spanWords, type OfArticle } from './articles.js'
import { list, number, oneOf, text, whole, type Column, table } from './table.js'

type OfQuote = OfArticle & {
  readonly quote: Quote
  readonly place: Span | undefined
  readonly aligned: Aligned | undefined
}

/** The quote columns an attribution stands in, and its form in the first. */
type Aligned = { readonly ids: string[]; readonly form: Form }

const columns: readonly Column<OfQuote>[] = [
  ...articleColumns,
  text('quote_id', 'id of the attribution', ({ quote }) => quote.id),
  oneOf(['direct', 'indirect', 'mixed'], 'kind', '`direct`, `indirect`, `mixed`', ({ quote }) => quote.kind),
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
    CueStance.options,
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
    ({ aligned }) => aligned?.ids ?? [],
  ),
  oneOf(Form.options, 'form', 'its form in the first of them', ({ aligned }) => aligned?.form),
]

export const quotes = table({
  name: 'quotes',
  row: 'One row for each attribution in each article: who is said to have told or thought something, and in which words.',
  columns,
  key: ['quote_id'],
  of: (report): readonly OfQuote[] => {
    const aligned = alignedQuotes(report)
    return articlesOf(report).flatMap((one) =>
      one.article.quotes.map((quote) => ({
        ...one,
        quote,
        place: hull(quote.content),
        aligned: aligned.get(quote.id),
      })),
    )
  },
})

function alignedQuotes(report: Report): ReadonlyMap<string, Aligned> {
  const found = new Map<string, Aligned>()
  for (const column of report.quotes) {
    for (const cell of Object.values(column.cells)) {
      if (cell.state !== 'present') continue
      for (const mention of cell.mentions) {
        const known = found.get(mention.ref)
        if (known) known.ids.push(column.id)
        else found.set(mention.ref, { ids: [column.id], form: cell.form })
      }
    }
  }
  return found
}
