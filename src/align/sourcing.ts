/** What an article rests a claim on: the rung of the evidence ladder. */
import { Sourcing, type Mention } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import { isNewsOutlet } from '../english/organisations.js'
import { marksWithin } from '../text/marks-within.js'
import { hull, overlap, sliceSpans } from '../text/spans.js'

export function sourcingOf(article: AnnotatedArticle, mentions: readonly Mention[]): Sourcing {
  const rungs = new Set(mentions.map((mention) => rungOf(article, mention)))
  return Sourcing.options.find((rung) => rungs.has(rung)) ?? 'none'
}

function rungOf(article: AnnotatedArticle, mention: Mention): Sourcing {
  const claim = article.claims.find(({ id }) => id === mention.ref)
  const quote = article.quotes.find(({ id }) => id === claim?.quote)
  if (mention.voice === 'own' || !quote) return mention.voice === 'attributed' ? 'unnamed' : 'none'
  const source = sliceSpans(article.text, quote.source)
  if (!isPerson(article, quote) && isNewsOutlet(source)) return 'other-outlet'
  if (!isIdentified(quote, source)) return 'unnamed'
  return inMarks(article.text, quote, mention) ? 'direct-quote' : 'named'
}

function isPerson({ entities }: AnnotatedArticle, { speaker }: Quote): boolean {
  return entities.find(({ id }) => id === speaker?.entity)?.kind === 'person'
}

/** A person, office, body or document that a reader could ask or look up. */
function isIdentified(quote: Quote, source: string): boolean {
  switch (quote.sourceClass) {
    case 'named':
    case 'role':
      return true
    case 'organisation':
    case 'document':
      return !/^(?:an?|one|another|some)\s/iu.test(source) || /\s\p{Lu}/u.test(source)
    case 'pronoun':
    case undefined:
      return quote.speaker !== null
    case 'collective':
    case 'anonymous':
      return false
  }
}

/** Most of the claim stands between quotation marks. */
function inMarks(text: string, quote: Quote, mention: Mention): boolean {
  if (quote.kind === 'direct') return true
  const whole = hull(quote.content)
  if (quote.kind === 'indirect' || !whole) return false
  const inside = marksWithin(text, whole).reduce((sum, marked) => sum + overlap(marked, mention), 0)
  return 2 * inside > mention.end - mention.start
}
