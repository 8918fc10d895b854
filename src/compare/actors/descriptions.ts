/** What a sentence says an actor is: descriptions before and behind the name, adjectives, relative clauses, predicates. */
import { isRelation, spanOf, type Node, type Tree } from '../../english/parse/tree.js'
import { negations } from '../../english/negation.js'
import type { Word } from '../../english/propositions/proposition.js'
import { ranks } from '../../english/roles.js'
import type { ActorModifier } from '../../model/actor.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import { readingOf } from '../../english/reading.js'
import type { Reference } from './references.js'

export type Description = Span & {
  readonly kind: ActorModifier['kind']
  readonly words: string
  /** Words of the description, base forms in lower case. */
  readonly lemmas: ReadonlySet<string>
  /** The word that the others hang on: `mayor` of "the port's outspoken mayor". */
  readonly head: Word
}

/** Characters: longer clauses say something of the event, not who somebody is. */
const longest = 160

export function descriptionsOf(reference: Reference): readonly Description[] {
  const { heads } = reference
  return [...heads.flatMap((head) => besideHead(reference, head)), ...predicates(reference)].filter(
    ({ start, end }) => end - start <= longest,
  )
}

function besideHead(reference: Reference, head: Node): readonly Description[] {
  const { tree, heads } = reference
  const [name] = heads
  const own = head === name ? [] : [apposition(reference, head)]
  return [
    ...own.flatMap((found) => found ?? []),
    ...tree.children(head).flatMap((child): readonly Description[] => {
      if (isAdjective(child, reference))
        return head === name ? [describe(reference, 'adjective', [child], child)] : []
      if (child.label === 'nmod:desc' || (isRelation(child.label, 'compound') && head === name))
        return before(reference, child)
      if (!isClauseBeside(child)) return []
      return [describe(reference, 'clause', phrase(tree, child, isMark), child)]
    }),
  ]
}

function isAdjective(node: Node, reference: Reference): boolean {
  const says = node.pos === 'ADJ' || node.pos === 'VERB' || node.pos === 'NOUN'
  return node.label === 'amod' && says && overlap(node, reference) === 0
}

function isClauseBeside({ label, tag }: Node): boolean {
  return label === 'acl:relcl' || (label === 'acl' && (tag === 'VBN' || tag === 'VBG'))
}

/** "special counsel" before a name; of a title that is part of the label its adjectives alone. */
function before(reference: Reference, child: Node): readonly Description[] {
  const { tree } = reference
  if (overlap(child, reference) === 0 && child.pos !== 'PROPN')
    return [describe(reference, 'apposition', withRank(tree, phrase(tree, child)), child)]
  const adjectives = tree.children(child).filter((one) => isAdjective(one, reference))
  return adjectives.map((one) => describe(reference, 'adjective', [one], one))
}

/** "acting" of "acting chief of staff Ann Lowe" hangs on the verb for the parser. */
function withRank({ nodes }: Tree, inside: readonly Node[]): readonly Node[] {
  const before = nodes[(inside[0]?.index ?? 0) - 1]
  return before && ranks.has(before.lower) ? [before, ...inside] : inside
}

/** Null for "Lowe, at the time" and "Lowe for president", which the parser takes for one. */
function apposition(reference: Reference, head: Node): Description | null {
  if (reference.tree.by(head, 'case').some(({ tag }) => tag !== 'POS')) return null
  const inside = phrase(
    reference.tree,
    head,
    (child) =>
      isRelation(child.label, 'appos') || child.label === 'acl:relcl' || overlap(child, reference) > 0,
  )
  const [whole = head] = head.lower === 'one' ? reference.tree.by(head, 'nmod') : []
  return describe(reference, 'apposition', inside, whole)
}

/** "Lowe is a critic of the deal", "the mayor was furious": not where it is denied. */
function predicates(reference: Reference): readonly Description[] {
  const { view, sentence, tree, heads } = reference
  return readingOf(view.article)
    .propositions(sentence)
    .filter(({ predicate, isNegated }) => predicate.kind !== 'verb' && !isNegated)
    .filter((one) =>
      one.arguments.some(
        ({ role, head }) => role === 'subject' && heads.some(({ start }) => start === head.start),
      ),
    )
    .flatMap(({ predicate }) => {
      const node = tree.at(predicate)
      if (!node || heads.includes(node) || isNone(tree, node)) return []
      return [describe(reference, 'predicate', phrase(tree, node, isBesidePredicate), node)]
    })
}

/** "Lowe is no stranger here". */
function isNone(tree: Tree, node: Node): boolean {
  return tree.children(node).some(({ label, lemma }) => label === 'det' && negations.has(lemma))
}

function isBesidePredicate(child: Node): boolean {
  return ['nsubj', 'csubj', 'cop', 'aux', 'advcl', 'mark', 'parataxis', 'ccomp', 'conj', 'cc', 'advmod'].some(
    (name) => isRelation(child.label, name),
  )
}

function isMark({ label }: Node): boolean {
  return label === 'parataxis'
}

const outside = new Set(['det', 'case', 'mark', 'cc'])

/** What hangs on a node without the marks at its ends, its article and its preposition. */
function phrase(tree: Tree, node: Node, stop: (child: Node) => boolean = () => false): readonly Node[] {
  const all = tree.under(node, stop)
  const isEdge = (one: Node | undefined): boolean =>
    one !== undefined &&
    one !== node &&
    (one.label === 'punct' || (outside.has(one.label) && one.head === node.index))
  let [from, to] = [0, all.length]
  while (isEdge(all[from])) from++
  while (isEdge(all[to - 1])) to--
  return all.slice(from, to)
}

function describe(
  { view }: Reference,
  kind: Description['kind'],
  nodes: readonly Node[],
  head: Node,
): Description {
  const span = spanOf(nodes)
  return {
    ...span,
    kind,
    words: view.text.slice(span.start, span.end).replace(/\s+/gu, ' '),
    lemmas: new Set(nodes.map(({ lemma }) => lemma.toLowerCase())),
    head: { start: head.start, end: head.end, lemma: head.lemma.toLowerCase() },
  }
}
