/** A lens: one question asked of an aligned event. One file a lens; compare lists them in reading order. */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Finding } from '../model/comparison.js'

export interface Lens {
  readonly name: string
  find(articles: readonly AnnotatedArticle[], alignment: Alignment): Finding[]
}
