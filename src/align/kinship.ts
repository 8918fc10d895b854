/** How much two articles have to do with each other: the cosine of their words, by background weights. Accounts of one event: .3 and more. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { quantise } from '../text/quantise.js'
import { articleWords } from './article-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { weighted } from '../likeness/weighted-words.js'

export type ArticleBag = {
  readonly words: ReadonlySet<number>
  readonly total: number
  readonly norm: number
}

export function articleBags(articles: readonly AnnotatedArticle[], lexicon: Lexicon): ArticleBag[] {
  return articles.map((article) => {
    const ids = [...articleWords(article, lexicon).damping.keys()]
    const { words, total, norm } = weighted(
      ids.map((id) => [id, lexicon.weight(id)]),
      lexicon,
    )
    return { words: new Set(words), total, norm }
  })
}

export type Common = { readonly weight: number; readonly squares: number }

export function inCommon(a: ArticleBag, b: ArticleBag, lexicon: Lexicon): Common {
  let [weight, squares] = [0, 0]
  for (const id of a.words)
    if (b.words.has(id)) {
      weight += lexicon.weight(id)
      squares += lexicon.weight(id) ** 2
    }
  return { weight, squares }
}

export function kinship(a: ArticleBag, b: ArticleBag, lexicon: Lexicon): number {
  const norm = a.norm * b.norm
  return norm === 0 ? 0 : quantise(inCommon(a, b, lexicon).squares / norm)
}
