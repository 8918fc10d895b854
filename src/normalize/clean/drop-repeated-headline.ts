/**
 * Leading lines that repeat the headline.
 *
 * Reason: the headline is a block of its own already; many pages print it twice (page head and article head).
 */
import { fold } from '../folded-words.js'
import type { BlockRule } from './rule.js'

/** Only so many lines from the top: further down, the words are the article's own. */
const LEADING = 4

export const dropRepeatedHeadline: BlockRule = {
  id: 'repeated-headline',
  *find(blocks, { headline }) {
    if (headline === null) return
    const own = fold(headline)
    for (const block of blocks.slice(0, LEADING)) {
      const text = fold(block.text)
      if (text === own || (block.owner.tag === 'h1' && text.includes(own))) yield block
    }
  },
}
