/** Who is heard in which report. */
import type { Quote } from '../model/annotation.js'
import { firstBy } from '../text/order.js'
import { totalLength } from '../text/spans.js'
import { nameWords } from '../english/speakers.js'
import { identitiesOf, type Identity, type Reports } from './actors/identities.js'
import { bearerOfSpeaker } from './actors/bearers.js'
import { wordsIn, type ArticleView } from '../likeness/view.js'
import { once } from '../text/once.js'
import { addTo, kept } from '../text/grouped.js'

/** A speaker's attributions by report. */
export type Quotes = ReadonlyMap<ArticleView, readonly Quote[]>

/** An identity's attributions by report, in text order. */
export const heardOf = once((context: Reports): ((identity: Identity) => Quotes) => {
  const identityOf = new Map(
    identitiesOf(context).flatMap((identity) =>
      identity.bearers.map((bearer) => [bearer, identity] as const),
    ),
  )
  const found = new Map<Identity, Map<ArticleView, Quote[]>>()
  for (const view of context.views)
    for (const quote of view.article.quotes) {
      if (quote.parent !== undefined || quote.speaker === null) continue
      for (const speaker of [quote.speaker, ...(quote.withSpeakers ?? [])]) {
        const bearer = bearerOfSpeaker(view, speaker)
        const identity = bearer && identityOf.get(bearer)
        if (!identity || nameWords(speaker.name).length === 0) continue
        addTo(
          kept(found, identity, () => new Map<ArticleView, Quote[]>()),
          view,
          quote,
        )
      }
    }
  return (identity) => found.get(identity) ?? new Map<ArticleView, Quote[]>()
})

/** Words of the attributions' contents. */
export function wordsHeard(view: ArticleView, quotes: readonly Quote[]): number {
  return quotes.reduce(
    (sum, quote) => sum + quote.content.reduce((part, span) => part + wordsIn(view, span).length, 0),
    0,
  )
}

/** The longest attribution of several. */
export function longest(quotes: readonly Quote[]): Quote | undefined {
  return firstBy(quotes, (quote) => [-totalLength(quote.content), quote.id])
}
