/**
 * Navigation and other landmarks: what the page itself declares to be no article.
 *
 * Reason: `nav` and the ARIA landmark roles are the one markup that states its purpose (WAI-ARIA 1.2, section 5.3.4).
 * `banner` and `complementary` count too, unless they hold most of the page's words.
 */
import { descendants, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'

const ROLES: ReadonlySet<string> = new Set(
  'navigation search menu menubar toolbar tablist banner contentinfo complementary'.split(' '),
)

/** Share of all words above which a landmark is taken to be misdeclared. */
const MOST = 0.5

export const dropLandmarks: PageRule = {
  id: 'landmark',
  *find(root) {
    for (const node of descendants(root)) if (isLandmark(node) && node.words < root.words * MOST) yield node
  },
}

function isLandmark(node: PageNode): boolean {
  return node.tag === 'nav' || node.tag === 'menu' || ROLES.has(node.role)
}
