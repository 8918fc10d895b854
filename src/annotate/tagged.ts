/** Sentences parsed once, read by entities, quantities, attributions and claims. */
import { readingOf } from '../english/reading.js'
import type { TaggedWord, Tree } from '../english/parse/tree.js'
import type { Sentence } from '../model/annotation.js'
import type { Article, BlockKind } from '../model/article.js'

export type TaggedSentence = Sentence & {
  readonly words: readonly TaggedWord[]
  readonly tree: Tree
  readonly block: BlockKind
  /** Index of the block in the article. */
  readonly blockIndex: number
}

export function tagSentences(
  article: Pick<Article, 'text' | 'blocks'>,
  sentences: readonly Sentence[],
): TaggedSentence[] {
  const reading = readingOf(article)
  let at = 0
  return sentences.map((sentence) => {
    while ((article.blocks[at]?.end ?? Infinity) <= sentence.start) at++
    const tree = reading.tree(sentence)
    const block = article.blocks[at]?.kind ?? 'paragraph'
    return { ...sentence, tree, words: tree.nodes, block, blockIndex: at }
  })
}
