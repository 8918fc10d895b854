/** Which words of a tree are predicates, what helps them along, and which verbs govern them. */
import { isRelation, type Node, type Tree } from '../parse/tree.js'

/** Relations by which a clause hangs on something. */
const clausal = 'root ccomp xcomp advcl acl csubj parataxis conj dep appos list'.split(' ')

export function isClause(node: Node): boolean {
  return clausal.some((name) => isRelation(node.label, name))
}

/** Verbs that head a clause, and nouns and adjectives with a form of `be` or a subject. */
export function predicatesOf(tree: Tree): Node[] {
  return tree.nodes.filter((node) => {
    if (isHelper(node) || !isClause(node)) return tree.by(node, 'cop').length > 0
    if (node.pos === 'VERB' || node.pos === 'AUX') return !isAttribute(tree, node)
    return tree.by(node, 'cop', 'nsubj', 'csubj').length > 0
  })
}

/** Verbs before a noun: "the disputed vote". */
function isAttribute(tree: Tree, node: Node): boolean {
  const head = tree.headOf(node)
  return node.label === 'conj' && head?.label === 'amod'
}

function isHelper(node: Node): boolean {
  return isRelation(node.label, 'aux') || node.label === 'cop'
}

/** The verbs over an open complement that share its subject, outermost first: "agreed to try to leave"; not "urged them to leave". */
export function governorsOf(tree: Tree, predicate: Node): Node[] {
  const governors: Node[] = []
  for (let at = predicate; ;) {
    const head = tree.headOf(at)
    if (at.label !== 'xcomp' || !head || (head.pos !== 'VERB' && head.pos !== 'ADJ')) return governors
    if (tree.by(head, 'obj', 'iobj').length > 0) return governors
    governors.unshift(head)
    at = head
  }
}

/** The outermost verb of the chain that a predicate ends. */
export function chainTop(tree: Tree, predicate: Node): Node {
  return governorsOf(tree, predicate)[0] ?? predicate
}

/** Coordinated predicates share what stands before the first: the one before, or undefined. */
export function firstOfConjuncts(tree: Tree, node: Node): Node | undefined {
  return node.label === 'conj' ? tree.headOf(node) : undefined
}

export function isPassive(tree: Tree, node: Node): boolean {
  if (tree.by(node, 'nsubj:pass', 'aux:pass', 'csubj:pass', 'obl:agent').length > 0) return true
  if (node.label === 'acl' && node.tag === 'VBN') return true
  const first = firstOfConjuncts(tree, node)
  if (first === undefined || node.tag !== 'VBN' || tree.by(node, 'nsubj', 'aux').length > 0) return false
  return first.tag === 'VBN' && isPassive(tree, first)
}
