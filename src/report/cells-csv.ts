/**
 * cells.csv: one row for each article in each column of the alignment, absent and unknown ones included.
 *
 * In: a Report. Out: CSV. Never: leaves out a row because there is nothing in it.
 */
import type { Cell, Column, Mention } from '../model/alignment.js'
import type { InspectedArticle, Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { hull } from '../text/spans.js'
import { passageText } from '../view/passage.js'
import { several, writeCsv, type CsvValue, type Several } from './csv.js'

/** Stable: columns are only ever added at the end. */
export const cellColumns = [
  'column_kind',
  'column_id',
  'column_label',
  'column_salience',
  'column_texts',
  'article_id',
  'outlet',
  'url',
  'published_at',
  'source_sha256',
  'independence_group',
  'state',
  'form',
  'stance',
  'certainty',
  'value',
  'voice',
  'hedged',
  'speaker',
  'source_words',
  'cue_words',
  'mentions',
  'start',
  'end',
  'spans',
  'text',
  'confidence',
  'nearest_start',
  'nearest_end',
  'nearest_text',
  'unknown_reason',
  'is_fullest',
  'sourcing',
] as const

export type CellRow = Readonly<Record<(typeof cellColumns)[number], CsvValue>>

export function cellsCsv(report: Report): string {
  return writeCsv(cellColumns, cellRows(report))
}

/** Claims before quotations, columns in the report's order, articles in input order. */
export function cellRows(report: Report): readonly CellRow[] {
  const groups = groupNumbers(report)
  const rows = (kind: 'claim' | 'quote', columns: readonly Column[]): CellRow[] =>
    columns.flatMap((column) =>
      report.articles.map((article) => cellRow(kind, column, article, groups.get(article.id) ?? null)),
    )
  return [...rows('claim', report.claims), ...rows('quote', report.quotes)]
}

/** Article id to the number of its independence group, from 1. */
export function groupNumbers(report: Report): ReadonlyMap<string, number> {
  return new Map(
    report.independence.groups.flatMap((ids, index) => ids.map((id) => [id, index + 1] as const)),
  )
}

function cellRow(kind: string, column: Column, article: InspectedArticle, group: number | null): CellRow {
  const cell = column.cells[article.id]
  return {
    column_kind: kind,
    column_id: column.id,
    column_label: column.label,
    column_salience: column.salience,
    column_texts: column.texts,
    article_id: article.id,
    outlet: article.outlet.name,
    url: article.url,
    published_at: article.publishedAt,
    source_sha256: article.sha256,
    independence_group: group,
    ...blankCell,
    ...cellFields(article, cell),
    is_fullest: column.fullest.article === article.id,
  }
}

const blankCell = {
  form: null,
  stance: null,
  certainty: null,
  value: null,
  voice: null,
  hedged: null,
  speaker: null,
  source_words: null,
  cue_words: null,
  mentions: 0,
  start: null,
  end: null,
  spans: null,
  text: null,
  confidence: null,
  nearest_start: null,
  nearest_end: null,
  nearest_text: null,
  unknown_reason: null,
  sourcing: null,
}

function cellFields(article: InspectedArticle, cell: Cell | undefined) {
  if (cell === undefined) return { state: 'unknown', unknown_reason: 'no-cell' }
  switch (cell.state) {
    case 'unknown':
      return { state: cell.state, unknown_reason: cell.reason, ...nearestFields(article, cell.nearest) }
    case 'absent':
      return {
        state: cell.state,
        confidence: cell.confidence,
        ...nearestFields(article, cell.nearest ?? undefined),
      }
    case 'present':
      return {
        state: cell.state,
        form: cell.form,
        stance: cell.stance,
        certainty: cell.certainty,
        value: cell.value ?? null,
        sourcing: cell.sourcing ?? null,
        confidence: cell.confidence,
        ...mentionFields(article, cell.mentions),
      }
  }
}

/** All mentions of the cell in one row: `start` and `end` are those of the first, `spans` has them all. */
function mentionFields(article: InspectedArticle, mentions: readonly Mention[]) {
  const spans = mentions.flatMap((mention) => mention.spans)
  const first = hull(mentions[0]?.spans ?? [])
  const words = (pick: (mention: Mention) => readonly Span[]): Several =>
    several(mentions.map((mention) => passageText(article, pick(mention))).filter((text) => text !== ''))
  return {
    voice: several(unique(mentions.map((mention) => mention.voice))),
    hedged: mentions.some((mention) => mention.hedged),
    speaker: several(unique(mentions.flatMap((mention) => mention.speaker?.name ?? []))),
    source_words: words((mention) => mention.source),
    cue_words: words((mention) => mention.cue),
    mentions: mentions.length,
    start: first?.start ?? null,
    end: first?.end ?? null,
    spans: spansText(spans),
    text: several(
      mentions.map((mention) => passageText(article, mention.spans)),
      ' | ',
    ),
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** `12-40 55-80` */
export function spansText(spans: readonly Span[]): Several {
  return several(
    spans.map((span) => `${span.start}-${span.end}`),
    ' ',
  )
}

function nearestFields(article: InspectedArticle, nearest: Span | undefined) {
  return nearest === undefined
    ? {}
    : {
        nearest_start: nearest.start,
        nearest_end: nearest.end,
        nearest_text: passageText(article, [nearest]),
      }
}
