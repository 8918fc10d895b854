/**
 * Paid part: how much the page shows of what its paywall markup names.
 *
 * In:    the page tree, JSON-LD.
 * Out:   words of the elements named by `hasPart.cssSelector` (schema.org) as not free; null where none is named or none
 * stands in the page. Of a selector its last class or id counts; anything else is not understood.
 */
import { nodesIn, strings, type JsonLd } from '../metadata/json-ld.js'
import { ancestors, attribute, descendants, type PageNode } from '../page-tree.js'

export function paidWords(root: PageNode, jsonLd: JsonLd): number | null {
  const selectors = jsonLd.nodes
    .flatMap((node) => nodesIn(node['hasPart']))
    .filter((part) => isNotFree(part['isAccessibleForFree']))
    .flatMap((part) => strings(part['cssSelector']))
    .flatMap((selector) => selector.split(','))
    .flatMap((selector) => LAST_NAME.exec(selector.trim())?.[0] ?? [])
  if (selectors.length === 0) return null
  const named = [...descendants(root)].filter((node) => selectors.some((name) => matches(node, name)))
  const outermost = named.filter((node) => ![...ancestors(node)].some((around) => named.includes(around)))
  return named.length === 0 ? null : outermost.reduce((sum, node) => sum + node.words, 0)
}

/** `.paid`, `#rest`, `article .paid`, `div.paid` */
const LAST_NAME = /[.#][\w-]{1,100}$/u

/** `isAccessibleForFree` as pages write that it is not. */
export function isNotFree(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no)$|\/False$/iu.test(value.trim()))
}

function matches(node: PageNode, selector: string): boolean {
  const name = selector.slice(1)
  return selector.startsWith('#')
    ? attribute(node, 'id') === name
    : attribute(node, 'class').split(/\s+/u).includes(name)
}
