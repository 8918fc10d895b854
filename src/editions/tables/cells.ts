/** cells.csv: one row for each article in each column, absent and unknown ones included; all mentions of a cell stand in one row. */
import {
  CellStance,
  Certainty,
  Form,
  Sourcing,
  type Cell,
  type Column as AlignedColumn,
  type Mention,
  type PresentCell,
} from '../../model/alignment.js'
import { Voice } from '../../model/annotation.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { hull } from '../../text/spans.js'
import { passageText, type Worded } from '../../print/passage.js'
import { articleColumns, articlesOf, spanWords, type OfArticle } from './articles.js'
import { flag, list, number, oneOf, text, whole, type Column, table } from './table.js'

export type OfCell<Article> = {
  readonly article: Article
  readonly cell: Cell
  readonly present: PresentCell | null
  readonly first: Span | undefined
  readonly nearest: Span | null
}

export const cellColumns: readonly Column<OfCell<Worded>>[] = [
  oneOf(
    ['present', 'absent', 'unknown'],
    'state',
    '`present`, `absent` (searched, not found), `unknown` (could not be told)',
    ({ cell }) => cell.state,
  ),
  oneOf(Form, 'form', 'against the fullest version:', ({ present }) => present?.form),
  oneOf(CellStance, 'stance', '', ({ present }) => present?.stance),
  oneOf(Certainty, 'certainty', '', ({ present }) => present?.certainty),
  text('value', 'the checkable value given, with its unit', ({ present }) => present?.value),
  list(
    'voice',
    '`own`, `attributed`, `unclear`',
    of((mention) => [mention.voice]),
    { values: Voice.options },
  ),
  flag('hedged', 'whether a mention is hedged', ({ present }) =>
    present?.mentions.some((mention) => mention.hedged),
  ),
  list(
    'speaker',
    'who is credited, resolved',
    of((mention) => mention.speaker?.name ?? []),
  ),
  list(
    'source_words',
    'who is credited, as printed',
    wordsOf((mention) => mention.source),
  ),
  list(
    'cue_words',
    'the words of saying, as printed',
    wordsOf((mention) => mention.cue),
  ),
  whole(
    'mentions',
    'how many passages of this article tell it',
    ({ present }) => present?.mentions.length ?? 0,
  ),
  whole('start', 'start of the first passage', ({ first }) => first?.start),
  whole('end', 'end of the first passage', ({ first }) => first?.end),
  list(
    'spans',
    'all passages',
    ({ present }) => present && spanWords(present.mentions.flatMap(({ spans }) => spans)),
    { between: ' ' },
  ),
  list(
    'text',
    'the words of all passages',
    ({ article, present }) => present?.mentions.map(({ spans }) => passageText(article, spans)),
    { between: ' | ' },
  ),
  number('confidence', "0 to 1, the program's own estimate for this cell", ({ cell }) =>
    cell.state === 'unknown' ? null : cell.confidence,
  ),
  whole(
    'nearest_start',
    'absent: start of the passage that came closest and was rejected; unknown: of one that comes close',
    ({ nearest }) => nearest?.start,
  ),
  whole('nearest_end', 'its end', ({ nearest }) => nearest?.end),
  text('nearest_text', 'its words', ({ article, nearest }) => nearest && passageText(article, [nearest])),
  text(
    'unknown_reason',
    'unknown: a code such as `told-differently`, `too-early`, `truncated`, `unreadable`, `unrelated`, `language`',
    ({ cell }) => (cell.state === 'unknown' ? cell.reason : null),
  ),
]

type OfAligned = OfArticle &
  OfCell<InspectedArticle> & { readonly kind: 'claim' | 'quote'; readonly column: AlignedColumn }

const columns: readonly Column<OfAligned>[] = [
  oneOf(['claim', 'quote'], 'column_kind', '`claim` or `quote`', ({ kind }) => kind),
  text(
    'column_id',
    'id of the column; the same words get the same id in every run',
    ({ column }) => column.id,
  ),
  text('column_label', 'short wording: the fullest version, trimmed', ({ column }) => column.label),
  number(
    'column_salience',
    '0 to 1: how prominent the thing is in the articles that tell it',
    ({ column }) => column.salience,
  ),
  whole('column_texts', 'how many independent texts tell it', ({ column }) => column.texts),
  ...articleColumns,
  ...cellColumns,
  flag(
    'is_fullest',
    'whether this article has the fullest version in these reports',
    ({ article, column }) => column.fullest.article === article.id,
  ),
  oneOf(Sourcing, 'sourcing', 'claims: what it rests on, best first:', ({ present }) => present?.sourcing),
]

/** Each value of the mentions once. */
function of(values: (mention: Mention) => string | readonly string[]) {
  return ({ present }: OfCell<Worded>) => present && [...new Set(present.mentions.flatMap(values))]
}

function wordsOf(spans: (mention: Mention) => readonly Span[]) {
  return ({ article, present }: OfCell<Worded>) =>
    present?.mentions.map((mention) => passageText(article, spans(mention))).filter((words) => words !== '')
}

export const cells = table({
  name: 'cells',
  row: 'One row for each article in each column of the alignment: article × claim, then article × quotation. Absent and unknown cells are rows too; count them apart.',
  columns,
  key: ['column_kind', 'column_id', 'article_id'],
  of: (report): readonly OfAligned[] => [
    ...cellsOf(report, 'claim', report.claims),
    ...cellsOf(report, 'quote', report.quotes),
  ],
})

function cellsOf(report: Report, kind: OfAligned['kind'], aligned: readonly AlignedColumn[]): OfAligned[] {
  const articles = articlesOf(report)
  return aligned.flatMap((column) =>
    articles.map((one) => {
      const cell = column.cells[one.article.id] ?? { state: 'unknown', reason: 'no-cell' }
      return { ...one, kind, column, ...partsOf(cell) }
    }),
  )
}

/** What the columns ask of a cell. */
export function partsOf(cell: Cell): Omit<OfCell<unknown>, 'article'> {
  if (cell.state !== 'present')
    return { cell, present: null, first: undefined, nearest: cell.nearest ?? null }
  return { cell, present: cell, first: hull(cell.mentions[0]?.spans ?? []), nearest: null }
}
