/** Who said what over all sources, without a comparison: one line for each attribution, in the order of sources and text. */
import type { AnnotatedArticle } from '../../model/annotated-article.js'
import { CueStance, SourceClass } from '../../model/annotation.js'
import type { QuoteLine } from '../../model/quote-line.js'
import type { Span } from '../../model/span.js'
import { number, oneOf, text, time, type Column, csvOf } from './table.js'
import { visibleLine } from '../../print/safe-text.js'
import { columns, wrap } from '../../print/wrap.js'
import { itemAt } from '../../text/item-at.js'

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
    CueStance,
    'stance',
    'of the verb: `neutral`, `doubting`, `endorsing`, …',
    ({ quote }) => quote.stance,
  ),
  oneOf(['direct', 'indirect', 'mixed'], 'kind', '', ({ quote }) => quote.kind),
  text('words', 'the words, with their quotation marks', ({ words }) => joined(words)),
  text('outlet', 'name of the outlet', ({ outlet }) => outlet),
  text('source', 'what was given: the address or the file', ({ source }) => source),
  text('url', 'address, if there is one', ({ url }) => url),
  time('published_at', 'ISO 8601 with offset, as the page gives it', ({ publishedAt }) => publishedAt),
  number('confidence', '0 to 1, empty where not measured', ({ quote }) => quote.confidence),
  oneOf(
    SourceClass,
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

export function joined(pieces: readonly string[]): string {
  return pieces.join(' … ')
}

const headings = ['Speaker', 'Cue', 'Kind', 'Words', 'Outlet'] as const
const gap = '  '
/** Below this width columns would be too narrow to read, and each attribution gets lines of its own. */
const narrowest = 72

export function quotesTable(lines: readonly QuoteLine[], width: number): string {
  if (lines.length === 0) return 'Nobody is quoted in what could be read.\n'
  const rows = lines.map(cells)
  if (width < narrowest) return rows.map((row) => narrow(row, Math.max(24, width))).join('\n')
  const total = Math.min(width, 140)
  const [speaker, cue, kind, outlet] = [
    Math.floor(total / 5),
    Math.floor(total / 8),
    8,
    Math.floor(total / 7),
  ]
  const widths = [speaker, cue, kind, total - speaker - cue - kind - outlet - 4 * gap.length, outlet]
  const rule = widths.map((size) => '-'.repeat(size)).join(gap)
  return [tableRow(headings, widths), rule, ...rows.map((row) => tableRow(row, widths))].join('\n') + '\n'
}

/** An unresolved speaker goes by the printed words in brackets, as the source may be "he" or a crowd. */
function cells({ quote, outlet, words, sourceWords, cueWords }: QuoteLine): readonly string[] {
  const source = joined(sourceWords)
  const speaker = quote.speaker?.name ?? (source === '' ? '(none given)' : `(${source})`)
  return [speaker, joined(cueWords), quote.kind, joined(words), outlet].map(visibleLine)
}

function tableRow(row: readonly string[], widths: readonly number[]): string {
  const wrapped = row.map((cell, i) => wrap(cell, itemAt(widths, i)).split('\n'))
  const height = Math.max(...wrapped.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, i) => padded(cell[line] ?? '', itemAt(widths, i)))
      .join(gap)
      .trimEnd(),
  ).join('\n')
}

function narrow(
  [speaker = '', cue = '', kind = '', words = '', outlet = '']: readonly string[],
  width: number,
) {
  const head = [speaker, cue, kind, outlet].filter((part) => part !== '').join(' · ')
  return `${wrap(head, width)}\n${wrap(words, width, gap)}\n`
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}
