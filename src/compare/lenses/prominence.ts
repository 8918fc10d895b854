/**
 * Where in a report a thing stands: `prominence`.
 *
 * For statements that independent texts share: headline, lead, subhead or further down (which paragraph of how many),
 * with the share of the report's words. Shown where one report has it in the headline or lead and another, of like
 * format and length, in its last third and nowhere before, also not in other words (second search over all that
 * stands before). Lists, briefings and reports of another length have another order, and are told by share alone.
 */
import type { ClaimColumn, PresentCell } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { presentCells } from '../../likeness/columns.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { foundBefore, needleOfCell } from '../../likeness/second-search.js'
import { quoted } from '../wording/parts.js'
import { labelOf } from '../wording/label.js'
import { templates } from '../wording/templates.js'

export const prominence: Lens = {
  name: 'prominence',
  asks: () => ({
    prominence: [
      `One report has it in the headline or lead; another of like format and length has it behind ${printed(late)} of its text.`,
      `Nothing before that place holds ${printed(earlier)} of its words. Links of at least ${printed(leastLink)}.`,
    ],
  }),
  find: look,
}

const leastLink = 0.7
/** A passage that starts after this share of the text stands late. */
const late = 0.66
/** Reports differ in length by this factor at most. */
const likeLength = 2.5
/** From this share of the sought words on it stands earlier after all, in other words. */
const earlier = 0.4
/** Most findings: the widest gaps. */
const most = 3
/** Fewer paragraphs have no order to speak of. */
const leastParagraphs = 6

type Place = {
  readonly view: ArticleView
  readonly cell: PresentCell
  readonly spans: readonly Span[]
  readonly first: number
  readonly where: 'headline' | 'lead' | 'subhead' | 'body'
  /** 0..1: where in the text it starts. */
  readonly depth: number
  readonly words: number
  readonly paragraph: string
}

function look(context: Context): readonly Draft[] {
  return context.alignment.claims
    .flatMap((column) => {
      const places = placesOf(context, column)
      const high = places.filter(({ where }) => where === 'headline' || where === 'lead')
      const low = places.filter((place) => place.where === 'body' && place.depth >= context.limit(late))
      const needles = high.map(({ view, cell }) => needleOfCell(view, cell))
      const pairs = high.flatMap((a) =>
        low
          .filter((b) => context.texts([a.view.id, b.view.id]) > 1 && comparable(a.view, b.view))
          .map((b) => ({ a, b })),
      )
      const fair = pairs.filter(
        ({ a, b }) => foundBefore(b.view, needles, b.first) < context.limit(earlier) && a.words > 0,
      )
      const gap = Math.max(0, ...fair.map(({ a, b }) => b.depth - a.depth))
      return gap > 0
        ? [{ column, places, gap, headline: high.some(({ where }) => where === 'headline') }]
        : []
    })
    .sort(
      byKeys(
        ({ headline }) => (headline ? 0 : 1),
        ({ gap }) => -gap,
        ({ column }) => column.id,
      ),
    )
    .slice(0, most)
    .map(({ column, places, gap }) => toDraft(context, column, places, gap))
}

function placesOf(context: Context, column: ClaimColumn): readonly Place[] {
  return presentCells(column).flatMap(([id, cell]): Place[] => {
    const view = context.view(id)
    if (!view || cell.confidence < context.limit(leastLink) || view.article.completeness.state !== 'complete')
      return []
    const spans = cell.mentions.flatMap((mention) => mention.spans)
    const first = Math.min(...spans.map((span) => span.start))
    const blocks = view.article.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item')
    const index = blocks.findIndex((block) => block.start <= first && first < block.end)
    return [
      {
        view,
        cell,
        spans,
        first,
        where: whereOf(view, first),
        depth: first / Math.max(1, view.text.length),
        words: spans.reduce((sum, span) => sum + wordsIn(view, span).length, 0),
        paragraph: index < 0 ? '' : `paragraph ${index + 1} of ${blocks.length}`,
      },
    ]
  })
}

function whereOf(view: ArticleView, offset: number): Place['where'] {
  const block = view.article.blocks.find((item) => item.start <= offset && offset < item.end)
  if (block?.kind === 'headline') return 'headline'
  if (block?.kind === 'subhead') return 'subhead'
  return offset < view.leadEnd ? 'lead' : 'body'
}

/** Running prose with running prose, lists with lists, of like length. */
function comparable(a: ArticleView, b: ArticleView): boolean {
  const [x, y] = [a.text.length, b.text.length].sort((one, other) => one - other)
  return formatOf(a) === formatOf(b) && formatOf(a) !== 'short' && (y ?? 0) <= likeLength * (x ?? 0)
}

function formatOf(view: ArticleView): 'prose' | 'list' | 'short' {
  const blocks = view.article.blocks
  if (blocks.filter((block) => block.kind === 'paragraph').length < leastParagraphs) return 'short'
  const items = blocks.filter((block) => block.kind === 'list-item' || block.kind === 'table-row').length
  return items * 4 >= blocks.length ? 'list' : 'prose'
}

function toDraft(context: Context, column: ClaimColumn, places: readonly Place[], gap: number): Draft {
  const ids = places.map(({ view }) => view.id)
  const inOrder = context.views.flatMap((view) => places.filter((place) => place.view === view))
  return draft(context, {
    kind: 'prominence',
    severity: 'prominence',
    articles: ids,
    column: column.id,
    evidence: places.flatMap(({ view, spans, where }) =>
      spans.map((span): Evidence => ({
        article: view.id,
        start: span.start,
        end: span.end,
        role: where === 'headline' ? 'headline' : 'body',
      })),
    ),
    confidence: Math.min(
      ...presentCells(column).flatMap(([id, cell]) => (ids.includes(id) ? [cell.confidence] : [])),
    ),
    salience: column.salience * gap,
    detail: {
      labels: Object.fromEntries(
        places.map((place) => [place.view.id, [placeWords(place)]] as const).sort(byKeys(([id]) => id)),
      ),
      reason: 'places are compared between reports of one format and like length alone',
    },
    row: column,
    sentence: ({ none, silent }) =>
      templates.prominence(
        quoted(labelOf(context, column)),
        inOrder.map((place) => ({ value: placeWords(place), by: place.view.name })),
        none,
        silent,
      ),
    matter: column.id,
    front: false,
  })
}

function placeWords({ view, where, words, paragraph, first }: Place): string {
  const place =
    where === 'headline'
      ? 'headline'
      : where === 'lead'
        ? 'lead'
        : where === 'subhead'
          ? 'subhead'
          : paragraph
  const sentence = sentenceIndex(view, { start: first, end: first + 1 })
  return `${place === '' ? `sentence ${sentence + 1}` : place}, ${words} of ${view.words.length} words`
}
