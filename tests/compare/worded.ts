/** Compare, and the words that front gives to what it finds. */
import { compare as compareAlone } from '../../src/compare/compare.js'
import { front, type Front } from '../../src/front/front.js'
import type { Alignment } from '../../src/model/alignment.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Comparison } from '../../src/model/comparison.js'

export type Worded = Omit<Comparison, 'findings'> & Pick<Front, 'findings'>

export function compare(articles: readonly AnnotatedArticle[], alignment: Alignment): Worded {
  const comparison = compareAlone(articles, alignment)
  const { findings } = front({ ...alignment, ...comparison, articles })
  return { ...comparison, findings }
}
