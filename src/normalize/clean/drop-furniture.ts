/**
 * Page furniture named as such by its class or id: related links, newsletters, share bars, comments, biographies.
 *
 * Reason: sites name their boxes for their style sheets, in much the same words everywhere. Worth the most of all rules
 * (word list and limits after measurements on 181 pages of the article-extraction benchmark). Guards: small, without
 * running prose, never the element that holds the article; names that the article's own parts have, too, only where the
 * text asks for something; no section that is named after its own heading; no name that says what else the box holds
 * ("has-newsletter").
 */
import { listFile } from '../../english/word-lists.js'
import { descendants, INLINE, nodeText, type PageNode } from '../page-tree.js'
import { fold } from '../folded-words.js'
import { holdsProse, proseWords } from './disclosure.js'
import { POINTER_HEADING } from './pointer-words.js'
import type { PageRule } from './rule.js'

/** A box above these sizes may be the article, whatever it is called. */
const MAX_WORDS = 150
const MAX_PARAGRAPHS = 2
const PARAGRAPH_WORDS = 25
/**
 * Share of the page's prose from which a box is the article: briefs are as small as boxes. What is left outside would be
 * next to nothing.
 */
const ARTICLE_SHARE = 0.8

const NEVER: ReadonlySet<string> = new Set(['body', 'article', 'main', 'html'])
const { words } = listFile('pages/furniture.txt')
const UNSHARED = named(words('words'))
const PATTERN = named([...words('words'), ...words('shared')])
/** What boxes of these names ask for. */
const ASKS =
  /\b(?:subscri\w*|newsletters?|sign (?:up|in)|log ?in|register|cancel any ?time|free trial|(?:\d\S{0,8}|euros?|pounds?|dollars?|cents?|pence) (?:a|per|\/) ?(?:month|week|year)|membership|members|support (?:us|our|independent|local)|donat\w+|join (?:us|our|now|today|thousands)|unlimited|full access|special offers?|read (?:more|also|next))\b/iu
const HEADING = /^h[1-6]$/u

function named(names: Iterable<string>): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${[...names].join('|')})(?:$|[\\s_-])`, 'u')
}

export const dropFurniture: PageRule = {
  id: 'furniture',
  *find(root) {
    let onPage: number | undefined
    for (const node of descendants(root)) {
      const name = ownName(node.hint)
      if (name === '' || NEVER.has(node.tag) || node === root) continue
      if (!PATTERN.test(name) || !isSmall(node) || holdsPost(node) || isArticles(node, name)) continue
      onPage ??= proseWords(root)
      if (proseWords(node) < onPage * ARTICLE_SHARE || !isProse(node)) yield node
    }
  },
}

/** Of the names of an element those that tell what it is: "has-newsletter" and "page--with-comments" tell what it holds. */
function ownName(hint: string): string {
  return hint
    .split(' ')
    .filter((name) => !HOLDS.test(name))
    .join(' ')
}

const HOLDS = /(?:^|[_-])(?:has|with|without|no|contains)[_-]/u

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

function isArticles(node: PageNode, name: string): boolean {
  return (!UNSHARED.test(name) && isProse(node)) || isNamedAfterHeading(node)
}

/** A sentence that asks for nothing, or the place name that begins one. */
function isProse(node: PageNode): boolean {
  if (INLINE.has(node.tag)) return node.words < (node.parent?.words ?? 0) && node.linkWords === 0
  return holdsProse(node) && !ASKS.test(nodeText(node)) && !holdsTitleLink(node)
}

/** A link that stands alone in its element is the title of another page, and what is beside it, its summary. */
function holdsTitleLink(node: PageNode): boolean {
  for (const { tag, words, parent } of descendants(node))
    if (tag === 'a' && words > 0 && parent?.words === words) return true
  return false
}

/** Ids made from headings: "sponsors-say-no". */
function isNamedAfterHeading(node: PageNode): boolean {
  const { id } = node.element
  if (id === '' || PATTERN.test(node.hint.replace(id.toLowerCase(), ''))) return false
  for (const heading of descendants(node)) {
    if (!HEADING.test(heading.tag) || heading.words === 0) continue
    const text = nodeText(heading)
    return fold(text).startsWith(fold(id)) && !POINTER_HEADING.test(text.toLowerCase())
  }
  return false
}
