/**
 * Paid part: how much the page shows of what its paywall markup names.
 *
 * In:    the page tree, JSON-LD. Out: words of the largest element named by `hasPart.cssSelector` (schema.org), null where none is named.
 * Only selectors of one class or id are understood, which is what the markup's guidance asks for.
 */
import { nodesIn, strings, type JsonLd } from '../metadata/json-ld.js'
import { descendants, type PageNode } from '../page-tree.js'

export function paidWords(root: PageNode, jsonLd: JsonLd): number | null {
  const selectors = jsonLd.nodes
    .flatMap((node) => nodesIn(node['hasPart']))
    .flatMap((part) => strings(part['cssSelector']))
    .filter((selector) => /^[.#][\w-]+$/u.test(selector.trim()))
  if (selectors.length === 0) return null
  let most = 0
  for (const node of descendants(root))
    if (selectors.some((selector) => matches(node.element, selector.trim())))
      most = Math.max(most, node.words)
  return most
}

function matches(element: Element, selector: string): boolean {
  const name = selector.slice(1)
  return selector.startsWith('#')
    ? element.getAttribute('id') === name
    : (element.getAttribute('class') ?? '').split(/\s+/u).includes(name)
}
