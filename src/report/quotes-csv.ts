/**
 * quotes.csv: one row for each attribution in each article: who is said to have told what, in which words.
 *
 * In: a Report. Out: CSV. Never: words in quotation marks that are nobody's utterance.
 */
import type { Quote } from '../model/annotation.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { hull } from '../text/spans.js'
import { passageText } from '../view/passage.js'
import { groupNumbers, spansText } from './cells-csv.js'
import { several, writeCsv, type CsvValue } from './csv.js'

/** Stable: columns are only ever added at the end. */
export const quoteColumns = [
  'article_id',
  'outlet',
  'url',
  'published_at',
  'source_sha256',
  'independence_group',
  'quote_id',
  'kind',
  'speaker',
  'speaker_entity',
  'source_words',
  'cue_words',
  'cue_lemma',
  'stance',
  'confidence',
  'start',
  'end',
  'spans',
  'text',
  'parent_quote_id',
  'column_ids',
  'form',
] as const

export type QuoteRow = Readonly<Record<(typeof quoteColumns)[number], CsvValue>>

export function quotesCsv(report: Report): string {
  return writeCsv(quoteColumns, quoteRows(report))
}

export function quoteRows(report: Report): readonly QuoteRow[] {
  const groups = groupNumbers(report)
  const columns = columnsByQuote(report)
  return report.articles.flatMap((article) =>
    article.quotes.map((quote): QuoteRow => {
      const place = hull(quote.content)
      return {
        article_id: article.id,
        outlet: article.outlet.name,
        url: article.url,
        published_at: article.publishedAt,
        source_sha256: article.sha256,
        independence_group: groups.get(article.id) ?? null,
        ...quoteFields(article, quote),
        start: place?.start ?? null,
        end: place?.end ?? null,
        column_ids: several(columns.get(quote.id)?.ids ?? []),
        form: columns.get(quote.id)?.form ?? null,
      }
    }),
  )
}

function quoteFields(article: InspectedArticle, quote: Quote) {
  return {
    quote_id: quote.id,
    kind: quote.kind,
    speaker: quote.speaker?.name ?? null,
    speaker_entity: quote.speaker?.entity ?? null,
    source_words: passageText(article, quote.source),
    cue_words: passageText(article, quote.cue),
    cue_lemma: quote.cueLemma,
    stance: quote.stance,
    confidence: quote.confidence,
    spans: spansText(quote.content),
    text: passageText(article, quote.content),
    parent_quote_id: quote.parent ?? null,
  }
}

/** The quote columns an attribution stands in, and its form in the first. */
function columnsByQuote(report: Report): ReadonlyMap<string, { ids: string[]; form: string }> {
  const found = new Map<string, { ids: string[]; form: string }>()
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
