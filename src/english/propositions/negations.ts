/** What a sentence says is not so, and by which word: "not", "no one", "without", "failed to", "refused to", "denied that". */
import { isRelation, spanOf, type Node, type Tree } from '../parse/tree.js'
import { firstOfConjuncts, governorsOf } from './predicates.js'
import type { Span } from '../../model/span.js'
import { wordFile } from '../word-lists.js'

const file = wordFile('denials.txt')

const adverbs = file.words('adverbs')
/** Pronouns that stand for nobody and nothing. */
const nobody = file.words('nobody')
/** Verbs (and `unable`) that deny the infinitive behind them: "refused to sign". */
const beforeInfinitive = file.words('infinitives')

/** Verbs that deny the clause behind them. */
export const denials = file.words('clauses')

export function negationsOf(tree: Tree, predicate: Node): Span[] {
  const governors = governorsOf(tree, predicate)
  const before = tree.by(predicate, 'mark', 'case').find((child) => child.lower === 'without')
  const cues = [
    ...[...governors, predicate].flatMap((verb) => [...adverbsOn(tree, verb), ...emptyArguments(tree, verb)]),
    ...governors.filter(({ lemma }) => beforeInfinitive.has(lemma)),
    ...(before ? [before] : []),
  ]
  const above = tree.headOf(predicate)
  const isDenied = above && isRelation(predicate.label, 'ccomp') && denials.has(above.lemma)
  return [...cues, ...(isDenied ? [above] : [])].map((cue) => spanOf([cue]))
}

/** "not", also where coordinated verbs share it: "did not sign or approve". */
function adverbsOn(tree: Tree, verb: Node): Node[] {
  const own = tree
    .children(verb)
    .filter((child) => (adverbs.has(child.lower) && !isIdle(tree, child)) || isYetTo(tree, child))
  if (own.length > 0) return own
  const first = firstOfConjuncts(tree, verb)
  if (first === undefined || !sharesHelpers(tree, first, verb)) return []
  return tree.children(first).filter((child) => adverbs.has(child.lower) && !isIdle(tree, child))
}

/** "Has yet to sign". */
function isYetTo(tree: Tree, { lower, index }: Node): boolean {
  return lower === 'yet' && tree.nodes[index + 1]?.lower === 'to'
}

/** A coordinated verb in the same bare form, with no helper or subject of its own. */
export function sharesHelpers(tree: Tree, first: Node, verb: Node): boolean {
  const isBare = verb.tag === 'VB' || verb.tag === 'VBN' || verb.tag === 'VBG'
  return isBare && verb.tag === first.tag && tree.by(verb, 'aux', 'nsubj', 'cop', 'mark').length === 0
}

/** "not only", "not just", "whether or not", "can't help but think": nothing is denied. */
function isIdle(tree: Tree, cue: Node): boolean {
  const [before, next, second] = [-1, 1, 2].map((by) => tree.nodes[cue.index + by])
  const isNoChoice = next?.lower === 'help' && (second?.lower === 'but' || second?.tag === 'VBG')
  return isNoChoice || idleBefore.has(next?.lower ?? '') || before?.lower === 'or'
}

const idleBefore: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'simply', 'least'])

/** "No one was hurt", "nobody came", "they found no evidence", "none of them agreed", "not one of them came". */
function emptyArguments(tree: Tree, verb: Node): Node[] {
  return tree.by(verb, 'nsubj', 'obj', 'iobj', 'obl', 'nmod').flatMap((node) => {
    if (nobody.has(node.lower)) return [node]
    if (isRelation(node.label, 'nsubj') && node.index < verb.index) {
      // Behind a verb it is the verb's: "that is not the aim, peace is".
      const not = tree
        .by(node, 'advmod')
        .filter(
          (child) =>
            child.lower === 'not' &&
            !isIdle(tree, child) &&
            !['AUX', 'VERB'].includes(tree.nodes[child.index - 1]?.pos ?? ''),
        )
      if (not.length > 0) return not
    }
    // "The stove ran with no flame": it ran.
    if (tree.by(node, 'case').some(({ lower }) => lower === 'with')) return []
    const no = tree.by(node, 'det').find((child) => child.lower === 'no' || child.lower === 'neither')
    return no === undefined || node.lemma === 'doubt' ? [] : [no]
  })
}
