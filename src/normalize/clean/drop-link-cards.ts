/**
 * Cards that are one link: title, summary and source of another page inside a single link.
 *
 * Reason: content systems show a link in the article as a card ("bookmark", "rich link"); its summary is a sentence of
 * another page. A link in the article's own text runs within a line and holds no lines of its own.
 */
import { descendants, INLINE, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'

const MAX_WORDS = 80
/** A picture that links to itself has one text below it: its caption. */
const MIN_TEXTS = 2

export const dropLinkCards: PageRule = {
  id: 'link-card',
  *find(root) {
    for (const node of descendants(root)) if (node.tag === 'a' && isCard(node)) yield node
  },
}

function isCard(link: PageNode): boolean {
  if (link.words === 0 || link.words > MAX_WORDS) return false
  if (/^\s*(?:#|$)/u.test(link.element.getAttribute('href') ?? '')) return false
  let texts = 0
  for (const node of descendants(link)) {
    if (node.tag === 'h1' || node.tag === 'figcaption' || node.tag === 'time') return false
    if (!INLINE.has(node.tag) && holdsText(node)) texts++
  }
  return texts >= MIN_TEXTS
}

/** Text of its own, perhaps in inline elements. */
function holdsText(node: PageNode): boolean {
  return node.children.some((child) =>
    typeof child === 'string' ? child.trim() !== '' : INLINE.has(child.tag) && child.words > 0,
  )
}
