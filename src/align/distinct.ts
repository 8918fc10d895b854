/** Distinct ids: the same bytes given twice get the same id, but ids are unique in a report. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Speaker } from '../model/annotation.js'
import { sortedBy } from '../text/order.js'

export function withDistinctIds(articles: readonly AnnotatedArticle[]): AnnotatedArticle[] {
  const seen = new Map<string, number>()
  const renamed = new Map<AnnotatedArticle, AnnotatedArticle>()
  for (const article of sortedBy(articles, (item) => item.source)) {
    const count = (seen.get(article.id) ?? 0) + 1
    seen.set(article.id, count)
    renamed.set(article, count === 1 ? article : rename(article, `${article.id}-${count}`))
  }
  return articles.map((article) => renamed.get(article) ?? article)
}

/** Ids of an article's annotations start with the article's own. */
function rename(article: AnnotatedArticle, id: string): AnnotatedArticle {
  const own = (old: string): string => (old.startsWith(article.id) ? id + old.slice(article.id.length) : old)
  const renamed = ({ entity, name }: Speaker): Speaker => ({
    entity: entity === null ? null : own(entity),
    name,
  })
  return {
    ...article,
    id,
    sentences: article.sentences.map((sentence) => ({ ...sentence, id: own(sentence.id) })),
    entities: article.entities.map((entity) => ({ ...entity, id: own(entity.id) })),
    quotes: article.quotes.map(({ parent, withSpeakers, ...quote }) => ({
      ...quote,
      id: own(quote.id),
      speaker: quote.speaker && renamed(quote.speaker),
      ...(withSpeakers === undefined ? {} : { withSpeakers: withSpeakers.map(renamed) }),
      ...(parent === undefined ? {} : { parent: own(parent) }),
    })),
    claims: article.claims.map((claim) => ({
      ...claim,
      id: own(claim.id),
      sentence: own(claim.sentence),
      quote: claim.quote === null ? null : own(claim.quote),
    })),
    issues: article.issues.map((issue) => ({ ...issue, article: issue.article && own(issue.article) })),
  }
}
