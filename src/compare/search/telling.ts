/**
 * Who tells a column's thing, surely enough that another report's silence on it can be told.
 *
 * In:    a column with its settled cells.
 * Out:   the tellers, and the content words that a report that is silent must lack. Several independent texts are linked
 *        in the column; or one is, and another, not linked, has a passage close to it: the two paraphrase, and which words
 *        they share decides. The second kind asks for more: nothing in the silent report may come as close.
 * Never: calls a passage that is close a telling; it is shown beside.
 */
import type { Column } from '../../model/alignment.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { foundAt, tellersOf, type Teller } from '../cells/refute.js'
import { entries, sentenceIndex, wordsIn, type ArticleView, type Context } from '../context.js'
import { likeness, termsOf, type Term } from './likeness.js'
import { closest, sameWord, sourcedNeedleIn, type Needle } from './second-search.js'

export type Close = { readonly view: ArticleView; readonly span: Span }

export type Telling = {
  readonly tellers: readonly Teller[]
  /** Passages close to it in reports that no link ties to the column. */
  readonly close: readonly Close[]
  /** What the tellers have in common. */
  readonly common: readonly Term[]
  /** What a silent report must keep to: */
  readonly least: {
    /** it comes less close than this share of the sought words, 0..1; */
    readonly foundAt: number
    /** and it lacks at least so many of the common ones. */
    readonly missing: number
  }
}

/**
 * Where one text alone is linked; `common` are the words that it and the close passages share at least. Chosen on the
 * training events and talks-dev (docs/lenses.md).
 */
const ofOne = { foundAt: 0.3, missing: 1, common: 2 } as const
const ofSeveral = { foundAt, missing: 2 } as const

export function tellingOf(context: Context, column: Column): Telling | null {
  const tellers = tellersOf(column, context.view, context.limit)
  const sought = tellers.map(({ view, mentions }) =>
    mentions.map((mention) => sourcedNeedleIn(view, mention)),
  )
  const ids = tellers.map(({ view }) => view.id)
  if (context.texts(ids) > 1) return { tellers, close: [], common: sharedBy(sought), least: ofSeveral }
  if (tellers.length === 0) return null
  const close = closeTo(context, column, ids, sought.flat()).filter(
    (passage) => sharedWith([passage], sought.flat()).length >= ofOne.common,
  )
  if (close.length === 0) return null
  return { tellers, close, common: sharedWith(close, sought.flat()), least: ofOne }
}

/** Words that two or more of the tellers have, one list of needles a teller. */
function sharedBy(sought: readonly (readonly Needle[])[]): readonly Term[] {
  const terms = new Map<string, { term: Term; tellers: number }>()
  for (const needles of sought)
    for (const [key, term] of new Map(needles.flat().map((item) => [item.key, item])))
      terms.set(key, { term, tellers: (terms.get(key)?.tellers ?? 0) + 1 })
  return [...terms.values()].filter(({ tellers }) => tellers > 1).map(({ term }) => term)
}

/** Sought words that one of the close passages has too, or a word that stands for them. */
function sharedWith(close: readonly Close[], sought: readonly Needle[]): readonly Term[] {
  const theirs = close.flatMap(({ view, span }) => termsOf(wordsIn(view, span)))
  const own = [...new Map(sought.flat().map((term) => [term.key, term])).values()]
  return own.filter((term) => theirs.some((other) => likeness(term, other) >= sameWord))
}

/** Passages of independent reports that the second search found too close to call their cell absent. */
function closeTo(
  context: Context,
  column: Column,
  ids: readonly string[],
  sought: readonly Needle[],
): readonly Close[] {
  return entries(column).flatMap(([id, cell]) => {
    const view = context.view(id)
    if (!view || cell.state !== 'unknown' || cell.reason !== 'told-differently') return []
    const found = closest(view, sought)
    const counts = found && found.score >= context.limit(foundAt) && context.texts([...ids, id]) > 1
    return counts ? [{ view, span: found.span }] : []
  })
}

/**
 * One thing told in the same two sentences of two reports once, though its halves stand in two columns: first those that
 * several texts are linked in, then the more salient.
 */
export function eachOnce<T extends { readonly column: Column; readonly telling: Telling }>(
  found: readonly T[],
): readonly T[] {
  const kept: { readonly item: T; readonly places: ReadonlySet<string> }[] = []
  const ordered = [...found].sort(
    byKeys(
      ({ telling }) => telling.close.length,
      ({ column }) => -column.salience,
      ({ column }) => column.id,
    ),
  )
  for (const item of ordered) {
    const { tellers, close } = item.telling
    const own = tellers.flatMap(({ view, mentions }) => mentions.map((mention) => placeOf(view, mention)))
    const near = close.map(({ view, span }) => placeOf(view, span))
    const again = kept.some(
      ({ places }) => own.some((place) => places.has(place)) && near.some((place) => places.has(place)),
    )
    if (!again) kept.push({ item, places: new Set([...own, ...near]) })
  }
  const items = new Set(kept.map(({ item }) => item))
  return found.filter((item) => items.has(item))
}

function placeOf(view: ArticleView, span: Span): string {
  return `${view.id} ${sentenceIndex(view, span)}`
}
