/**
 * From HTML source to plain nodes with counts of words, links and their words; title, meta tags, JSON-LD. The parser is jsdom’s. Every
 * element counts toward the limits of depth and number, so that nothing grows with the square of the source: a start tag beyond the depth is
 * left out with its end tag; text never is.
 */
import { defaultTreeAdapter, Parser, parseFragment, type DefaultTreeAdapterTypes, type Token } from 'parse5'
import { countWords } from './folded-words.js'

export type PageNode = {
  /** The element's name; a custom element becomes a `span` or `div`. */
  readonly tag: string
  /** What the page's authors call the element: id, class and component names, in lower case, camel case opened by hyphens. */
  readonly hint: string
  readonly role: string
  readonly attributes: Map<string, string>
  readonly parent: PageNode | null
  readonly children: (PageNode | string)[]
  /** Words below this node, all and those inside links. */
  words: number
  linkWords: number
}

export type ParsedPage = {
  /** The page's body. */
  readonly root: PageNode
  readonly title: string
  readonly language: string | null
  /** Attributes of all `meta` and `link` elements. */
  readonly metas: readonly ReadonlyMap<string, string>[]
  readonly links: readonly ReadonlyMap<string, string>[]
  /** Sources of the JSON-LD scripts. */
  readonly jsonLd: readonly string[]
  readonly scripts: number
  /** The beginning of what is shown to readers without scripts. */
  readonly noscript: string
  /** It became part of the page, which shows nothing else. */
  readonly fromNoscript: boolean
  /** Only the beginning of the source was read. */
  readonly cut: boolean
}

type Element = DefaultTreeAdapterTypes.Element
type Dom = DefaultTreeAdapterTypes.ChildNode

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Readability takes time that grows with the square of the depth. Browsers cut at 512; news pages stay below 60. */
const MAX_DEPTH = 150
/** Of one of these, Readability weighs all it holds again for each that it stands in. */
const MAX_SAME = 10
const WEIGHED = set('ul ol dl table form fieldset')
/** The largest of 72 news pages holds 262,491 characters without scripts and styles, and 3,188 tags. */
const MAX_ELEMENTS = 15_000
const MAX_CHARACTERS = 3_000_000
const MAX_BREAKS = 2
const MAX_GOING_ON = 1

/** Elements that hold no others, so that they do not nest. */
const FLAT = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr html head body ' +
    'frameset script style title textarea xmp iframe noembed noframes plaintext',
)
/** Elements whose content is never text of a page. Of these Readability counts some. */
const NO_TEXT = set(
  'script style noscript template svg math canvas audio map head title link meta frame frameset',
)
export const EMBEDDED = set('iframe object embed video')
/** Elements that run on within a line of text; all others begin a new block. */
export const INLINE = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp ' +
    'slot small span strike strong sub sup time tt u var wbr img picture source',
)
/** Attributes in which sites name the parts of a page. */
const NAMING = ['id', 'class', 'data-component', 'data-module', 'data-testid']

/** A page that shows at most so many words shows its article in `noscript`, if there are so many. */
const MAX_SHOWN = 60
const MIN_NOSCRIPT = 80
const NOSCRIPT_LENGTH = 5000

export function parsePage(html: string): ParsedPage {
  const { document, cut } = parsed(html)
  const shown = new Reader(false).read(document)
  const opened =
    shown.root.words <= MAX_SHOWN && shown.noscripts.some((text) => countWords(text) >= MIN_NOSCRIPT)
  const page = opened ? new Reader(true).read(document) : shown
  return { ...page, noscript: shown.noscripts.join(' ').slice(0, NOSCRIPT_LENGTH), fromNoscript: opened, cut }
}

/** All others are custom elements, or no names at all. */
const PLAIN = /^[a-z][a-z0-9]*$/u

class TooLarge extends Error {}

class LimitedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  readonly #leftOut = new Map<string, number>()

  override onStartTag(token: Token.TagToken): void {
    if (token.tagName === 'br' && this.#breaks() >= MAX_BREAKS) return
    if (FLAT.has(token.tagName) || this.#hasRoom(token.tagName)) super.onStartTag(token)
    else this.#leftOut.set(token.tagName, (this.#leftOut.get(token.tagName) ?? 0) + 1)
  }

  override onEndTag(token: Token.TagToken): void {
    const leftOut = this.#leftOut.get(token.tagName) ?? 0
    if (leftOut > 0) this.#leftOut.set(token.tagName, leftOut - 1)
    else super.onEndTag(token)
  }

  /** Line breaks at the end of what was read, with nothing but blanks between them. */
  #breaks(): number {
    const { childNodes } = this.openElements.currentTmplContentOrNode
    const last = childNodes.findLastIndex((node) => node.nodeName !== 'br' && !isBlank(node))
    return childNodes.slice(last + 1).filter(({ nodeName }) => nodeName === 'br').length
  }

  #hasRoom(name: string): boolean {
    const { items, stackTop } = this.openElements
    if (stackTop >= MAX_DEPTH || !WEIGHED.has(name)) return stackTop < MAX_DEPTH
    return items.slice(0, stackTop + 1).filter(({ nodeName }) => nodeName === name).length < MAX_SAME
  }

  /** Elements of style that are not closed go on in the next block, where each is made again: the last one does. */
  override _reconstructActiveFormattingElements(): void {
    const { activeFormattingElements, openElements } = this
    let goingOn = 0
    let entry = activeFormattingElements.newest
    while (entry && 'element' in entry) {
      const { older } = entry
      if (!openElements.contains(entry.element) && ++goingOn > MAX_GOING_ON)
        activeFormattingElements.removeEntry(entry)
      entry = older
    }
    super._reconstructActiveFormattingElements()
  }
}

function isBlank(node: Dom): boolean {
  return 'value' in node && node.value.trim() === ''
}

function parsed(html: string): {
  readonly document: DefaultTreeAdapterTypes.Document
  readonly cut: boolean
} {
  let elements = 0
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      if (++elements > MAX_ELEMENTS) throw new TooLarge()
      return defaultTreeAdapter.createElement(...given)
    },
  }
  const parser = new LimitedParser({ scriptingEnabled: false, treeAdapter })
  const source = withoutStyles(html)
  try {
    parser.tokenizer.write(source.slice(0, MAX_CHARACTERS), true)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
  }
  return { document: parser.document, cut: elements > MAX_ELEMENTS || source.length > MAX_CHARACTERS }
}

/** Style sheets and scripts other than JSON-LD, which may be far larger than the page; one that never ends is left to the parser. */
function withoutStyles(html: string): string {
  const pieces: string[] = []
  let from = 0
  for (const { index, 0: opening, 1: name = '' } of html.matchAll(/<(style|script)(?=[\s/>])[^<>]*>/giu)) {
    const start = index + opening.length
    if (start <= from || /ld\+json/iu.test(opening)) continue
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'giu')
    closing.lastIndex = start
    const end = closing.exec(html)?.index
    if (end === undefined) break
    pieces.push(html.slice(from, start))
    from = end
  }
  return [...pieces, html.slice(from)].join('')
}

type Read = Omit<ParsedPage, 'noscript' | 'fromNoscript' | 'cut'> & { readonly noscripts: readonly string[] }

class Reader {
  readonly #opensNoscript: boolean
  readonly #links: ReadonlyMap<string, string>[] = []
  readonly #metas: ReadonlyMap<string, string>[] = []
  readonly #jsonLd: string[] = []
  readonly #noscripts: string[] = []
  #title: string | null = null
  #scripts = 0

  constructor(opensNoscript: boolean) {
    this.#opensNoscript = opensNoscript
  }

  read(document: DefaultTreeAdapterTypes.Document): Read {
    const html = document.childNodes.find((node) => node.nodeName === 'html') as Element | undefined
    const body = html?.childNodes.find(({ nodeName }) => nodeName === 'body') as Element | undefined
    const root = pageNode('body', attributesOf(body), null)
    for (const node of html?.childNodes ?? []) this.#visit(node, node === body ? root : null, false)
    return {
      root,
      title: (this.#title ?? '').replace(/\s+/gu, ' ').trim(),
      language: attributesOf(html).get('lang') ?? null,
      metas: this.#metas,
      links: this.#links,
      jsonLd: this.#jsonLd,
      scripts: this.#scripts,
      noscripts: this.#noscripts,
    }
  }

  /** Below a node of the tree, or outside it. */
  #visit(dom: Dom, home: PageNode | null, inLink: boolean): void {
    if (dom.nodeName === 'body') this.#children(dom, home, inLink)
    else if ('value' in dom) {
      if (home) addText(home, dom.value, inLink)
    } else if ('tagName' in dom) this.#element(dom, home, inLink)
  }

  #children(element: Element, home: PageNode | null, inLink: boolean): void {
    for (const child of contentOf(element)) this.#visit(child, home, inLink)
  }

  #element(element: Element, home: PageNode | null, inLink: boolean): void {
    const { tagName } = element
    this.#state(element)
    if (tagName === 'noscript' && this.#opensNoscript && home) {
      const box = pageNode('div', new Map(), home)
      home.children.push(box)
      this.#children(element, box, inLink)
    } else if (NO_TEXT.has(tagName)) {
      if (tagName !== 'template') this.#children(element, null, inLink)
    } else if (home === null) this.#children(element, null, inLink)
    else {
      const node = pageNode(this.#nameOf(element), attributesOf(element), home)
      home.children.push(node)
      if (!EMBEDDED.has(node.tag)) this.#children(element, node, inLink || node.tag === 'a')
    }
  }

  /** What an element states of the page, wherever it stands. */
  #state(element: Element): void {
    const { tagName } = element
    if (tagName === 'meta') this.#metas.push(attributesOf(element))
    if (tagName === 'link') this.#links.push(attributesOf(element))
    if (tagName === 'noscript') this.#noscripts.push(textOf(element))
    if (tagName === 'title' && element.parentNode?.nodeName !== 'svg') this.#title ??= textOf(element)
    if (tagName !== 'script') return
    this.#scripts++
    if (/^\s*application\/ld\+json/iu.test(attributesOf(element).get('type') ?? ''))
      this.#jsonLd.push(textOf(element))
  }

  /** Custom elements become a word where one stands beside text, else a block; a heading may hold a button around its words. */
  #nameOf(element: Element): string {
    const { tagName, parentNode } = element
    if (tagName === 'button' && /^h[2-6]$/u.test(parentNode?.nodeName ?? '')) return 'span'
    if (PLAIN.test(tagName)) return tagName
    if (tagName === 'amp-img' || tagName === 'amp-anim') return 'img'
    const besideText = parentNode?.childNodes.some((node) => 'value' in node && node.value.trim() !== '')
    return besideText === true ? 'span' : 'div'
  }
}

function contentOf(element: Element): readonly Dom[] {
  return 'content' in element
    ? (element as DefaultTreeAdapterTypes.Template).content.childNodes
    : element.childNodes
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => ('tagName' in child ? textOf(child) : 'value' in child ? child.value : ''))
    .join('')
}

/** The names of custom elements join the classes, since sites name parts of a page by them. */
function attributesOf(element: Element | undefined): Map<string, string> {
  const attributes = new Map(element?.attrs.map(({ name, value }) => [name, value]))
  const name = element?.tagName ?? ''
  if (name.includes('-')) attributes.set('class', `${attributes.get('class') ?? ''} ${name}`.trim())
  return attributes
}

function pageNode(tag: string, attributes: Map<string, string>, parent: PageNode | null): PageNode {
  const names = NAMING.map((attribute) => attributes.get(attribute) ?? '').join(' ')
  return {
    tag,
    hint: names
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .replace(/\s+/gu, ' ')
      .trim()
      .toLowerCase(),
    role: (attributes.get('role') ?? '').trim().toLowerCase(),
    attributes,
    parent,
    children: [],
    words: 0,
    linkWords: 0,
  }
}

function addText(parent: PageNode, text: string, inLink: boolean): void {
  if (text === '') return
  parent.children.push(text)
  const words = countWords(text)
  addWords(parent, words, inLink ? words : 0)
}

function addWords(node: PageNode, words: number, linkWords: number): void {
  for (let at: PageNode | null = node; at; at = at.parent) {
    at.words += words
    at.linkWords += linkWords
  }
}

/** What the element has as an attribute; empty where it has none. */
export function attribute({ attributes }: PageNode, name: string): string {
  return attributes.get(name) ?? ''
}

/** Takes the node out of the tree. */
export function removeNode(node: PageNode): void {
  const siblings = node.parent?.children
  const index = siblings?.indexOf(node) ?? -1
  if (siblings && index !== -1) siblings.splice(index, 1)
  if (node.parent) addWords(node.parent, -node.words, -node.linkWords)
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
  return rawText(node, ' ').replace(/\s+/gu, ' ').trim()
}

/** The text below a node as it stands, with `border` before each block. */
export function rawText(node: PageNode, border = ''): string {
  const text = node.children
    .map((child) => (typeof child === 'string' ? child : rawText(child, border)))
    .join('')
  return INLINE.has(node.tag) ? text : border + text
}

/** A text with the entities in it read; tags are none. */
export function withEntities(text: string): string {
  const [field] = parseFragment(`<textarea>\n${text}`).childNodes
  return field && 'tagName' in field ? textOf(field) : ''
}
