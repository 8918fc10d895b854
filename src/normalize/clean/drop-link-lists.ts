/**
 * Lists that are links: menus, related articles, tags.
 *
 * Reason: a list of the article has sentences in it; a list whose words are links leads elsewhere. Lists inside a paragraph's
 * flow that mix links and text stay.
 */
import { descendants, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'

/** Share of words inside links from which a list is navigation (measured on 181 pages: +.002 F1). */
const LINK_SHARE = 0.8

export const dropLinkLists: PageRule = {
  id: 'link-list',
  *find(root) {
    for (const node of descendants(root))
      if (node.linkWords >= node.words * LINK_SHARE && isList(node) && node.words > 0) yield node
  },
}

/** A cell of a layout table or a plain box counts if it holds at least so many links: one link may be a linked sentence. */
const MIN_LINKS = 2

function isList(node: PageNode): boolean {
  if (node.tag === 'ul' || node.tag === 'ol') return true
  return node.tag === 'td' && linksIn(node) >= MIN_LINKS
}

function linksIn(node: PageNode): number {
  let links = 0
  for (const { tag } of descendants(node)) if (tag === 'a') links++
  return links
}
