/**
 * Who is heard in which report: speakers matched over the reports.
 *
 * In:    a Context. Out: one entry a person or body, with each report's top-level attributions to it.
 * Never: takes an unresolved source for anybody in particular.
 */
import type { Quote } from '../../model/annotation.js'
import { parsePersonName, personKey, samePersonName } from '../../english/names.js'
import { byKeys } from '../../text/order.js'
import { sameOrganisation } from '../../english/organisations.js'
import { totalLength } from '../../text/spans.js'
import { wordsIn, type ArticleView, type Context } from '../context.js'
import { once } from '../once.js'
import { nameWords } from '../../english/speakers.js'

export type Heard = {
  /** The fullest name that a report gives. */
  readonly name: string
  readonly by: ReadonlyMap<ArticleView, readonly Quote[]>
}

/** In order of name; made once for a context. */
export const heardIn = once(findHeard)

type Entry = { name: string; readonly body: boolean; readonly by: Map<ArticleView, Quote[]> }

function findHeard(context: Context): readonly Heard[] {
  const entries: Entry[] = []
  const named = context.views.flatMap((view) =>
    view.article.quotes.flatMap((quote) =>
      quote.parent === undefined && quote.speaker !== null && nameWords(quote.speaker.name).length > 0
        ? [{ view, quote, name: quote.speaker.name, body: isBody(view, quote) }]
        : [],
    ),
  )
  // The fullest names first, so that a bare surname finds them.
  const sorted = named.sort(
    byKeys(
      (item) => -item.name.length,
      (item) => item.name,
      (item) => item.view.id,
      (item) => item.quote.id,
    ),
  )
  for (const { view, quote, name, body } of sorted) {
    const known = entries.find((entry) => entry.body === body && isSame(entry.name, name, body))
    const entry = known ?? { name, body, by: new Map<ArticleView, Quote[]>() }
    if (!known) entries.push(entry)
    entry.by.set(view, [...(entry.by.get(view) ?? []), quote])
  }
  return entries.sort(byKeys((entry) => entry.name))
}

function isBody(view: ArticleView, quote: Quote): boolean {
  const entity = view.article.entities.find(({ id }) => id === quote.speaker?.entity)
  return entity !== undefined && entity.kind !== 'person'
}

function isSame(a: string, b: string, body: boolean): boolean {
  if (body) return sameOrganisation(a, b)
  return personKey(a) === personKey(b) && samePersonName(parsePersonName(a), parsePersonName(b))
}

/** Words of the attributions' contents. */
export function wordsHeard(view: ArticleView, quotes: readonly Quote[]): number {
  return quotes.reduce(
    (sum, quote) => sum + quote.content.reduce((part, span) => part + wordsIn(view, span).length, 0),
    0,
  )
}

/** The longest attribution of several. */
export function longest(quotes: readonly Quote[]): Quote | undefined {
  return [...quotes].sort(
    byKeys(
      (quote) => -totalLength(quote.content),
      (quote) => quote.id,
    ),
  )[0]
}
