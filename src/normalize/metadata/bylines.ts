/** Bylines: the names of the authors. */
import { getDomain } from 'tldts'
import type { DraftBlock } from '../blocks.js'
import { ancestors, attribute, descendants, nodeText, type PageNode } from '../page-tree.js'
import { bylineLines, isPersonName } from './byline-lines.js'
import { nodesIn, strings, type JsonLdNode, allMeta, type MetaTags } from './json-ld.js'
import { fold } from '../folded-words.js'
import { names } from './names.js'

const MAX_NAMES = 12

export function bylinesOf(
  article: JsonLdNode | null,
  meta: MetaTags,
  root: PageNode,
  blocks: readonly DraftBlock[],
  outlet: string,
  url: string | null,
): string[] {
  const isOutlet = outletNames(outlet, url)
  const tagged = allMeta(meta, TAGS)
  const stated = [authors(article), unique(tagged.flatMap(names))].filter((list) => list.length > 0)
  for (const list of stated) {
    const people = unique(list.filter((name) => !isOutlet(name)))
    if (people.length > 0) return people
  }
  const shown = shownNames(root, blocks).filter((name) => !isOutlet(name))
  if (stated.length === 0) return shown
  const people = shown
    .map(withoutLead)
    .filter((name) => name.includes(' ') && !isOutlet(name) && !MEDIUM.test(name))
  return people.length > 0 ? people : (stated[0] ?? [])
}

function withoutLead(name: string): string {
  return name.replace(LEAD_WORD, '')
}

/** What the page shows its readers. */
function shownNames(root: PageNode, blocks: readonly DraftBlock[]): string[] {
  const marked = visible(root)
  const whole = unique(marked.flatMap((node) => personNames(nodeText(node))))
  return whole.length > 0 ? whole : unique(bylineLines(blocks).flatMap(personNames))
}

const TAGS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'articleauthor',
]

/** The outlet and its staff, which pages state as author where they name nobody: "Norde Courier", "norde-courier.example", "Norde Courier News", "Redaktion". */
function outletNames(outlet: string, url: string | null): (name: string) => boolean {
  const domain = url === null ? null : getDomain(url)
  const own = [outlet, ...(domain === null ? [] : [domain, domain.split('.')[0] ?? ''])]
    .map(fold)
    .filter((name) => name.length >= MIN_LETTERS)
  return (name) => {
    if (STAFF.test(name) || LOGIN.test(name)) return true
    const folded = fold(name)
    return own.some(
      (text) =>
        folded === text ||
        (folded.length >= MIN_OF_OUTLET && text.includes(folded)) ||
        folded.startsWith(text),
    )
  }
}

const MIN_LETTERS = 3
const MIN_OF_OUTLET = 4
/** The staff as a whole, in the languages of which pages were at hand. */
const STAFF =
  /^(?:(?:the )?(?:news|editorial|digital|online|web)? ?(?:staff|desk|team|room)|(?:online-?|die )?redaktion\w*|(?:la )?r[ée]dacti[oe]n\w*|(?:la )?redacci[óo]n|(?:la )?redazione|(?:da )?reda[cç][ãa]o|redaktionen|redakcja|redakce|editors?|admin\w*|news|nachrichten|nyheter|haber merkezi|редакция|редакція)$/iu
const LEAD_WORD = /^(?:von|par|por|di|da|door|af|av|by) /iu
/** Words of the names of media, as labels of sections beside the byline hold them. */
const MEDIUM =
  /(?<!\p{L})(?:news|nachrichten|redaktion|zeitung|magazin\w*|online|press\w*|media|tv|radio|top|home)(?!\p{L})/iu
/** "ann.lee": the name under which somebody logs in. */
const LOGIN = /^\p{Ll}+[._]\p{Ll}+$/u

function personNames(text: string): string[] {
  return names(text).filter(isPersonName)
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
    (node) => /\bauthor\b/iu.test(attribute(node, 'rel')),
    (node) => /\bauthor\b/iu.test(attribute(node, 'itemprop')),
    (node) => /(?:^|[\s_-])(?:byline|author|signature)(?:$|[\s_-])/u.test(node.hint),
  ]
  for (const isKind of kinds) {
    const found: PageNode[] = []
    for (const node of descendants(root))
      if (node.words > 0 && node.words <= 20 && isKind(node) && !isInComment(node)) found.push(node)
    if (found.length > 0) return nearHeading(found, root).slice(0, MAX_NAMES)
  }
  return []
}

/** Of marked elements the first below the headline, and those beside it; further down stand authors of other reports. */
function nearHeading(found: readonly PageNode[], root: PageNode): readonly PageNode[] {
  const order = new Map([...descendants(root)].map((node, at) => [node, at]))
  const heading = [...order.keys()].find(({ tag, words }) => tag === 'h1' && words > 0)
  if (heading === undefined) return found
  const place = (node: PageNode): number => order.get(node) ?? 0
  const first = found.find((node) => place(node) > place(heading)) ?? found[0]
  const box = first?.parent?.parent ?? first?.parent
  return box ? found.filter((node) => node === first || [...ancestors(node)].includes(box)) : found
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
