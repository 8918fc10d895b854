/**
 * Bylines: the names of the authors.
 *
 * In:    JSON-LD authors, author tags, visible byline elements. Out: names without "By", dates, roles and addresses.
 * Never: a service's or newspaper's own address as a person; an empty name.
 */
import { draftBlocks } from '../blocks.js'
import type { PageNode } from '../page-tree.js'
import { ancestors, descendants, nodeText } from '../page-tree.js'
import { bylineLines, isPersonName } from './byline-lines.js'
import { nodesIn, strings, type JsonLdNode } from './json-ld.js'
import { allMeta, type MetaTags } from './meta.js'
import { names } from './names.js'

const MAX_NAMES = 12
/** "By Ann Lee Jr." has fewer. */
const SENTENCE_WORDS = 5

export function bylinesOf(article: JsonLdNode | null, meta: MetaTags, root: PageNode): string[] {
  const stated = authors(article)
  if (stated.length > 0) return stated
  const tagged = allMeta(meta, [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
  ])
  const named = unique(tagged.flatMap(names))
  if (named.length > 0) return named
  const marked = visible(root)
  const whole = unique(marked.flatMap((node) => personNames(nodeText(node))))
  if (whole.length > 0) return whole
  const first = unique(marked.flatMap(firstLine))
  return first.length > 0 ? first : unique(bylineLines(root).flatMap(personNames))
}

function personNames(text: string): string[] {
  return names(text).filter(isPersonName)
}

/** A box with the name on a line of its own, beside date, role and tools. */
function firstLine(node: PageNode): string[] {
  for (const { text } of draftBlocks(node)) {
    const found = personNames(text).filter((name) => name.includes(' '))
    if (found.length > 0) return found
  }
  return []
}

function authors(article: JsonLdNode | null): string[] {
  if (article === null) return []
  const values = [article['author'], article['creator']]
  return unique(
    values.flatMap((value) => [
      ...strings(value).flatMap(names),
      ...nodesIn(value).flatMap((node) => strings(node['name']).flatMap(names)),
    ]),
  )
}

/** Elements that mark an author by relation, property or class; the first kind found counts. */
function visible(root: PageNode): PageNode[] {
  const kinds: ((node: PageNode) => boolean)[] = [
    (node) => /\bauthor\b/iu.test(node.element.getAttribute('rel') ?? ''),
    (node) => /\bauthor\b/iu.test(node.element.getAttribute('itemprop') ?? ''),
    (node) => /(?:^|[\s_-])(?:byline|author|signature)(?:$|[\s_-])/u.test(node.hint),
  ]
  for (const isKind of kinds) {
    const found: PageNode[] = []
    for (const node of descendants(root))
      if (node.words > 0 && node.words <= 20 && isKind(node) && !isInComment(node) && !isSentence(node))
        found.push(node)
    if (found.length > 0) return found.slice(0, MAX_NAMES)
  }
  return []
}

/** "Ann Lee edits Glass & Light." tells of the author, and names others, too. */
function isSentence(node: PageNode): boolean {
  return node.words >= SENTENCE_WORDS && /[.!?]$/u.test(nodeText(node))
}

/** Authors of readers' comments are marked as authors, too. */
function isInComment(node: PageNode): boolean {
  return [node, ...ancestors(node)].some(({ hint }) => /comment|repl(?:y|ies)(?:$|[\s_-])/u.test(hint))
}

function unique(list: readonly string[]): string[] {
  const seen = new Set<string>()
  return list
    .filter((name) => {
      const key = name.toLowerCase()
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MAX_NAMES)
}
