/**
 * From a parsed sentence to its propositions, in text order.
 *
 * In:    a Tree. Out: a Proposition for each verb and for each noun or adjective with a form of `be`.
 * Never: guesses beyond the sentence: "he" stays "he".
 */
import { isRelation, spanOf, type Node, type Tree } from '../parse/tree.js'
import { argumentsOf, wordOf } from './arguments.js'
import { creditOf } from './credits.js'
import { negationsOf, sharesHelpers } from './negations.js'
import { chainTop, firstOfConjuncts, governorsOf, isPassive, predicatesOf } from './predicates.js'
import type { Proposition, Word } from './proposition.js'

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

/** The clauses that say under what condition, and whether this clause is one itself. */
function conditionsOf(tree: Tree, top: Node): Proposition['conditions'] {
  const marker = (node: Node): string | undefined =>
    tree.by(node, 'mark').find((child) => conditional.has(child.lower))?.lower
  const own = marker(top)
  const beside = tree.by(top, 'advcl').flatMap((clause) => {
    const word = marker(clause)
    return word === undefined ? [] : [{ ...spanOf(tree.under(clause)), marker: word, isOwn: false }]
  })
  return own === undefined ? beside : [{ ...clauseSpan(tree, top), marker: own, isOwn: true }, ...beside]
}
