/**
 * Links below a line that says they lead elsewhere: "More from the paper", in bold, and three paragraphs that are one link each.
 *
 * Reason: content systems let editors set such lists in the article's own paragraphs. A linked sentence by itself stays
 * (link-line); below such a line it is the head of another report. The run ends at the first block that is no link. Data:
 * pointer-words.ts.
 */
import type { DraftBlock } from '../blocks.js'
import { POINTER_HEADING } from './pointer-words.js'
import type { BlockRule } from './rule.js'

const MAX_HEADING_WORDS = 8
const MAX_WORDS = 30
const LINK_SHARE = 0.9

export const dropHeadedLinks: BlockRule = {
  id: 'headed-links',
  *find(blocks) {
    let below = false
    for (const block of blocks) {
      below = isHeading(block) || (below && isLink(block))
      if (below && isLink(block)) yield block
    }
  },
}

function isHeading({ text, words }: DraftBlock): boolean {
  return words <= MAX_HEADING_WORDS && POINTER_HEADING.test(text.toLowerCase())
}

function isLink({ kind, words, linkWords }: DraftBlock): boolean {
  return kind !== 'caption' && words > 0 && words <= MAX_WORDS && linkWords >= words * LINK_SHARE
}
