/** From a parsed sentence to a Proposition for each verb and each noun or adjective with a form of `be`, in text order. */
import { isRelation, spanOf, type Node, type Tree } from '../parse/tree.js'
import { argumentsOf, wordOf, sharedSubject } from './arguments.js'
import { negationsOf, sharesHelpers } from './negations.js'
import { chainTop, firstOfConjuncts, governorsOf, isPassive, predicatesOf } from './predicates.js'
import type { Proposition, Word, Credit } from './proposition.js'
import { stanceOf, speechVerbs } from '../telling-verbs.js'

export function propositionsOf(tree: Tree): Proposition[] {
  const predicates = predicatesOf(tree)
  const governing = new Set(predicates.flatMap((predicate) => governorsOf(tree, predicate)))
  return predicates.filter((predicate) => !governing.has(predicate)).map((predicate) => read(tree, predicate))
}

function read(tree: Tree, predicate: Node): Proposition {
  const governors = governorsOf(tree, predicate)
  const top = chainTop(tree, predicate)
  const negations = negationsOf(tree, predicate)
  const particle = tree.by(predicate, 'compound:prt')[0]
  return {
    ...clauseSpan(tree, top),
    predicate: { ...wordOf(predicate), kind: kindOf(predicate) },
    ...(particle ? { particle: wordOf(particle) } : {}),
    isPassive: isPassive(tree, predicate),
    governors: governors.map(wordOf),
    arguments: argumentsOf(tree, predicate),
    negations,
    isNegated: negations.length % 2 === 1,
    modals: [...new Set([...governors, predicate])].flatMap((verb) => modalsOf(tree, verb)),
    conditions: conditionsOf(tree, top),
    credit: creditOf(tree, top),
    relation: relationOf(tree, top),
  }
}

/** How the first of coordinated clauses hangs on the sentence. */
function relationOf(tree: Tree, top: Node): string {
  const first = firstOfConjuncts(tree, top)
  return first ? relationOf(tree, chainTop(tree, first)) : top.label
}

function kindOf({ pos }: Node): Proposition['predicate']['kind'] {
  if (pos === 'VERB' || pos === 'AUX') return 'verb'
  return pos === 'ADJ' || pos === 'ADV' ? 'adjective' : 'noun'
}

/** The clause without the clauses that stand beside or inside it for themselves. */
function clauseSpan(tree: Tree, top: Node): { start: number; end: number } {
  const isApart = (child: Node): boolean =>
    child.label === 'punct' ||
    isRelation(child.label, 'parataxis') ||
    (child.label === 'conj' && child.head === top.index) ||
    (child.label === 'cc' && child.head === top.index)
  return spanOf(tree.under(top, isApart))
}

/** `would`, `may`: own, or shared with the first of coordinated verbs. */
function modalsOf(tree: Tree, verb: Node): Word[] {
  const own = tree.by(verb, 'aux').filter((child) => child.tag === 'MD')
  if (own.length > 0) return own.map(wordOf)
  const first = firstOfConjuncts(tree, verb)
  return first && sharesHelpers(tree, first, verb) ? modalsOf(tree, first) : []
}

const conditional = new Set(['if', 'unless', 'whether', 'provided', 'until'])

/** The clauses that say under what condition, and this one where it is a condition itself. */
function conditionsOf(tree: Tree, top: Node): Proposition['conditions'] {
  const isOne = (node: Node): boolean => tree.by(node, 'mark').some(({ lower }) => conditional.has(lower))
  const beside = tree.by(top, 'advcl').filter(isOne)
  return [
    ...(isOne(top) ? [clauseSpan(tree, top)] : []),
    ...beside.map((clause) => spanOf(tree.under(clause))),
  ]
}

export function creditOf(tree: Tree, predicate: Node): Credit | null {
  const according = accordingTo(tree, predicate)
  if (according) return according
  for (let at = predicate; ;) {
    const head = tree.headOf(at)
    const aside = tree
      .by(at, 'parataxis')
      .find((child) => isTelling(child) && tree.by(child, 'nsubj').length > 0)
    if (aside && at !== aside) return credit(tree, aside)
    if (!head) return null
    if ((at.label === 'ccomp' || at.label === 'parataxis') && isTelling(head)) return credit(tree, head)
    at = head
  }
  return null
}

/** Verbs that introduce what somebody tells, thinks or wants. */
function isTelling(node: Node): boolean {
  return node.pos === 'VERB' && (speechVerbs.has(node.lemma) || stanceOf(node.lemma) !== null)
}

function credit(tree: Tree, teller: Node): Credit {
  const subject = tree.by(teller, 'nsubj', 'obl:agent')[0] ?? sharedSubject(tree, teller)
  const agent = isPassive(tree, teller) ? tree.by(teller, 'obl:agent')[0] : subject
  return { source: agent ? sourceSpan(tree, agent) : null, cue: wordOf(teller) }
}

function sourceSpan(tree: Tree, node: Node): { start: number; end: number } {
  return spanOf(
    tree.under(
      node,
      (child) => child.label === 'punct' || child.label === 'case' || child.label === 'acl:relcl',
    ),
  )
}

/** "according to police" beside the verb or one that it hangs on. */
function accordingTo(tree: Tree, predicate: Node): Credit | null {
  for (let at: Node | undefined = predicate; at !== undefined; at = tree.headOf(at)) {
    for (const child of tree.by(at, 'obl', 'nmod')) {
      const according = tree.by(child, 'case').find((word) => word.lower === 'according')
      if (according === undefined) continue
      const cue = { start: according.start, end: according.end, lemma: 'according-to' }
      return { source: sourceSpan(tree, child), cue }
    }
  }
  return null
}
