/**
 * Align: from the articles of one event to a table of what each tells.
 *
 * In:    annotated articles, in any order; what a second reader says of pairs of passages, tested by notes.
 * Out:   an Alignment: shared copy, quote columns, claim columns, a cell for every article in each; what seems missing
 *        was looked for once more (silence.ts).
 * Never: depends on the order of the articles, or lets one article change what is linked among the others.
 */
import type { Alignment, PairVerdict } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { itemAt } from '../text/item-at.js'
import { sortedBy } from '../text/order.js'
import { claimColumns } from './claim-columns.js'
import type { Event } from './event.js'
import { articleBags, kinship } from './kinship.js'
import { Lexicon } from '../likeness/lexicon.js'
import { quoteColumns } from './quote-columns.js'
import { settleCells } from './silence.js'
import { sharedCopy } from './shared-copy.js'
import { thinning } from './thinning.js'
import { tooManyPassages } from './unknown.js'

export function align(
  articles: readonly AnnotatedArticle[],
  verdicts: readonly PairVerdict[] = [],
): Alignment {
  return settleCells(articles, linked(articles, verdicts), verdicts)
}

/** The columns, a cell without a linked passage being absent. */
export function linked(
  articles: readonly AnnotatedArticle[],
  verdicts: readonly PairVerdict[] = [],
): Alignment {
  const canonical = sortedBy(articles, (article) => article.id)
  const lexicon = new Lexicon()
  const bags = articleBags(canonical, lexicon)
  const event: Event = {
    articles: canonical,
    lexicon,
    kinshipOf: (a, b) => kinship(itemAt(bags, a), itemAt(bags, b), lexicon),
    thinning: thinning(
      canonical.map((article) => article.id),
      bags,
      lexicon,
    ),
    independence: sharedCopy(canonical),
    verdicts,
  }
  const quotes = quoteColumns(event)
  const claims = claimColumns(event)
  const passedOver = new Set([...quotes.passedOver, ...claims.passedOver])
  return {
    independence: event.independence,
    quotes: quotes.columns,
    claims: claims.columns,
    issues: canonical.flatMap((article, number) =>
      passedOver.has(number) ? [tooManyPassages(article)] : [],
    ),
  }
}
