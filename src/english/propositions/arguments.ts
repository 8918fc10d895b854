/** Who and what a predicate has around it, by role: passives turned round, coordinated phrases apart, shared subjects filled in. */
import { isRelation, spanOf, type Node, type Tree } from '../parse/tree.js'
import { chainTop, firstOfConjuncts, isClause, isPassive } from './predicates.js'
import type { Argument, Role, Word } from './proposition.js'
import { timeWords } from '../calendar.js'
import { knownPlace } from '../places.js'
import { wordFile } from '../word-lists.js'

export function wordOf(node: Node): Word {
  return { start: node.start, end: node.end, lemma: node.lemma }
}

export function argumentsOf(tree: Tree, predicate: Node): Argument[] {
  const top = chainTop(tree, predicate)
  const found: Argument[] = subjectsOf(tree, top, predicate)
  const add = (role: Role, node: Node): void => {
    for (const one of conjuncts(tree, node)) found.push(argument(tree, role, one, false))
  }
  for (const child of tree.children(predicate)) {
    const [main] = child.label.split(':')
    if (main === 'obj') add('object', child)
    else if (main === 'iobj') add('recipient', child)
    else if (isAgent(tree, predicate, child)) add('subject', child)
    else if (main === 'obl' || child.label === 'nmod:unmarked') add(circumstance(tree, child), child)
    else if (main === 'nmod' && predicate.pos !== 'VERB') add(circumstance(tree, child), child)
    else if (main === 'advmod' && isTime(tree, child)) add('time', child)
    else if (main === 'ccomp' || (main === 'xcomp' && hasOwnObject(tree, predicate))) add('complement', child)
    else if (main === 'xcomp' && child.pos !== 'VERB') add('complement', child)
  }
  return withAntecedent(tree, predicate, found).sort((a, b) => a.start - b.start)
}

/** "by troops" beside a passive; not "by Friday". */
function isAgent(tree: Tree, predicate: Node, child: Node): boolean {
  if (child.label === 'obl:agent') return true
  const isBy = child.label === 'obl' && tree.by(child, 'case').some((word) => word.lower === 'by')
  return isBy && isPassive(tree, predicate) && !isTime(tree, child)
}

function hasOwnObject(tree: Tree, node: Node): boolean {
  return tree.by(node, 'obj', 'iobj').length > 0
}

function circumstance(tree: Tree, node: Node): Role {
  return isTime(tree, node) ? 'time' : isPlace(tree, node) ? 'place' : 'oblique'
}

/** Subjects of the outermost verb; a passive's subject is what is acted on. */
function subjectsOf(tree: Tree, top: Node, predicate: Node): Argument[] {
  const role: Role = isPassive(tree, predicate) ? 'object' : 'subject'
  const own = tree.by(top, 'nsubj', 'csubj').filter((child) => child.label !== 'nsubj:outer')
  if (own.length > 0)
    return own.flatMap((child) => {
      const antecedent = isRelative(child) ? antecedentOf(tree, top) : undefined
      const real = antecedent ?? child
      return conjuncts(tree, real).map((one) => argument(tree, role, one, antecedent !== undefined))
    })
  const shared = sharedSubject(tree, top)
  return shared ? conjuncts(tree, shared).map((one) => argument(tree, role, one, true)) : []
}

/** The subject of a verb that prints none: of the first coordinated verb, of the noun it stands behind, of the verb above. */
export function sharedSubject(tree: Tree, node: Node, depth = 0): Node | undefined {
  const head = tree.headOf(node)
  if (!head || depth > 8) return undefined
  if (isRelation(node.label, 'acl')) {
    const isAction = node.tag === 'VBG' || node.tag === 'VBN'
    return isAction ? head : undefined
  }
  if (isRelation(node.label, 'advcl')) {
    // "was used to open": who opens is not said.
    const isShared = node.tag === 'VBG' || node.tag === 'VBN' || (node.tag === 'VB' && !isPassive(tree, head))
    return isShared ? subjectOf(tree, head, depth) : undefined
  }
  if (node.label === 'xcomp') {
    const controller = tree.by(head, 'obj', 'iobj')[0]
    return controller ?? subjectOf(tree, head, depth)
  }
  if (firstOfConjuncts(tree, node)) return subjectOf(tree, head, depth)
  return undefined
}

/** The subject of a clause: printed, the noun of its relative clause, or shared with a verb above. */
export function subjectOf(tree: Tree, verb: Node, depth = 0): Node | undefined {
  const top = chainTop(tree, verb)
  const own = tree.by(top, 'nsubj')[0]
  if (own) return isRelative(own) ? (antecedentOf(tree, top) ?? own) : own
  return sharedSubject(tree, top, depth + 1)
}

/** "the deal he signed", "the deal which he signed": the noun is the object. */
function withAntecedent(tree: Tree, predicate: Node, found: readonly Argument[]): Argument[] {
  const antecedent = antecedentOf(tree, chainTop(tree, predicate))
  if (!antecedent) return [...found]
  const isPronoun = (one: Argument): boolean => one.role === 'object' && isRelativeWord(tree, one.start)
  const others = found.filter((one) => !isPronoun(one))
  const isFull = others.some((one) => one.role === 'object' || one.head.start === antecedent.start)
  const takesObject = predicate.pos === 'VERB' && tree.by(predicate, 'ccomp', 'obl').length === 0
  if (isFull || (others.length === found.length && !takesObject)) return [...found]
  return [...others, argument(tree, 'object', antecedent, true)]
}

function isRelativeWord(tree: Tree, start: number): boolean {
  return tree.nodes.some((node) => node.start === start && isRelative(node))
}

export function isRelative(node: Node): boolean {
  return (
    node.tag === 'WDT' ||
    node.tag === 'WP' ||
    (node.pos === 'PRON' && (node.lower === 'that' || node.lower === 'who' || node.lower === 'which'))
  )
}

function antecedentOf(tree: Tree, clause: Node): Node | undefined {
  let at: Node | undefined = clause
  while (at?.label === 'conj') at = tree.headOf(at)
  return at && isRelation(at.label, 'acl:relcl') ? tree.headOf(at) : undefined
}

/** A phrase and those coordinated with it: "Kyiv and Moscow". */
function conjuncts(tree: Tree, node: Node): Node[] {
  return [node, ...tree.by(node, 'conj').filter((child) => !hasSubject(tree, child))]
}

function hasSubject(tree: Tree, node: Node): boolean {
  return tree.by(node, 'nsubj', 'csubj').length > 0
}

function argument(tree: Tree, role: Role, node: Node, shared: boolean): Argument {
  const alias = tree.by(node, 'appos')[0]
  return {
    ...spanOf(phrase(tree, node)),
    role,
    head: wordOf(node),
    ...(alias ? { alias: wordOf(alias) } : {}),
    ...(shared ? { shared: true as const } : {}),
  }
}

/** What stands beside a noun for the clause it is the predicate of, or leads it in. */
const outside = new Set(['case', 'mark', 'cop', 'aux', 'nsubj', 'advmod'])

/** A noun phrase without its prepositions, its coordinated sisters, relative clauses, asides and marks. */
function phrase(tree: Tree, node: Node): Node[] {
  const isOutside = (child: Node): boolean => {
    if (child.label === 'punct' || child.label === 'conj' || child.label === 'cc') return true
    if (isClause(child) && child.label !== 'acl' && node.pos !== 'VERB') return true
    return child.head === node.index && !isClause(node) && outside.has(child.label.split(':')[0] ?? '')
  }
  return tree.under(node, isOutside)
}

const file = wordFile('circumstances.txt')
const prepositions = file.words('prepositions')
const sites = file.words('sites')

export function isTime(tree: Tree, node: Node): boolean {
  if (timeWords.has(node.lemma.toLowerCase())) return true
  return node.tag === 'CD' && /^(?:1[5-9]|20)\d\d$/.test(node.lower) && tree.by(node, 'case').length > 0
}

function isPlace(tree: Tree, node: Node): boolean {
  const before = tree.by(node, 'case')[0]
  if (before === undefined || !prepositions.has(before.lower)) return false
  return sites.has(node.lemma.toLowerCase()) || (node.pos === 'PROPN' && knownPlace(node.surface) !== null)
}
