/**
 * Teasers: cards of one build, each a linked heading and perhaps a sentence.
 *
 * Reason: a heading that is one link to another page is the head of another report, and the sentence below it is that
 * report's. Two or more such cards of the same build stand beside each other; together they hold less than the article.
 */
import { ancestors, descendants, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'
import { addTo } from '../../text/grouped.js'

const MAX_CARD_WORDS = 80
const MIN_CARDS = 2
/** Share of the page's words that all cards of one box may have: an index of reports is no article with teasers. */
const MAX_SHARE = 0.5
const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5'])

export const dropTeaserCards: PageRule = {
  id: 'teaser-card',
  *find(root) {
    for (const box of descendants(root)) {
      const cards = cardsIn(box)
      const words = cards.reduce((sum, card) => sum + card.words, 0)
      if (cards.length >= MIN_CARDS && words <= root.words * MAX_SHARE) yield* cards
    }
  },
}

function cardsIn(box: PageNode): readonly PageNode[] {
  const groups = new Map<string, PageNode[]>()
  for (const child of box.children) {
    if (typeof child === 'string' || !isCard(child)) continue
    const build = `${child.tag} ${child.hint.split(' ')[0] ?? ''}`
    addTo(groups, build, child)
  }
  return [...groups.values()].filter((group) => group.length >= MIN_CARDS).flat()
}

function isCard(node: PageNode): boolean {
  if (node.words > MAX_CARD_WORDS || node.linkWords === 0 || HEADINGS.has(node.tag)) return false
  let paragraphs = 0
  let headings = 0
  for (const inner of descendants(node)) {
    if (inner.tag === 'p' && inner.words > 0) paragraphs++
    if (HEADINGS.has(inner.tag) && inner.words > 0) {
      if (!isLinkElsewhere(inner)) return false
      headings++
    }
  }
  return headings === 1 && paragraphs <= 2
}

/** Wholly one link, and not to a place in the same page. */
function isLinkElsewhere(heading: PageNode): boolean {
  if (heading.linkWords < heading.words) return false
  const link = [...ancestors(heading), ...descendants(heading)].find((node) => node.tag === 'a')
  return link !== undefined && !/^\s*(?:#|$)/u.test(link.element.getAttribute('href') ?? '')
}
