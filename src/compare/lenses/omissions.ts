/**
 * What several independent texts tell and a report was not found to tell: `omitted-claim`, `omitted-quote`.
 *
 * Only for cells that are `absent` beyond doubt, and stay so when thresholds move (cells/absence.ts); other reports are named with what
 * is unclear of them. Content words that the tellers share must stand nowhere in the report; what it comes closest to is
 * shown. Several texts are linked in the column, or one is and another has a passage close to it (search/telling.ts). In
 * front only where most independent texts are linked and it stands in a headline or a lead.
 */
import type { Column } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { nearestTo } from '../cells/refute.js'
import { entries, inHeadline, inLead, presentCells, type ArticleView, type Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { overlap } from '../../text/spans.js'
import { holds, type Found } from '../search/second-search.js'
import { eachOnce, tellingOf, type Telling } from '../search/telling.js'
import { countReports, names, quoted, slice } from '../wording/parts.js'
import { silentReports } from '../wording/silent.js'
import { templates } from '../wording/templates.js'
import { labelOf } from '../wording/label.js'

/** At least this share of the words that the tellers have in common must stand nowhere in the report. */
const leastMissing = 0.3

/** A report whose absence is less sure than this leaves is not said to lack it. */
const mostDoubt = 0.15

export const omissions: Lens = {
  name: 'omissions',
  find: (context) => {
    const claims = context.alignment.claims.filter(
      (column) => !isFrame(context, column) && !standsInQuote(context, column),
    )
    const found = [...claims, ...context.alignment.quotes].flatMap((column) => look(context, column))
    return eachOnce(found).map((omission) => toDraft(context, omission))
  },
}

/** The column is the telling alone ("he told reporters on Tuesday"), without what was told. */
function isFrame(context: Context, column: Column): boolean {
  return presentCells(column).every(([id, cell]) => {
    const view = context.view(id)
    return cell.mentions.every((mention) =>
      view?.article.quotes.some((quote) => {
        const content = quote.content.reduce((sum, span) => sum + overlap(span, mention), 0)
        return quote.cue.some((cue) => overlap(cue, mention) > 0) && content * 3 < mention.end - mention.start
      }),
    )
  })
}

/** Every mention stands in words that one quote column has, too: the quotation is the finding then. */
function standsInQuote(context: Context, column: Column): boolean {
  return context.alignment.quotes.some((quotes) => {
    const quoted = new Map(presentCells(quotes))
    const cells = presentCells(column)
    return (
      cells.length === quoted.size &&
      cells.every(([id, cell]) =>
        cell.mentions.every((mention) =>
          quoted.get(id)?.mentions.some((item) => overlap(item, mention) * 2 > mention.end - mention.start),
        ),
      )
    )
  })
}

type Lacking = { readonly view: ArticleView; readonly confidence: number; readonly nearest: Found | null }
type Omission = {
  readonly column: Column
  readonly telling: Telling
  readonly lacking: readonly Lacking[]
}

function look(context: Context, column: Column): readonly Omission[] {
  const telling = tellingOf(context, column)
  if (!telling) return []
  const lacking = reportsLacking(context, column, telling)
  return lacking.length === 0 ? [] : [{ column, telling, lacking }]
}

/** The reports with an `absent` cell for whose absence nothing else stands, and which lack the tellers' own words. */
function reportsLacking(context: Context, column: Column, telling: Telling): readonly Lacking[] {
  const { tellers, common, least } = telling
  return entries(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    if (!view || cell.state !== 'absent' || view.article.role === 'reference') return []
    const missing = common.filter((term) => !holds(view, term))
    if (missing.length < least.missing || missing.length < context.limit(leastMissing) * common.length)
      return []
    const nearest = nearestTo(tellers, view)
    if (
      1 - cell.confidence >= context.limit(mostDoubt) ||
      (nearest?.score ?? 0) >= context.limit(least.foundAt)
    )
      return []
    return [{ view, confidence: cell.confidence, nearest }]
  })
}

function toDraft(context: Context, omission: Omission): Draft {
  const { column, telling, lacking } = omission
  const texts = context.texts(telling.tellers.map(({ view }) => view.id))
  const prominent = telling.tellers.some(({ view, mentions }) =>
    mentions.some((mention) => inHeadline(view, mention.start) || inLead(view, mention.start)),
  )
  return draft(context, {
    kind: 'speaker' in column ? 'omitted-quote' : 'omitted-claim',
    severity: 'prominence',
    articles: lacking.map(({ view }) => view.id),
    column: column.id,
    evidence: evidenceOf(omission),
    confidence: Math.min(...lacking.map(({ confidence }) => confidence)),
    salience: column.salience,
    detail: {
      reason: `searched ${lacking.length === 1 ? 'the whole report' : 'the whole reports'} for the words of all passages that tell it, their stems and related words`,
    },
    sentence: sentenceFor(context, omission),
    matter: column.id,
    contested: Math.min(texts, context.allTexts - texts) / context.allTexts,
    front: texts > 1 && texts * 2 > context.allTexts && prominent,
  })
}

function evidenceOf({ telling, lacking }: Omission): readonly Evidence[] {
  return [
    ...telling.tellers.flatMap(({ view, mentions }) =>
      mentions.map(({ start, end }): Evidence => ({ article: view.id, start, end, role: 'asserts' })),
    ),
    ...telling.close.map(({ view, span }): Evidence => ({ article: view.id, ...span, role: 'context' })),
    ...lacking.flatMap(({ view, nearest }): Evidence[] =>
      nearest ? [{ article: view.id, ...nearest.span, role: 'nearest' }] : [],
    ),
  ]
}

function sentenceFor(context: Context, { column, telling, lacking }: Omission): string {
  const ids = telling.tellers.map(({ view }) => view.id)
  const tellers = names(context, ids)
  const none = names(
    context,
    lacking.map(({ view }) => view.id),
  )
  const close = telling.close.map(({ view, span }) => ({ by: view.name, value: quoted(slice(view, span)) }))
  const silent = silentReports(
    context,
    column,
    telling.close.map(({ view }) => view.id),
  )
  const what = quoted(labelOf(context, column))
  if ('speaker' in column)
    return templates.omittedQuote(tellers, column.speaker?.name ?? 'a source', what, close, none, silent)
  const told = ids.length === 1 ? `${tellers} tells` : `${countReports(context, ids)} (${tellers}) tell`
  return templates.omittedClaim(told, what, close, none, silent)
}
