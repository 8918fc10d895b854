/**
 * Paragraphs shown twice, word for word: one copy for wide screens and one for narrow ones.
 *
 * Reason: what is told once must not count as told twice. The first copy stays; short lines may recur for good reason, and so
 * may the standfirst.
 */
import { fold } from '../folded-words.js'
import type { BlockRule } from './rule.js'

const MIN_WORDS = 8

export const dropRepeatedBlocks: BlockRule = {
  id: 'repeated-block',
  *find(blocks) {
    const seen = new Set<string>()
    for (const block of blocks) {
      if (block.words < MIN_WORDS) continue
      const own = `${block.kind === 'standfirst' ? 'standfirst ' : ''}${fold(block.text)}`
      if (seen.has(own)) yield block
      seen.add(own)
    }
  },
}
