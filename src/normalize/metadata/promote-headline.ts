/**
 * Promote headline: finds the headline of a page that has it in no first-level heading.
 *
 * In:    the page tree before cleaning, and the titles that the page states. Out: nothing; the node found becomes an `h1`.
 * Never: looks on where a title confirms a first-level heading; takes a line that no title begins or ends with.
 *
 * Reason: dates, bylines and standfirsts are told by where they stand below the headline, and a title alone does not part
 * headline from outlet.
 */
import { descendants, INLINE, nodeText, type PageNode } from '../page-tree.js'
import { fold } from '../folded-words.js'
import { headings, resembles } from './headline.js'

/** Fewer words may stand in a title by chance: "News". */
const MIN_WORDS = 3
const MAX_WORDS = 40
/** Share of a title's letters that the headline must be; the rest names outlet and section. */
const MIN_SHARE = 0.4
const LOWER_HEADING = /^h[2-6]$/u

export function promoteHeadline(root: PageNode, titles: readonly string[]): void {
  if (headings(root).some((heading) => titles.some((title) => confirms(title, heading)))) return
  const folded = titles.map(fold).filter((title) => title !== '')
  const stated = [...descendants(root)].filter(
    (node) => node.words >= MIN_WORDS && node.words <= MAX_WORDS && isStated(fold(nodeText(node)), folded),
  )
  const best =
    stated.find(({ tag }) => LOWER_HEADING.test(tag)) ??
    stated.find(({ hint, linkWords }) => linkWords === 0 && /head|title/u.test(hint)) ??
    stated.find(({ linkWords }) => linkWords === 0)
  if (best) innermost(best).tag = 'h1'
}

/** The outlet's name over the page stands in a title, too, but is the smaller part of it. */
function confirms(title: string, heading: string): boolean {
  return resembles(heading, title) && fold(heading).length >= fold(title).length * MIN_SHARE
}

/** A title begins or ends with the text. */
function isStated(text: string, titles: readonly string[]): boolean {
  return titles.some(
    (title) => (title.startsWith(text) || title.endsWith(text)) && text.length >= title.length * MIN_SHARE,
  )
}

/** The element that holds the same words and no further block of them. */
function innermost(node: PageNode): PageNode {
  const inner = node.children.find(
    (child): child is PageNode => typeof child !== 'string' && child.words === node.words,
  )
  return inner === undefined || INLINE.has(inner.tag) ? node : innermost(inner)
}
