/**
 * Page furniture named as such by its class or id: related links, newsletters, share bars, comments, biographies.
 *
 * Reason: sites name their boxes for their style sheets, in much the same words everywhere. Worth the most of all rules
 * (word list and limits after measurements on 181 pages of the article-extraction benchmark). Guards: small, without running prose, never the element that holds the article.
 */
import { descendants, type PageNode } from '../page-tree.js'
import { FURNITURE_WORDS } from './furniture-words.js'
import type { PageRule } from './rule.js'

/** A box above these sizes may be the article, whatever it is called. */
const MAX_WORDS = 150
const MAX_PARAGRAPHS = 2
const PARAGRAPH_WORDS = 25

const NEVER: ReadonlySet<string> = new Set(['body', 'article', 'main', 'html'])
const PATTERN = new RegExp(`(?:^|[\\s_-])(?:${FURNITURE_WORDS.join('|')})(?:$|[\\s_-])`, 'u')

export const dropFurniture: PageRule = {
  id: 'furniture',
  *find(root) {
    for (const node of descendants(root)) {
      if (node.hint === '' || NEVER.has(node.tag) || node === root) continue
      if (PATTERN.test(node.hint) && isSmall(node) && !holdsPost(node)) yield node
    }
  },
}

function isSmall(node: PageNode): boolean {
  if (node.words >= MAX_WORDS) return false
  let paragraphs = 0
  for (const inner of descendants(node)) if (inner.tag === 'p' && inner.words > PARAGRAPH_WORDS) paragraphs++
  return paragraphs <= MAX_PARAGRAPHS
}

/** A post that the article quotes stands in a box named for the network. */
function holdsPost(node: PageNode): boolean {
  for (const inner of descendants(node)) if (inner.tag === 'blockquote' && inner.words > 0) return true
  return false
}
