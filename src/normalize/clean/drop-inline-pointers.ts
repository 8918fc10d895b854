/**
 * Pointers inside a paragraph: "… the agency said. READ ALSO: How to read a recall notice".
 *
 * Reason: content systems put links to other stories into the article's own paragraphs; removed as a block, the paragraph's
 * own sentences would go with them. An inline element goes if it begins with the words of a pointer and is a link from
 * there on.
 */
import { descendants, INLINE, nodeText, type PageNode } from '../page-tree.js'
import { POINTER_LEAD } from './pointer-words.js'
import type { PageRule } from './rule.js'

const MAX_WORDS = 30
/** Words outside the link: those of the lead. */
const LEAD_WORDS = 4

export const dropInlinePointers: PageRule = {
  id: 'inline-pointer',
  *find(root) {
    for (const node of descendants(root)) if (isPointer(node)) yield node
  },
}

function isPointer(node: PageNode): boolean {
  if (!INLINE.has(node.tag) || node.words > MAX_WORDS || node.linkWords === 0) return false
  if (node.words - node.linkWords > LEAD_WORDS) return false
  return node.tag !== 'a' && POINTER_LEAD.test(nodeText(node).toLowerCase())
}
