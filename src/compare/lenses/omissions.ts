/**
 * What several independent texts tell and a report was not found to tell: `omitted-claim`, `omitted-quote`.
 *
 * Only for cells that are `absent`: a report that could not be read in full is named as such. Before an absence is
 * published the second search tries to find the thing in the whole report; what it comes closest to is shown.
 * In front only where most independent texts tell it and it stands in a headline or a lead.
 */
import type { Column, Mention, PresentCell, QuoteColumn } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import {
  blockKindAt,
  entries,
  inHeadline,
  inLead,
  presentCells,
  wordsIn,
  type ArticleView,
  type Context,
} from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { overlap } from '../../text/spans.js'
import type { Term } from '../search/likeness.js'
import { closest, holds, sourcedNeedleIn, type Found, type Needle } from '../search/second-search.js'
import { relateSpeakers } from '../quotes/speakers.js'
import { countReports, names, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'
import { labelOf } from '../wording/label.js'

/** At or above this share of the sought words the thing counts as found, or as told in other words. */
export const foundAt = 0.5
/** From this share on, a report that credits something to the same speaker is taken to tell it in other words. */
const quotedAnyway = 0.2
/**
 * What makes an absence checkable: content words that several passages telling it have in common and the report has
 * nowhere. At least so many of them, and at least this share of the common ones.
 */
const leastMissing = { words: 2, share: 0.3 } as const
/** Passages linked less surely than this do not count as telling the same. */
const leastLink = 0.55
/** Fewer content words than this make no checkable statement. */
const leastWords = 3

export const omissions: Lens = {
  name: 'omissions',
  find: (context) => [
    ...context.alignment.claims
      .filter((column) => context.texts(presentCells(column).map(([id]) => id)) > 1)
      .filter((column) => !isFrame(context, column) && !standsInQuote(context, column))
      .flatMap((column) => look(context, column, null)),
    ...context.alignment.quotes.flatMap((column) => look(context, column, column)),
  ],
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

type Teller = { readonly view: ArticleView; readonly cell: PresentCell }
type Lacking = { readonly view: ArticleView; readonly confidence: number; readonly nearest: Found | null }

function look(context: Context, column: Column, quote: QuoteColumn | null): readonly Draft[] {
  const tellers = presentCells(column).flatMap(([id, cell]): Teller[] => {
    const view = id === context.reference?.id ? undefined : context.view(id)
    const mentions = view ? cell.mentions.filter((mention) => isStatement(view, mention, quote !== null)) : []
    return view && mentions.length > 0 && cell.confidence >= context.limit(leastLink)
      ? [{ view, cell: { ...cell, mentions } }]
      : []
  })
  const ids = tellers.map(({ view }) => view.id)
  if (context.texts(ids) < 2) return []
  const lacking = reportsLacking(context, column, quote, tellers)
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

/** Subheads announce and headlines abridge; a clause of one or two content words says nothing that could be missed. */
function isStatement(view: ArticleView, mention: Mention, isQuote: boolean): boolean {
  if (blockKindAt(view, mention.start) === 'subhead') return false
  const content = mention.spans.flatMap((span) => wordsIn(view, span)).filter((word) => word.key !== '')
  return content.length >= (isQuote ? 1 : leastWords)
}

/** The reports with an `absent` cell in which the second search finds nothing either. */
function reportsLacking(
  context: Context,
  column: Column,
  quote: QuoteColumn | null,
  tellers: readonly Teller[],
): readonly Lacking[] {
  const sought = tellers.map(({ view, cell }) =>
    cell.mentions.map((mention) => sourcedNeedleIn(view, mention)),
  )
  const needles = sought.flat()
  const common = commonTerms(sought)
  return entries(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    if (!view || cell.state !== 'absent' || view.article.role === 'reference') return []
    if (mayBeTooEarly(view, tellers)) return []
    const nearest = closest(view, needles)
    if (nearest && nearest.score >= context.limit(foundAt)) return []
    const missing = common.filter((term) => !holds(view, term))
    if (
      missing.length < leastMissing.words ||
      missing.length < context.limit(leastMissing.share) * common.length
    )
      return []
    if (quote && nearest && nearest.score >= context.limit(quotedAnyway) && quotes(view, quote)) return []
    const doubt = nearest ? nearest.score / foundAt : 0
    return [{ view, confidence: cell.confidence * (1 - doubt / 4), nearest }]
  })
}

/** A report that came out so long before the first that tells the thing may not have known it. */
const headStart = 6 * 3_600_000

/** Could it have known? Not if it came out well before all that tell it, or before a day that they tell of. */
function mayBeTooEarly(view: ArticleView, tellers: readonly Teller[]): boolean {
  const published = Date.parse(view.article.publishedAt ?? '')
  if (Number.isNaN(published)) return false
  const first = Math.min(...tellers.map((teller) => Date.parse(teller.view.article.publishedAt ?? '')))
  if (!Number.isNaN(first) && first - published > headStart) return true
  const day = new Date(published).toISOString().slice(0, 10)
  return tellers.every((teller) => tellsOfLaterDay(teller, day))
}

/** The passage tells of a day after the given one that was past when its own report came out. */
function tellsOfLaterDay({ view, cell }: Teller, day: string): boolean {
  const own = (view.article.publishedAt ?? '').slice(0, 10)
  return view.article.quantities.some(
    ({ kind, value, start, end }) =>
      kind === 'date' &&
      value.length === day.length &&
      value > day &&
      value <= own &&
      cell.mentions.some((mention) => start < mention.end && end > mention.start),
  )
}

/** What two or more of the tellers have in common, one list of needles a teller. */
function commonTerms(sought: readonly (readonly Needle[])[]): readonly Term[] {
  const terms = new Map<string, { term: Term; tellers: number }>()
  for (const needles of sought) {
    for (const [key, term] of new Map(needles.flat().map((item) => [item.key, item]))) {
      terms.set(key, { term, tellers: (terms.get(key)?.tellers ?? 0) + 1 })
    }
  }
  return [...terms.values()].filter(({ tellers }) => tellers > 1).map(({ term }) => term)
}

/** The report credits something to the same speaker. */
function quotes(view: ArticleView, column: QuoteColumn): boolean {
  const name = column.speaker?.name
  return (
    name !== undefined &&
    view.article.quotes.some(
      ({ speaker }) => speaker !== null && relateSpeakers(speaker.name, name) === 'same',
    )
  )
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
