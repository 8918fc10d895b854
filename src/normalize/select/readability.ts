/**
 * Which draft blocks Mozilla Readability would keep. Blocks’ elements and all above them are numbered by attributes, which survive it as
 * neither nodes nor all elements do; a block is looked for below the nearest one left. It is not given the marks of what pages hide until
 * a script has run, or behind an open consent dialog (`aria-hidden`).
 */
import { createRequire } from 'node:module'
import type * as Jsdom from 'jsdom'
import { Readability } from '@mozilla/readability'
import type { DraftBlock } from '../blocks.js'
import { INLINE, type PageNode } from '../page-tree.js'
import { fold } from '../folded-words.js'
import { addTo } from '../../text/grouped.js'

const MARK = 'data-synoptic-mark'

/** Elements that are something although no text stands in them. */
export const WITHOUT_TEXT: ReadonlySet<string> = new Set(
  'img br hr input embed object video iframe picture source button select textarea'.split(' '),
)

/** What Readability looks at. */
const ATTRIBUTES =
  'id class role itemprop property rel href src srcset data-src data-srcset alt type aria-modal'.split(' ')

/** What the page states above its body; a stated author lets Readability keep the line that names one. */
export type Head = { readonly title: string; readonly bylines: readonly string[] }

/** Characters an extraction must have before Readability believes it: its default, and the best of four tried. */
const CHAR_THRESHOLD = 500

/** Readability may take a link or a button out of a block; the block stands when this share of it is left. */
const MOST = 0.5

/** A text this short could stand by chance inside another: it must be a run of its own. Folded characters. */
const SHORT = 40

export function readabilityVote(
  root: PageNode,
  blocks: readonly DraftBlock[],
  head: Head,
): ReadonlySet<DraftBlock> {
  const marks = marksOf(blocks)
  const parsed = new Readability<Node>(documentOf(root, head, marks), {
    disableJSONLD: true,
    serializer: (node) => node,
    keepClasses: true,
    charThreshold: CHAR_THRESHOLD,
  }).parse()
  if (!parsed?.content) return new Set()
  const texts = keptTexts(parsed.content)
  const several = ownersOfSeveral(blocks)
  const finder = new Finder()
  const kept = blocks.filter((block) => {
    const { text, own } = nearestText(block, marks, texts)
    return finder.stands(fold(block.text), text) || (own && !several.has(block.owner) && isMost(block, text))
  })
  return new Set(kept)
}

/** A number for every element that holds a block, at any depth; inline elements own no blocks. */
function marksOf(blocks: readonly DraftBlock[]): Map<PageNode, string> {
  const marks = new Map<PageNode, string>()
  for (const { owner } of blocks)
    for (let node: PageNode | null = owner; node && !marks.has(node); node = node.parent) {
      if (INLINE.has(node.tag)) continue
      marks.set(node, String(marks.size))
    }
  return marks
}

const require = createRequire(import.meta.url)
/** Loaded when the first page is read: that takes a quarter of a second and much memory, and the main thread reads none. */
let jsdom: typeof Jsdom | undefined

function documentOf(root: PageNode, head: Head, marks: ReadonlyMap<PageNode, string>): Document {
  jsdom ??= require('jsdom') as typeof Jsdom
  const { document } = new jsdom.JSDOM('', { virtualConsole: new jsdom.VirtualConsole() }).window
  document.title = head.title
  if (head.bylines.length > 0) {
    const author = document.createElement('meta')
    author.setAttribute('name', 'author')
    author.setAttribute('content', head.bylines.join(', '))
    document.head.appendChild(author)
  }
  const body = elementOf(document, root, marks)
  if (body) document.documentElement.replaceChild(body, document.body)
  return document
}

/** Without what holds nothing: Readability's time grows with the square of the number of such elements. Frames would get a window each. */
function elementOf(document: Document, node: PageNode, marks: ReadonlyMap<PageNode, string>): Element | null {
  const children = node.children.map((child) =>
    typeof child === 'string' ? document.createTextNode(child) : elementOf(document, child, marks),
  )
  const holds = children.some((child) => child?.nodeType === 1 || (child?.nodeValue ?? '').trim() !== '')
  if (!holds && !WITHOUT_TEXT.has(node.tag)) return null
  const element = document.createElement(node.tag === 'iframe' ? 'embed' : node.tag)
  for (const name of ATTRIBUTES) {
    const value = node.attributes.get(name)
    if (value !== undefined) element.setAttribute(name, value)
  }
  const mark = marks.get(node)
  if (mark !== undefined) element.setAttribute(MARK, mark)
  element.append(...children.filter((child) => child !== null))
  return element
}

function ownersOfSeveral(blocks: readonly DraftBlock[]): ReadonlySet<PageNode> {
  const seen = new Set<PageNode>()
  const several = new Set<PageNode>()
  for (const { owner } of blocks) (seen.has(owner) ? several : seen).add(owner)
  return several
}

function nearestText(
  block: DraftBlock,
  marks: ReadonlyMap<PageNode, string>,
  texts: ReadonlyMap<string, string>,
): { readonly text: string; readonly own: boolean } {
  for (let node: PageNode | null = block.owner; node; node = node.parent) {
    const text = texts.get(marks.get(node) ?? '')
    if (text !== undefined) return { text, own: node === block.owner }
  }
  return { text: texts.get('') ?? '', own: false }
}

/** Whether blocks, in their order, stand in another text; each is looked for behind the one before first, which keeps it linear. */
class Finder {
  readonly #places = new Map<string, number>()

  stands(own: string, text: string): boolean {
    const wanted = own.length < SHORT ? `\n${own}\n` : own
    const after = this.#places.get(text) ?? 0
    const ahead = text.indexOf(wanted, after)
    const place = ahead === -1 && after > 0 ? text.indexOf(wanted) : ahead
    if (place === -1) return false
    // The line feed at the end of this one may be the one at the start of the next.
    this.#places.set(text, place + own.length)
    return true
  }
}

function isMost(block: DraftBlock, text: string): boolean {
  return text.length >= fold(block.text).length * MOST
}

/** For each mark the folded runs of text whose nearest marked ancestor has it, each run between line feeds. */
function keptTexts(content: Node): Map<string, string> {
  const runs = new Map<string, string[]>()
  const stack: { node: Node | null; mark: string }[] = [{ node: content, mark: '' }]
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node } = step
    if (node === null) addTo(runs, step.mark, '\n')
    else if (node.nodeType === 3) addTo(runs, step.mark, fold(node.nodeValue ?? ''))
    else if (node.nodeType === 1) {
      const mark = (node as Element).getAttribute(MARK) ?? step.mark
      const inline = INLINE.has((node as Element).localName)
      addTo(runs, mark, inline ? '' : '\n')
      if (!inline) stack.push({ node: null, mark }, { node: null, mark: step.mark })
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push({ node: child, mark })
    }
  }
  return new Map([...runs].map(([mark, texts]) => [mark, `\n${texts.join('')}\n`]))
}
