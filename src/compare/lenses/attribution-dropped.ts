/**
 * Told with no source named in one report, credited to somebody in the others: `attribution-dropped`.
 *
 * Only where the matter is accusatory, or hedged elsewhere; a plain fact that a careful reporter would not credit is none.
 */
import type { ClaimColumn, Mention, PresentCell } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { inHeadline, presentCells, wordsIn, type ArticleView, type Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { accusatory, allegationWords } from '../lexicon/polarity.js'
import { names, quoted, slice } from '../wording/parts.js'
import { templates, type Stated } from '../wording/templates.js'

export const attributionDropped: Lens = {
  name: 'attribution-dropped',
  find: (context) => context.alignment.claims.flatMap((column) => look(context, column)),
}

/** Passages linked less surely than this do not count as telling the same. */
const leastLink = 0.55

type Side = { readonly view: ArticleView; readonly cell: PresentCell }

function look(context: Context, column: ClaimColumn): readonly Draft[] {
  const sides = presentCells(column).flatMap(([id, cell]): Side[] => {
    const view = context.view(id)
    const mentions = view ? cell.mentions.filter((mention) => !inHeadline(view, mention.start)) : []
    return view && mentions.length > 0 && cell.confidence >= context.limit(leastLink)
      ? [{ view, cell: { ...cell, mentions } }]
      : []
  })
  const own = sides.filter(({ view, cell }) => cell.mentions.every((mention) => isOwn(view, mention)))
  const credited = sides.flatMap((side): Side[] => {
    const mentions = side.cell.mentions.filter(
      (mention) => mention.voice === 'attributed' && mention.source.length > 0,
    )
    return mentions.length > 0 ? [{ view: side.view, cell: { ...side.cell, mentions } }] : []
  })
  if (own.length === 0 || credited.length === 0) return []
  const ownIds = own.map(({ view }) => view.id)
  const creditedIds = credited.map(({ view }) => view.id)
  if (context.texts([...ownIds, ...creditedIds]) < 2 || own.length > credited.length + 1) return []
  const grave = sides.some((side) => hasStem(side, accusatory) || hasStem(side, allegationWords))
  const hedged = credited.some(({ cell }) => cell.certainty !== 'plain')
  if (!grave && !hedged) return []
  return own.map((side) => toDraft(context, column, side, credited))
}

/** Verbs of telling: a clause that holds one may credit somebody although no attribution was found. */
const telling = new Set(
  'say says said tell told describe warn announce boast claim insist note argue accord'.split(' ').map(stem),
)

/** No attribution's content touches it, no quotation marks, no verb of telling. */
function isOwn(view: ArticleView, mention: Mention): boolean {
  return (
    mention.voice === 'own' &&
    !wordsIn(view, mention).some((word) => telling.has(stem(word.norm))) &&
    !view.inMarks.some((span) => overlap(span, mention) > 0) &&
    !view.article.quotes.some((quote) => quote.content.some((span) => overlap(span, mention) > 0))
  )
}

function toDraft(context: Context, column: ClaimColumn, side: Side, credited: readonly Side[]): Draft {
  const mention = side.cell.mentions[0]
  return draft(context, {
    kind: 'attribution-dropped',
    severity: 'allegation',
    articles: [side.view.id],
    column: column.id,
    evidence: [
      ...side.cell.mentions.map((item): Evidence => ({
        article: side.view.id,
        start: item.start,
        end: item.end,
        role: 'asserts',
      })),
      ...credited.flatMap(({ view, cell }) =>
        cell.mentions.flatMap((item): Evidence[] => [
          { article: view.id, start: item.start, end: item.end, role: 'fuller' },
          ...item.source.map((span): Evidence => ({ article: view.id, ...span, role: 'label' })),
        ]),
      ),
    ],
    confidence: Math.min(side.cell.confidence, ...credited.map(({ cell }) => cell.confidence)),
    salience: column.salience,
    detail: {
      positions: [side, ...credited].map((item) => ({
        value: item.cell.mentions[0] ? slice(item.view, item.cell.mentions[0]) : '',
        articles: [item.view.id],
        texts: 1,
        source: item === side ? null : sourceOf(item),
        voice: item === side ? 'own' : 'attributed',
        certainty: item.cell.certainty,
      })),
    },
    sentence: templates.attributionDropped(
      side.view.name,
      quoted(mention ? slice(side.view, mention) : column.label),
      creditedTo(context, credited),
    ),
    matter: `credit ${column.id}`,
    contested: context.texts(credited.map(({ view }) => view.id)) / context.allTexts / 2,
    front: true,
  })
}

function sourceOf({ view, cell }: Side): string {
  const mention = cell.mentions.find((item) => item.source.length > 0)
  const span = mention?.source[0]
  return mention?.speaker?.name ?? (span ? slice(view, span) : 'a source')
}

function creditedTo(context: Context, credited: readonly Side[]): readonly Stated[] {
  const bySource = new Map<string, string[]>()
  for (const side of credited) {
    const source = quoted(sourceOf(side))
    bySource.set(source, [...(bySource.get(source) ?? []), side.view.id])
  }
  return [...bySource].map(([value, ids]) => ({ value, by: names(context, ids) }))
}

function hasStem({ view, cell }: Side, list: ReadonlySet<string>): boolean {
  return cell.mentions.some((mention) => wordsIn(view, mention).some((word) => list.has(stem(word.norm))))
}
