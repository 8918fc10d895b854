/**
 * Lines without a letter or digit: "* * *", "•", a row of dashes.
 *
 * Reason: they part a page for the eye and tell nothing.
 */
import type { BlockRule } from './rule.js'

export const dropOrnaments: BlockRule = {
  id: 'ornament',
  *find(blocks) {
    for (const block of blocks) if (block.words === 0) yield block
  },
}
