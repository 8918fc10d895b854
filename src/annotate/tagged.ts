/** Sentences with their words: tagged once, read by entities, quantities and claims. */
import type { Sentence } from '../model/annotation.js'
import type { Block, BlockKind } from '../model/article.js'
import { tagWords } from '../english/parse/parse.js'
import type { TaggedWord } from '../english/parse/tree.js'

export type TaggedSentence = Sentence & {
  readonly words: readonly TaggedWord[]
  readonly block: BlockKind
  /** Index of the block in the article. */
  readonly blockIndex: number
}

export function tagSentences(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): TaggedSentence[] {
  let at = 0
  return sentences.map((sentence) => {
    while ((blocks[at]?.end ?? Infinity) <= sentence.start) at++
    return {
      ...sentence,
      words: tagWords(text, sentence),
      block: blocks[at]?.kind ?? 'paragraph',
      blockIndex: at,
    }
  })
}
