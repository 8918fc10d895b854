/**
 * Repeats: sentences of the standfirst that the text tells again, word for word.
 *
 * In:    text, blocks and tagged sentences of an article. Out: the sentences from which claims are read.
 * Never: drops one that stands nowhere else: what the standfirst alone tells is told.
 *
 * Reason: many outlets set the first paragraph a second time in large type. Told twice in one report, a thing would have
 * two claims of the same words.
 */
import type { Block } from '../../model/article.js'
import type { TaggedSentence } from '../tagged.js'

export function withoutRepeats(
  text: string,
  blocks: readonly Block[],
  sentences: readonly TaggedSentence[],
): readonly TaggedSentence[] {
  if (!blocks.some(({ kind }) => kind === 'standfirst')) return sentences
  const below = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'list-item' || kind === 'blockquote')
    .map(({ start, end }) => letters(text.slice(start, end)))
    .join('\n')
  return sentences.filter(
    ({ block, start, end }) => block !== 'standfirst' || !below.includes(letters(text.slice(start, end))),
  )
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
