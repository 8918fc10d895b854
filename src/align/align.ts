/**
 * Align: from the articles of one event to a table of what each tells.
 *
 * In:    annotated articles, in any order.
 * Out:   an Alignment: shared copy, quote columns, claim columns, a cell for every article in each.
 * Never: depends on the order of the articles, or lets one article change what is linked among the others.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'

export function align(articles: readonly AnnotatedArticle[]): Alignment {
  return {
    independence: { groups: articles.map((article) => [article.id]), shared: [] },
    quotes: [],
    claims: [],
    issues: [],
  }
}
