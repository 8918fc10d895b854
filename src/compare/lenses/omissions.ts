/**
 * What several independent texts tell and a report was not found to tell: `omitted-claim`, `omitted-quote`.
 *
 * Only for cells that are `absent`, and stay so when thresholds move (cells/refute.ts); other reports are named with what
 * is unclear of them. At least two words that the tellers share must stand nowhere in the report; what it comes closest
 * to is shown. In front only where most independent texts tell it and it stands in a headline or a lead.
 */
import type { Column, QuoteColumn } from '../../model/alignment.js'
import type { Evidence } from '../../model/comparison.js'
import { foundAt, refute, tellersOf, type Teller } from '../cells/refute.js'
import { entries, inHeadline, inLead, presentCells, type ArticleView, type Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { overlap } from '../../text/spans.js'
import type { Term } from '../search/likeness.js'
import { holds, sourcedNeedleIn, type Found, type Needle } from '../search/second-search.js'
import { countReports, names, quoted } from '../wording/parts.js'
import { silentReports } from '../wording/silent.js'
import { templates } from '../wording/templates.js'
import { labelOf } from '../wording/label.js'

/**
 * What makes an absence checkable: content words that several passages telling it have in common and the report has
 * nowhere. At least so many of them, and at least this share of the common ones.
 */
const leastMissing = { words: 2, share: 0.3 } as const
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

type Lacking = { readonly view: ArticleView; readonly confidence: number; readonly nearest: Found | null }

function look(context: Context, column: Column, quote: QuoteColumn | null): readonly Draft[] {
  const tellers = tellersOf(column, context.view, context.limit)
  const ids = tellers.map(({ view }) => view.id)
  if (context.texts(ids) < 2) return []
  const lacking = reportsLacking(context, column, tellers)
  if (lacking.length === 0) return []
  const telling = context.texts(ids)
  const wide = telling * 2 > context.allTexts
  const prominent = tellers.some(({ view, mentions }) =>
    mentions.some((mention) => inHeadline(view, mention.start) || inLead(view, mention.start)),
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

/** The reports with an `absent` cell for whose absence nothing else stands, and which lack the tellers' own words. */
function reportsLacking(context: Context, column: Column, tellers: readonly Teller[]): readonly Lacking[] {
  const common = commonTerms(
    tellers.map(({ view, mentions }) => mentions.map((mention) => sourcedNeedleIn(view, mention))),
  )
  return entries(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    if (!view || cell.state !== 'absent' || view.article.role === 'reference') return []
    const missing = common.filter((term) => !holds(view, term))
    if (
      missing.length < leastMissing.words ||
      missing.length < context.limit(leastMissing.share) * common.length
    )
      return []
    const { reason, nearest } = refute(column, tellers, view, context.limit)
    if (reason !== null) return []
    const doubt = nearest ? nearest.score / foundAt : 0
    return [{ view, confidence: cell.confidence * (1 - doubt / 4), nearest }]
  })
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

function evidenceOf(tellers: readonly Teller[], lacking: readonly Lacking[]): readonly Evidence[] {
  return [
    ...tellers.flatMap(({ view, mentions }) =>
      mentions.map((mention): Evidence => ({
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
  const silent = silentReports(context, column)
  const what = quoted(labelOf(context, column))
  if (quote) {
    return templates.omittedQuote(tellers, quote.speaker?.name ?? 'a source', what, none, silent)
  }
  return templates.omittedClaim(countReports(context, ids), tellers, what, none, silent)
}
