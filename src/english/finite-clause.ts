/**
 * Whether a parsed clause has a finite verb ("is", "signed", "may sign"); infinitives, participles and bare nouns tell nothing
 * by themselves. The rules for words that are tagged and not parsed stand in finite-verbs.ts.
 *
 * In: a tree, one of its propositions. Out: true or false.
 */
import type { Node, Tree } from './parse/tree.js'
import { sharesHelpers } from './propositions/negations.js'
import { firstOfConjuncts } from './propositions/predicates.js'
import type { Proposition } from './propositions/proposition.js'

const finite: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** The clause's own verb, or the outermost over it: "agreed to leave". */
export function isFinite(tree: Tree, { predicate, governors }: Proposition): boolean {
  const { start } = governors[0] ?? predicate
  const node = tree.nodes.find((one) => one.start === start)
  return node !== undefined && isFiniteVerb(tree, node)
}

/** By its own form or that of a helper. */
export function isFiniteVerb(tree: Tree, node: Node): boolean {
  if ([node, ...tree.by(node, 'aux', 'cop')].some(({ tag }) => finite.has(tag))) return true
  const first = firstOfConjuncts(tree, node)
  return first !== undefined && sharesHelpers(tree, first, node) && isFiniteVerb(tree, first)
}

/** Has a finite verb anywhere: no caption, no list of names, no link. */
export function isStatement({ nodes }: Tree): boolean {
  return nodes.some(({ tag }) => finite.has(tag))
}
