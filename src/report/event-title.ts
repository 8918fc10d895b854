/**
 * The event's title when the user gave none: the headline of the report published first; a first sentence that stands for
 * a missing headline comes behind all headlines, and one of another event is none.
 */
import { isHeadlineLine } from '../english/headline-line.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
import { strangersIn } from '../text/compared.js'
import { firstBy, sortedBy } from '../text/order.js'
import { publicationRank } from '../text/publication.js'

export function eventTitle(
  articles: readonly AnnotatedArticle[],
  noticed: { readonly issues: readonly Issue[] },
): string {
  const strangers = strangersIn(noticed)
  const first = firstBy(
    sortedBy(
      articles.filter(({ id }) => !strangers.has(id)),
      ({ publishedAt, id }) => [publicationRank(publishedAt), id],
    ).flatMap(({ headline, text }) => (headline ? [text.slice(headline.start, headline.end)] : [])),
    (title) => (isHeadlineLine(title) ? 0 : 1),
  )
  return first ?? 'Untitled event'
}
