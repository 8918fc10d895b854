/**
 * The second look at a silence: what speaks against calling a report's cell `absent`.
 *
 * In:    a column, the passages that tell it, a report in which no passage was linked with them.
 * Out:   `told-differently` with the passage that comes close; `too-early`; or null, with what came closest; and how likely
 *        it is told after all (absence.ts).
 * Never: looks at reports beside this one and those that tell the thing.
 */
import type { Column, Mention, PresentCell } from '../model/alignment.js'
import { byKeys } from '../text/order.js'
import { blockKindAt, inHeadline, contentWords, type ArticleView } from '../likeness/view.js'
import { presentCells } from '../likeness/columns.js'
import { once } from '../text/once.js'
import { closest, sourcedNeedleIn, type Found } from '../likeness/second-search.js'
import { likelyTold, type Silence } from './absence.js'
import { mayBeTooEarly } from '../likeness/too-early.js'

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
  return [...tellers]
    .sort(
      byKeys(
        ({ cell }) => -cell.confidence,
        ({ view }) => view.id,
      ),
    )
    .slice(0, mostSearched)
}

function firstOf({ mentions }: Teller): number {
  return Math.min(...mentions.map(({ start }) => start))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
