/** What a column is drawn from: a mention in its article. */
import type { Mention } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'

export type Item = {
  readonly article: AnnotatedArticle
  /** Place of the article among the event's. */
  readonly number: number
  readonly mention: Mention
}
