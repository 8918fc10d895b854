/**
 * Boxes under a heading that says they lead elsewhere: "More from the paper", "You might also like", "3 comments".
 *
 * Reason: teasers carry whole sentences of other reports, and their boxes often have names of no meaning; the heading is
 * for readers and says what they are. The box is the largest element around the heading that holds little of the page's
 * prose and no other heading before it.
 * Data: pointer-words.ts.
 */
import { ancestors, descendants, nodeText, type PageNode } from '../page-tree.js'
import { POINTER_HEADING } from './pointer-words.js'
import type { PageRule } from './rule.js'

const MAX_HEADING_WORDS = 8
/** A box above this share of the page's words, or this many, may hold the article. */
const MAX_SHARE = 0.4
const MAX_WORDS = 600
const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])
const NEVER: ReadonlySet<string> = new Set(['body', 'main', 'article'])

export const dropHeadedBoxes: PageRule = {
  id: 'headed-box',
  *find(root) {
    for (const node of descendants(root)) {
      if (!HEADINGS.has(node.tag) || node.words > MAX_HEADING_WORDS) continue
      if (!POINTER_HEADING.test(nodeText(node).toLowerCase())) continue
      const box = boxOf(node, root)
      if (box) yield box
    }
  },
}

/** The heading comes first in its box, else the box holds something else, too. */
function boxOf(heading: PageNode, root: PageNode): PageNode | null {
  let box: PageNode | null = null
  let inner = heading
  for (const around of ancestors(heading)) {
    if (NEVER.has(around.tag) || around === root || !comesFirst(inner, around)) break
    if (around.words > MAX_WORDS || around.words > root.words * MAX_SHARE) break
    if (around.words > inner.words) box = around
    inner = around
  }
  return box
}

function comesFirst(inner: PageNode, around: PageNode): boolean {
  for (const child of around.children) {
    if (child === inner) return true
    if (typeof child === 'string' ? child.trim() !== '' : child.words > 0) return false
  }
  return false
}
