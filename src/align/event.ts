/** What the steps of align share: the articles in canonical order, their lexicon and shared copy. */
import type { Independence, PairVerdict } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Lexicon } from '../likeness/lexicon.js'
import type { Thinning } from './thinning.js'

export type Event = {
  /** By id, in code-unit order. */
  readonly articles: readonly AnnotatedArticle[]
  readonly lexicon: Lexicon
  readonly independence: Independence
  /** How much two articles have to do with each other, by their numbers (kinship.ts). */
  readonly kinshipOf: (a: number, b: number) => number
  readonly thinning: Thinning
  /** What a second reader says of pairs of passages; empty without one. */
  readonly verdicts: readonly PairVerdict[]
}
