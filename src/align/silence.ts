/**
 * The second look at a silence: what speaks against calling a report's cell `absent`.
 *
 * In:    the annotated articles and their Alignment, its absent cells as linking left them.
 * Out:   the Alignment with the same columns. An absent cell for which something speaks against absence becomes `unknown`:
 *        `told-differently`, with the passage that comes close, or that a second reader finds near; `too-early`; `unrelated`, where the report shares nothing with any
 *        other and may be on another event. The rest name what came closest and was rejected, and how sure the absence is.
 * Never: makes a cell `present`, or touches one that is `present` or `unknown`; looks at reports beside the silent one and those
 *        that tell the thing. Weights: data/absence.json (scripts/train-absence.ts).
 */
import type {
  Alignment,
  ArticleSpan,
  Cell,
  Column,
  Mention,
  PairVerdict,
  PresentCell,
} from '../model/alignment.js'
import type { Span } from '../model/span.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { presentCells, relatedArticles } from '../likeness/columns.js'
import { closest, sourcedNeedleIn, type Found } from '../likeness/second-search.js'
import { mayBeTooEarly } from '../likeness/too-early.js'
import { blockKindAt, contentWords, inHeadline, viewsOf, type ArticleView } from '../likeness/view.js'
import { dataTable } from '../text/data-file.js'
import { likelihood, logisticOf, logit } from '../text/logistic.js'
import { once } from '../text/once.js'
import { sortedBy } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { overlap, spanLength } from '../text/spans.js'

export function settleCells(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  verdicts: readonly PairVerdict[] = [],
): Alignment {
  const views = new Map(viewsOf(articles).map((view) => [view.id, view]))
  const related = relatedArticles(alignment)
  const settle = <T extends Column>(column: T): T => ({
    ...column,
    cells: settled(column, views, related, verdicts),
  })
  return {
    ...alignment,
    quotes: alignment.quotes.map((column) => settle(column)),
    claims: alignment.claims.map((column) => settle(column)),
  }
}

function settled(
  column: Column,
  views: ReadonlyMap<string, ArticleView>,
  related: ReadonlySet<string>,
  verdicts: readonly PairVerdict[],
): Record<string, Cell> {
  const tellers = tellersOf(column, (id) => views.get(id))
  return Object.fromEntries(
    Object.entries(column.cells).map(([id, cell]): [string, Cell] => {
      const view = views.get(id)
      if (cell.state === 'absent' && !related.has(id)) return [id, { state: 'unknown', reason: 'unrelated' }]
      if (cell.state !== 'absent' || !view || tellers.length === 0) return [id, cell]
      const noted = notedIn(column, id, verdicts)
      if (noted) return [id, { state: 'unknown', reason: 'told-differently', nearest: noted }]
      const { reason, nearest, told } = refute(column, tellers, view, 1 - cell.confidence)
      const span = nearest?.span ?? cell.nearest
      if (reason === 'told-differently')
        return [id, { state: 'unknown', reason, ...(span === null ? {} : { nearest: span }) }]
      if (reason === 'too-early') return [id, { state: 'unknown', reason }]
      return [id, { ...cell, confidence: quantise(1 - told), nearest: span }]
    }),
  )
}

/** A passage that a second reader holds for near to one of the column, or for an answer to the same question. */
function notedIn(column: Column, id: string, verdicts: readonly PairVerdict[]): Span | null {
  const isOf = ({ article, ...span }: ArticleSpan): boolean => {
    const cell = column.cells[article]
    return (
      cell?.state === 'present' &&
      cell.mentions.some(
        (mention) => 3 * overlap(mention, span) > Math.min(spanLength(mention), spanLength(span)),
      )
    )
  }
  for (const { a, b, verdict } of verdicts) {
    if (verdict === 'different' || (a.article !== id && b.article !== id)) continue
    const [own, other] = a.article === id ? [a, b] : [b, a]
    if (isOf(other)) return { start: own.start, end: own.end }
  }
  return null
}

/** From this likelihood on the thing may be told after all. */
export const toldAt = 0.5
/** Passages linked less surely than this do not count as telling the same. */
const leastLink = 0.55
/** Fewer content words than this make no statement that could be missed. */
const leastWords = 3
/** What more reports tell is looked for as the surest of them tell it. */
const mostSearched = 12

export type Teller = {
  readonly view: ArticleView
  readonly cell: PresentCell
  readonly mentions: readonly Mention[]
}

/** Who tells it for sure, and with which of its passages. */
export function tellersOf(
  column: Column,
  view: (article: string) => ArticleView | undefined,
): readonly Teller[] {
  return presentCells(column).flatMap(([id, cell]): Teller[] => {
    const teller = view(id)
    if (!teller || teller.article.role === 'reference' || cell.confidence < leastLink) return []
    const mentions = cell.mentions.filter((mention) => isStatement(teller, mention, 'speaker' in column))
    return mentions.length > 0 ? [{ view: teller, cell, mentions }] : []
  })
}

/** Subheads announce and headlines abridge; a clause of one or two content words says nothing that could be missed. */
function isStatement(view: ArticleView, { start, spans }: Mention, isQuote: boolean): boolean {
  if (blockKindAt(view, start) === 'subhead') return false
  return contentWords(view, spans) >= (isQuote ? 1 : leastWords)
}

export type Refuted = {
  readonly reason: 'told-differently' | 'too-early' | null
  /** How likely the report tells it after all. */
  readonly told: number
  /** What came closest, rejected or not. */
  readonly nearest: Found | null
}

/** `pair`: the best probability that a passage of the report tells the thing, as align has it. */
export function refute(column: Column, tellers: readonly Teller[], view: ArticleView, pair: number): Refuted {
  const silence = silenceOf(column, tellers, view, pair)
  const told = likelyTold(silence)
  const { nearest } = silence
  if (told >= toldAt) return { reason: 'told-differently', told, nearest }
  return { reason: mayBeTooEarly(view, tellers) ? 'too-early' : null, told, nearest }
}

/** What is known of a report in which no passage was linked with a column. */
export function silenceOf(
  column: Column,
  tellers: readonly Teller[],
  view: ArticleView,
  pair: number,
): Silence & { readonly nearest: Found | null } {
  const nearest = nearestTo(tellers, view)
  const isQuote = 'speaker' in column
  return {
    pair,
    found: nearest?.score ?? 0,
    isQuote,
    spoken: isQuote && column.speaker !== null,
    words: Math.min(...tellers.map((teller) => contentOf(teller))),
    tellers: tellers.length,
    early: mean(tellers.map((teller) => 1 - firstOf(teller) / Math.max(1, teller.view.text.length))),
    headline: tellers.some((teller) => inHeadline(teller.view, firstOf(teller))),
    nearest,
  }
}

/** The passage of a report that comes closest to what the surest tellers tell. */
function nearestTo(tellers: readonly Teller[], view: ArticleView): Found | null {
  return closest(
    view,
    surest(tellers).flatMap((teller) =>
      teller.mentions.map((mention) => sourcedNeedleIn(teller.view, mention)),
    ),
  )
}

const contentOf = once(({ view, mentions }: Teller): number =>
  contentWords(
    view,
    mentions.flatMap(({ spans }) => spans),
  ),
)

function surest(tellers: readonly Teller[]): readonly Teller[] {
  if (tellers.length <= mostSearched) return tellers
  return sortedBy(tellers, ({ cell, view }) => [-cell.confidence, view.id]).slice(0, mostSearched)
}

function firstOf({ mentions }: Teller): number {
  return Math.min(...mentions.map(({ start }) => start))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

export const absenceNames = [
  'pair',
  'found',
  'found squared',
  'quote',
  'quote pair',
  'quote found',
  'speaker',
  'words',
  'several tell it',
  'early',
  'headline',
] as const

export type Silence = {
  /** Probability by the best pair of a passage of the report with one that tells the thing. */
  readonly pair: number
  /** How close the second search came. */
  readonly found: number
  readonly isQuote: boolean
  /** A quotation whose speaker is known. */
  readonly spoken: boolean
  /** Content words of the shortest telling. */
  readonly words: number
  /** Reports that tell it. */
  readonly tellers: number
  /** Where they have it, 0 at their ends and 1 at their beginnings, at the mean. */
  readonly early: number
  /** One of them has it in its headline. */
  readonly headline: boolean
}

const absenceModel = dataTable('absence.json', (text) => logisticOf(absenceNames).parse(JSON.parse(text)))

/** Scores nearer to 0 and 1 than this say no more. */
const END = 1e-4

/** In the order of `absenceNames`. */
export function absenceFeatures(silence: Silence): number[] {
  const { found, isQuote, spoken, words, tellers, early, headline } = silence
  const pair = logit(silence.pair, END)
  return [
    pair,
    found,
    found * found,
    isQuote ? 1 : 0,
    isQuote ? pair : 0,
    isQuote ? found : 0,
    isQuote && spoken ? 1 : 0,
    Math.log1p(words),
    tellers > 1 ? 1 : 0,
    early,
    headline ? 1 : 0,
  ]
}

export function likelyTold(silence: Silence): number {
  return likelihood(absenceModel(), absenceNames, absenceFeatures(silence))
}
