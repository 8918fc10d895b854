/**
 * Plain elements: custom elements (`x-paragraph`, `amp-img`) become the plain ones they stand for.
 *
 * In:    a document, which is changed. Out: nothing.
 * Never: loses text, attributes or the element's name: the name joins the classes, since sites name parts of a page by it.
 *
 * Reason: neither Readability nor the block walk can know whether a custom element is a paragraph or a word in one. It is a
 * word where it stands beside text and holds no block; everywhere else it is a block.
 */
import { INLINE } from './page-tree.js'

/** A heading that opens what it heads holds a button around its words. */
const HEADING = /^h[2-6]$/u

/** More elements than any page needs; a page of nothing else is read as it is. */
const MAX_ELEMENTS = 5000

export function plainElements(document: Document): void {
  const all = [...elementsBelow(document.body)]
  for (const element of all)
    if (element.localName === 'button' && HEADING.test(element.parentElement?.localName ?? ''))
      replace(document, element, 'span')
  const custom = all.filter((element) => element.localName.includes('-'))
  if (custom.length > MAX_ELEMENTS) return
  const texts = new Map<Node, boolean>()
  const inline = new Set(
    custom.filter((element) => standsBesideText(element, texts) && holdsNoBlock(element)),
  )
  for (const element of custom) replace(document, element, plainName(element, inline))
}

function plainName(element: Element, inline: ReadonlySet<Element>): string {
  if (element.localName === 'amp-img' || element.localName === 'amp-anim') return 'img'
  return inline.has(element) ? 'span' : 'div'
}

/** `known` keeps the answer for each parent. */
function standsBesideText({ parentNode }: Element, known: Map<Node, boolean>): boolean {
  if (!parentNode) return false
  const answer =
    known.get(parentNode) ??
    [...parentNode.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')
  known.set(parentNode, answer)
  return answer
}

function holdsNoBlock(element: Element): boolean {
  for (const { localName } of elementsBelow(element))
    if (!INLINE.has(localName) && !localName.includes('-')) return false
  return true
}

/** In document order. jsdom's live collections take time that grows with the square of their length. */
function* elementsBelow(root: Element): Generator<Element> {
  let node: Element | null = root
  while (node) {
    const down: Element | null = node.firstElementChild
    if (down) node = down
    else {
      while (node && node !== root && !node.nextElementSibling) node = node.parentElement
      node = node === root ? null : (node?.nextElementSibling ?? null)
    }
    if (node) yield node
  }
}

function replace(document: Document, element: Element, name: string): void {
  const plain = document.createElement(name)
  for (const { name: attribute, value } of element.attributes) {
    // Names that no plain element may carry stay behind; they say nothing that is read.
    if (/^[a-z][\w-]*$/iu.test(attribute)) plain.setAttribute(attribute, value)
  }
  plain.setAttribute('class', `${element.getAttribute('class') ?? ''} ${element.localName}`.trim())
  if (name !== 'img')
    for (let child = element.firstChild; child; child = element.firstChild) plain.append(child)
  element.replaceWith(plain)
}
