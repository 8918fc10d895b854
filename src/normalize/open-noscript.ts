/**
 * Open noscript: what a page shows to readers without scripts becomes part of it where it shows them nothing else.
 *
 * In:    a document, which is changed, and its page tree. Out: whether anything was opened.
 * Never: opens one beside an article: there it repeats pictures that load late, or asks for scripts.
 */
import type { PageNode } from './page-tree.js'
import { countWords } from './folded-words.js'

/** A page with more words than these shows something by itself. */
const MAX_SHOWN = 60
/** An article's worth; requests to switch scripts on are shorter. */
const MIN_WORDS = 80

export function openNoscript(document: Document, tree: PageNode): boolean {
  if (tree.words > MAX_SHOWN) return false
  const held = [...document.getElementsByTagName('noscript')].filter(
    ({ textContent }) => countWords(textContent) >= MIN_WORDS,
  )
  for (const element of held) {
    const box = document.createElement('div')
    for (let child = element.firstChild; child; child = element.firstChild) box.append(child)
    element.replaceWith(box)
  }
  return held.length > 0
}
