/**
 * Bylines: the names of the authors.
 *
 * In:    JSON-LD authors, author tags, visible byline elements. Out: names without "By", dates, roles and addresses.
 * Never: a service's or newspaper's own address as a person; an empty name.
 */
import type { PageNode } from '../page-tree.js'
import { descendants, nodeText } from '../page-tree.js'
import { nodesIn, strings, type JsonLdNode } from './json-ld.js'
import { allMeta, type MetaTags } from './meta.js'

const MAX_NAME = 80
const MAX_NAMES = 12

/** What follows a name: a role, a place of work, a date, a reading time. */
const TAIL =
  /\s*(?:[|·•–—]|,\s*(?=[\p{Ll}]|(?:Staff|Senior|Chief|Special|Political|Diplomatic|Foreign|Associated|Reporter|Correspondent|Editor)\b)|\s(?=\d{1,2}[\s./:]|\d{4}\b)|\b(?:Published|Updated|Posted)\b).*$/su
const LEAD = /^\s*(?:by|from|words by|story by|written by|reported by|author:?)\s*:?\s+/iu
const ROLE =
  /^(?:staff(?: writer| reporter)?|(?:senior |chief |special |political |diplomatic |foreign |business |science )*(?:reporter|correspondent|editor|writer|columnist|contributor)s?|admin|editorial|news ?desk|online|web ?desk)$/iu
const DATE_LIKE = /\b(?:19|20)\d{2}\b|\b\d{1,2}:\d{2}\b/u

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
  return unique(visible(root).flatMap(names))
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

/** One string to names: "By Ann Lee and Bo Oh, diplomatic editor" gives Ann Lee and Bo Oh. */
export function names(text: string): string[] {
  const line = text.replace(/\s+/gu, ' ').trim().replace(LEAD, '').replace(TAIL, '')
  if (/^(?:https?:|www\.|@)/iu.test(line)) return []
  return line
    .split(/\s*;\s*|\s+(?:and|&)\s+|\s*,\s+(?:and\s+)?/u)
    .map((name) =>
      name
        .replace(/\s*\([^)]*\)\s*/gu, ' ')
        .replace(/\s*\S+@\S+/u, '')
        .replace(LEAD, '')
        .replace(/^[\s.,:-]+|[\s,:-]+$/gu, ''),
    )
    .filter(
      (name) =>
        /\p{L}{2}/u.test(name) && name.length <= MAX_NAME && !ROLE.test(name) && !DATE_LIKE.test(name),
    )
}

/** Elements that mark an author by relation, property or class; the first kind found counts. */
function visible(root: PageNode): string[] {
  const kinds: ((node: PageNode) => boolean)[] = [
    (node) => /\bauthor\b/iu.test(node.element.getAttribute('rel') ?? ''),
    (node) => /\bauthor\b/iu.test(node.element.getAttribute('itemprop') ?? ''),
    (node) => /(?:^|[\s_-])(?:byline|author|signature)(?:$|[\s_-])/u.test(node.hint),
  ]
  for (const isKind of kinds) {
    const found: string[] = []
    for (const node of descendants(root))
      if (node.words > 0 && node.words <= 20 && isKind(node)) found.push(nodeText(node))
    if (found.length > 0) return found.slice(0, MAX_NAMES)
  }
  return []
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
