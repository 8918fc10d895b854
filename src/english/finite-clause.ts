/** Whether a parsed clause has a finite verb ("is", "signed", "may sign"): infinitives, participles, bare nouns alone tell nothing. */
import type { Node, TaggedWord, Tree } from './parse/tree.js'
import { sharesHelpers } from './propositions/negations.js'
import { firstOfConjuncts } from './propositions/predicates.js'
import type { Proposition } from './propositions/proposition.js'

const finite: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** `said`, `is`, `have`; not `to say`, `saying`, or the second verb of a group (`has said`). */
export function isFiniteForm({ tag }: TaggedWord): boolean {
  return finite.has(tag)
}

export function hasFinite(words: readonly TaggedWord[]): boolean {
  return words.some(isFiniteForm)
}

/** The clause's own verb, or the outermost over it: "agreed to leave". */
export function isFinite(tree: Tree, { predicate, governors }: Proposition): boolean {
  const node = tree.at(governors[0] ?? predicate)
  return node !== undefined && isFiniteVerb(tree, node)
}

/** By its own form or that of a helper. */
export function isFiniteVerb(tree: Tree, node: Node): boolean {
  if (hasFinite([node, ...tree.by(node, 'aux', 'cop')])) return true
  const first = firstOfConjuncts(tree, node)
  return first !== undefined && sharesHelpers(tree, first, node) && isFiniteVerb(tree, first)
}

/** Has a finite verb anywhere: no caption, no list of names, no link. */
export function isStatement({ nodes }: Tree): boolean {
  return hasFinite(nodes)
}
