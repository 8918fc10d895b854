/**
 * Who said what over all sources: one line for each attribution, in the order of sources and text.
 *
 * In:    annotated articles. Out: lines (JSON), a CSV, or a table for a terminal of a given width.
 * Never: words in quotation marks that are nobody's utterance; control characters of an article in the terminal.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { QuoteLine } from '../model/quote-line.js'
import type { Span } from '../model/span.js'
import { visibleLine } from '../view/safe-text.js'
import { writeCsv } from './csv.js'
import { columns, wrap } from './wrap.js'

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
export const quotesTableColumns = [
  'speaker',
  'source_words',
  'cue_words',
  'cue_lemma',
  'stance',
  'kind',
  'words',
  'outlet',
  'source',
  'url',
  'published_at',
  'confidence',
  'source_class',
  'quote',
  'nested_in',
] as const

export function quotesTableCsv(lines: readonly QuoteLine[]): string {
  return writeCsv(
    quotesTableColumns,
    lines.map((line) => ({
      speaker: line.quote.speaker?.name ?? null,
      source_words: joined(line.sourceWords),
      cue_words: joined(line.cueWords),
      cue_lemma: line.quote.cueLemma,
      stance: line.quote.stance,
      kind: line.quote.kind,
      words: joined(line.words),
      outlet: line.outlet,
      source: line.source,
      url: line.url,
      published_at: line.publishedAt,
      confidence: line.quote.confidence,
      source_class: line.quote.sourceClass ?? null,
      quote: line.quote.id,
      nested_in: line.quote.parent ?? null,
    })),
  )
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
  const wrapped = row.map((cell, i) => wrap(cell, widths[i] ?? 1).split('\n'))
  const height = Math.max(...wrapped.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, i) => padded(cell[line] ?? '', widths[i] ?? 1))
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

function joined(pieces: readonly string[]): string {
  return pieces.join(' … ')
}
