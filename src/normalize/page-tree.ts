/**
 * Page tree: a light picture of the DOM that the cleaning rules and the block walk read.
 *
 * In:    a document. Out: a tree of plain nodes with counts of words, links and their words.
 * Never: runs deeper than MAX_DEPTH levels: what lies deeper is hung up at that level, as browsers do.
 *
 * Why: asking jsdom for selectors and text again and again costs more than parsing; one walk costs little.
 */
import { countWords } from './folded-words.js'

/** Depth limit of Chromium's and WebKit's parsers. */
const MAX_DEPTH = 512

export type PageNode = {
  /** The element's name; a headline found in another element becomes an `h1`. */
  tag: string
  /** What the page's authors call the element: id, class and component names, in lower case, camel case opened by hyphens. */
  readonly hint: string
  readonly role: string
  readonly element: Element
  readonly parent: PageNode | null
  readonly depth: number
  readonly children: (PageNode | string)[]
  /** Words below this node, all and those inside links. */
  words: number
  linkWords: number
}

/** Elements whose content is never text of a page. */
const NO_TEXT: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg math canvas audio video map head title link meta'.split(
    ' ',
  ),
)

/** Elements that run on within a line of text; all others begin a new block. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp ' +
    'slot small span strike strong sub sup time tt u var wbr img picture source'
  ).split(' '),
)

/** Attributes in which sites name the parts of a page. */
const NAMING: readonly string[] = ['id', 'class', 'data-component', 'data-module', 'data-testid']

type Step = { readonly dom: Node; readonly parent: PageNode; readonly inLink: boolean }

export function pageTree(body: Element): PageNode {
  const root = pageNode(body, null)
  const stack: Step[] = []
  pushChildren(stack, body, root, false)
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { dom, parent, inLink } = step
    if (dom.nodeType === 3) addText(parent, dom.nodeValue ?? '', inLink)
    if (dom.nodeType !== 1) continue
    const element = dom as Element
    if (NO_TEXT.has(element.localName)) continue
    const node = pageNode(element, parent)
    const home = node.depth < MAX_DEPTH ? node : parent
    if (home === node) parent.children.push(node)
    pushChildren(stack, element, home, inLink || node.tag === 'a')
  }
  return root
}

function pageNode(element: Element, parent: PageNode | null): PageNode {
  const names = NAMING.map((attribute) => element.getAttribute(attribute) ?? '').join(' ')
  return {
    tag: element.localName,
    hint: names
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .replace(/\s+/gu, ' ')
      .trim()
      .toLowerCase(),
    role: (element.getAttribute('role') ?? '').trim().toLowerCase(),
    element,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    children: [],
    words: 0,
    linkWords: 0,
  }
}

function pushChildren(stack: Step[], dom: Node, parent: PageNode, inLink: boolean): void {
  for (let child = dom.lastChild; child; child = child.previousSibling)
    stack.push({ dom: child, parent, inLink })
}

function addText(parent: PageNode, text: string, inLink: boolean): void {
  if (text === '') return
  parent.children.push(text)
  addWords(parent, countWords(text), inLink ? countWords(text) : 0)
}

function addWords(node: PageNode, words: number, linkWords: number): void {
  for (let at: PageNode | null = node; at; at = at.parent) {
    at.words += words
    at.linkWords += linkWords
  }
}

/** What the element has as an attribute; empty where it has none. */
export function attribute({ element }: PageNode, name: string): string {
  return element.getAttribute(name) ?? ''
}

/** Takes the node out of the tree and out of the document. */
export function removeNode(node: PageNode): void {
  const siblings = node.parent?.children
  const index = siblings?.indexOf(node) ?? -1
  if (siblings && index !== -1) siblings.splice(index, 1)
  if (node.parent) addWords(node.parent, -node.words, -node.linkWords)
  node.element.remove()
}

/** The node and all below it, in document order. */
export function* descendants(root: PageNode): Generator<PageNode> {
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i]
      if (child !== undefined && typeof child !== 'string') stack.push(child)
    }
  }
}

export function* ancestors(node: PageNode): Generator<PageNode> {
  for (let at = node.parent; at; at = at.parent) yield at
}

/** The text below a node, white space collapsed. */
export function nodeText(node: PageNode): string {
  const parts: string[] = []
  const stack: (PageNode | string)[] = [node]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') parts.push(at)
    else {
      if (!INLINE.has(at.tag)) parts.push(' ')
      for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] ?? '')
    }
  }
  return parts.join('').replace(/\s+/gu, ' ').trim()
}
