/** Headline: the words over the article. */
import { attribute, descendants, nodeText, type PageNode } from '../page-tree.js'
import { cleanText } from '../blocks.js'
import { countWords, fold, foldedWords } from '../folded-words.js'
import { strings, type JsonLdNode, firstMeta, type MetaTags } from './json-ld.js'

/** Share of an h1's words that a stated title must hold to confirm it. */
const CONFIRMED = 0.6
const MAX_LENGTH = 400

export function headlineOf(
  root: PageNode,
  article: JsonLdNode | null,
  meta: MetaTags,
  documentTitle: string,
  outlet: string,
): string | null {
  const stated = statedTitles(article, meta, documentTitle).flatMap((title) => titleText(title, outlet))
  const h1s = headingNodes(root).filter((node) => fold(nodeText(node)) !== fold(outlet))
  const confirmed = h1s.find((node) => stated.some((title) => resembles(nodeText(node), title)))
  const heading = confirmed ?? (h1s.length === 1 ? h1s[0] : undefined)
  const headline = heading === undefined ? stated[0] : withoutKicker(cleanText(nodeText(heading)), stated)
  return headline === undefined ? null : withoutLabel(headline)
}

/** A heading that holds its kicker or section: a stated title that ends it says where the headline begins. */
function withoutKicker(heading: string, stated: readonly string[]): string {
  const words = foldedWords(heading)
  for (const title of stated) {
    const own = foldedWords(title)
    const isRest =
      own.length >= MIN_REST && own.length < words.length && own.length >= words.length * REST_SHARE
    if (isRest && own.every((word, at) => word === words[words.length - own.length + at])) return title
  }
  return heading
}

/** "Why rivers bend | Opinion": one or two words behind or before a bar name a section. */
function withoutLabel(headline: string): string {
  const [first = '', second, ...more] = headline.split(' | ')
  if (second === undefined || more.length > 0) return headline
  if (countWords(second) <= LABEL_WORDS && countWords(first) >= HEADLINE_WORDS) return first.trim()
  return countWords(first) <= LABEL_WORDS && countWords(second) >= HEADLINE_WORDS ? second.trim() : headline
}

const LABEL_WORDS = 2
const HEADLINE_WORDS = 4
const MIN_REST = 3
const REST_SHARE = 0.4

/** What the page's markup gives as its title, in the order in which it is to be believed. */
function statedTitles(article: JsonLdNode | null, meta: MetaTags, documentTitle: string): readonly string[] {
  const tagged = firstMeta(meta, ['og:title', 'twitter:title', 'title', 'parsely-title'])
  return [...strings(article?.['headline']).slice(0, 1), ...(tagged === null ? [] : [tagged]), documentTitle]
}

/** Texts of all first-level headings and of elements marked as headline. */
export function headings(root: PageNode): string[] {
  return headingNodes(root).map((node) => cleanText(nodeText(node)))
}

function headingNodes(root: PageNode): PageNode[] {
  return [...descendants(root)].filter((node) => {
    if (node.tag !== 'h1' && attribute(node, 'itemprop') !== 'headline') return false
    const { length } = cleanText(nodeText(node))
    return length > 0 && length <= MAX_LENGTH
  })
}

/** A stated title without the outlet's name behind or before it. */
function titleText(title: string | null, outlet: string): string[] {
  const text = cleanText(title ?? '')
  if (text === '' || fold(text) === fold(outlet)) return []
  const parts = text.split(/ [|–—·»:-] /u)
  const own = fold(outlet)
  const isName = (part: string | undefined) =>
    part !== undefined && (fold(part) === own || own.includes(fold(part)))
  if (parts.length > 1 && isName(parts.at(-1)))
    return [text.slice(0, text.lastIndexOf(parts.at(-1) ?? '')).replace(/ [|–—·»:-] $/u, '')]
  if (parts.length > 1 && isName(parts[0]))
    return [text.slice((parts[0] ?? '').length).replace(/^ [|–—·»:-] /u, '')]
  return text.includes(' | ') ? [text.slice(0, text.indexOf(' | '))] : [text]
}

/** Whether a stated title confirms a heading. */
function resembles(h1: string, title: string): boolean {
  const words = foldedWords(h1)
  const stated = new Set(foldedWords(title))
  if (words.length === 0 || stated.size === 0) return false
  const shared = words.filter((word) => stated.has(word)).length
  return shared / words.length >= CONFIRMED
}
