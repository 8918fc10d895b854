/**
 * In:    an article's text, blocks and sentences.
 * Out:   its words and punctuation marks in order, each with its place, part of speech, lemma, block and sentence.
 * Never: reads captions (no sentence stands in one).
 */
import type { Block } from '../../model/article.js'
import type { Sentence } from '../../model/annotation.js'
import { tagWords } from '../../english/parse/parse.js'
import type { TaggedWord } from '../../english/parse/tree.js'

export type Word = TaggedWord & {
  /** Number of the block and of the sentence it stands in, counted from 0. */
  readonly block: number
  readonly sentence: number
}

export function wordsOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Pick<Sentence, 'start' | 'end'>[],
): readonly Word[] {
  let block = 0
  return sentences.flatMap((span, sentence) => {
    while (block + 1 < blocks.length && (blocks[block]?.end ?? 0) <= span.start) block++
    return tagWords(text, span).map((word) => ({ ...word, block, sentence }))
  })
}
