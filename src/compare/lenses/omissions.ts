/**
 * What several independent texts tell and a report was not found to tell: `omitted-claim`, `omitted-quote`.
 *
 * Only for cells that are `absent`: a report that could not be read in full is named as such. Before an absence is
 * published the second search tries to find the thing in the whole report; what it comes closest to is shown.
 * In front only where most independent texts tell it and it stands in a headline or a lead.
 */
import type { Column, PresentCell, QuoteColumn } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import {
  entries,
  inHeadline,
  inLead,
  mentionSpan,
  presentCells,
  wordsIn,
  type ArticleView,
  type Context,
} from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { closest, needleOf, type Found } from '../search/second-search.js'
import { countReports, names, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'
import { labelOf } from '../wording/label.js'

/** At or above this share of the sought words the thing counts as found, or as told in other words. */
export const foundAt = 0.5
/** Fewer content words than this make no checkable statement. */
const leastWords = 3

export const omissions: Lens = {
  name: 'omissions',
  find: (context) => [
    ...context.alignment.claims.flatMap((column) => look(context, column, null)),
    ...context.alignment.quotes.flatMap((column) => look(context, column, column)),
  ],
}

type Teller = { readonly view: ArticleView; readonly cell: PresentCell }
type Lacking = { readonly view: ArticleView; readonly confidence: number; readonly nearest: Found | null }

function look(context: Context, column: Column, quote: QuoteColumn | null): readonly Draft[] {
  const tellers = presentCells(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    return view ? [{ view, cell }] : []
  })
  const ids = tellers.map(({ view }) => view.id)
  if (context.texts(ids) < 2 || !tellers.some((teller) => isStatement(teller, quote !== null))) return []
  const lacking = reportsLacking(context, column, tellers)
  if (lacking.length === 0) return []
  const telling = context.texts(ids)
  const wide = telling * 2 > context.allTexts
  const prominent = tellers.some(({ view, cell }) =>
    cell.mentions.some((mention) => inHeadline(view, mention.start) || inLead(view, mention.start)),
  )
  return [
    draft(context, {
      kind: quote ? 'omitted-quote' : 'omitted-claim',
      severity: 'prominence',
      articles: lacking.map(({ view }) => view.id),
      column: column.id,
      evidence: evidenceOf(tellers, lacking),
      confidence: Math.min(...lacking.map(({ confidence }) => confidence)),
      salience: column.salience,
      detail: {
        reason: `searched ${lacking.length === 1 ? 'the whole report' : 'the whole reports'} for the words of all passages that tell it, their stems and related words`,
      },
      sentence: sentenceFor(context, column, quote, ids, lacking),
      matter: column.id,
      contested: Math.min(telling, context.allTexts - telling) / context.allTexts,
      front: wide && prominent,
    }),
  ]
}

function isStatement({ view, cell }: Teller, isQuote: boolean): boolean {
  return cell.mentions.some((mention) => {
    const content = mention.spans.flatMap((span) => wordsIn(view, span)).filter((word) => word.key !== '')
    return content.length >= (isQuote ? 1 : leastWords)
  })
}

/** The reports with an `absent` cell in which the second search finds nothing either. */
function reportsLacking(context: Context, column: Column, tellers: readonly Teller[]): readonly Lacking[] {
  const needles = tellers.flatMap(({ view, cell }) =>
    cell.mentions.map((mention) =>
      needleOf(view, mention.spans.length > 0 ? mention.spans : [mentionSpan(mention)]),
    ),
  )
  return entries(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    if (!view || cell.state !== 'absent') return []
    const nearest = closest(view, needles)
    if (nearest && nearest.score >= foundAt) return []
    const doubt = nearest ? nearest.score / foundAt : 0
    return [{ view, confidence: cell.confidence * (1 - doubt / 4), nearest }]
  })
}

function evidenceOf(tellers: readonly Teller[], lacking: readonly Lacking[]): readonly Evidence[] {
  return [
    ...tellers.flatMap(({ view, cell }) =>
      cell.mentions.map((mention): Evidence => ({
        article: view.id,
        start: mention.start,
        end: mention.end,
        role: 'asserts',
      })),
    ),
    ...lacking.flatMap(({ view, nearest }): Evidence[] =>
      nearest ? [{ article: view.id, ...nearest.span, role: 'nearest' }] : [],
    ),
  ]
}

function sentenceFor(
  context: Context,
  column: Column,
  quote: QuoteColumn | null,
  ids: readonly string[],
  lacking: readonly Lacking[],
): string {
  const tellers = names(context, ids)
  const none = names(
    context,
    lacking.map(({ view }) => view.id),
  )
  const unknown = names(
    context,
    entries(column).flatMap(([id, cell]) => (cell.state === 'unknown' ? [id] : [])),
  )
  const what = quoted(labelOf(context, column))
  if (quote) {
    return templates.omittedQuote(tellers, quote.speaker?.name ?? 'a source', what, none, unknown)
  }
  return templates.omittedClaim(countReports(context, ids), tellers, what, none, unknown)
}
