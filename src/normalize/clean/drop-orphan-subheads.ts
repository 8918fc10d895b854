/**
 * Subheads with nothing below them, at the end of the article.
 *
 * Reason: what they headed was removed or never belonged ("More on this story"). Inside the article subheads stay.
 */
import type { DraftBlock } from '../blocks.js'
import type { BlockRule } from './rule.js'

export const dropOrphanSubheads: BlockRule = {
  id: 'orphan-subhead',
  *find(blocks) {
    for (let i = blocks.length - 1; i >= 0; i--) {
      const block: DraftBlock | undefined = blocks[i]
      if (block?.kind !== 'subhead') return
      yield block
    }
  },
}
