/** In: a word of a parsed sentence. Out: the few words around it that a reader needs to see it in its place. */
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import type { Span } from '../../model/span.js'

const describing = ['amod', 'compound', 'nmod', 'nummod', 'flat']
const outside = ['acl', 'advcl', 'conj', 'cc', 'appos', 'parataxis', 'punct']
/** Characters: of longer phrases what stands before the noun is enough. */
const longest = 60

/** A noun with what describes it, without article and clauses; an adjective with its noun. */
export function nounPhrase(tree: Tree, node: Node): Span {
  const over = node.pos === 'ADJ' ? tree.headOf(node) : undefined
  if (over) return spanOf([node, over])
  const parts = tree.children(node).filter(({ label }) => isOneOf(label, describing))
  const whole = spanOf([node, ...parts.flatMap((part) => inside(tree, part))])
  if (whole.end - whole.start <= longest) return whole
  return spanOf([node, ...parts.filter(({ start }) => start < node.start)])
}

/** From a verb to the name or noun that it has in common with another verb, or the other way round. */
export function verbPhrase(tree: Tree, nodes: readonly Node[]): Span {
  return spanOf(nodes.flatMap((node) => (node.pos === 'VERB' ? [node] : nameOf(tree, node))))
}

/** "Sen. Chuck Grassley", "the full report": without what stands behind it with a preposition. */
function nameOf(tree: Tree, node: Node): readonly Node[] {
  const parts = tree.children(node).filter((child) => isOneOf(child.label, ['flat', 'compound', 'amod']))
  return [node, ...parts.flatMap((part) => inside(tree, part))]
}

function inside(tree: Tree, node: Node): readonly Node[] {
  return tree.under(node, ({ label }) => isOneOf(label, outside))
}

function isOneOf(label: string, names: readonly string[]): boolean {
  return names.some((name) => isRelation(label, name))
}
