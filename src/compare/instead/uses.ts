/**
 * Nouns and adjectives of sentences that one row links, each with what ties it into its sentence. Dependency trees. A tie
 * is a relation and the word at its other end; a passive is turned round, and all names of one actor (actors/actors.ts)
 * are one word.
 */
import { stopwords } from '../../english/function-words.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import { countryOfDemonym } from '../../english/places.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import type { Column } from '../../model/alignment.js'
import type { Sentence } from '../../model/annotation.js'
import { fold } from '../../text/fold.js'
import { byKeys } from '../../text/order.js'
import { overlap } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { appearancesOf } from '../actors/appearances.js'
import { presentCells } from '../../likeness/columns.js'
import { sentenceIndex, type ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { once } from '../../text/once.js'

const kinds = ['NOUN', 'ADJ'] as const
export type Pos = (typeof kinds)[number]

export type Use = {
  readonly view: ArticleView
  readonly sentence: Sentence
  readonly tree: Tree
  readonly node: Node
  readonly pos: Pos
  readonly lemma: string
  /** By `obj veto`, `^obj cancel`: the word at the other end, below or (`^`) above. */
  readonly ties: ReadonlyMap<string, Node>
}

/** Cells less sure than this may be on two things. */
const sureCell = 0.5

/** What a tie to an actor starts with, whatever the relation. */
export const ofActor = 'of #'

/** All uses of a report that are tied to an actor by what describes them ("Russian meddling", "the fall of Dorn"). */
export function usesOfActors(context: Context, view: ArticleView): readonly Use[] {
  return view.sentences
    .flatMap((sentence) => usesOf(context)(view)(sentence))
    .filter(({ pos, ties }) => pos === 'NOUN' && [...ties.keys()].some((tie) => tie.startsWith(ofActor)))
}

/** Of each report the sentences that stand in the row. */
export function usesIn(context: Context, column: Column): readonly Use[] {
  return presentCells(column)
    .flatMap(([id, cell]) => {
      const view = context.view(id)
      if (!view || cell.confidence < sureCell) return []
      const places = new Set(cell.mentions.map((mention) => sentenceIndex(view, mention)))
      return [...places].flatMap((at) => view.sentences[at] ?? []).map((sentence) => ({ view, sentence }))
    })
    .sort(
      byKeys(
        ({ view }) => view.name,
        ({ view }) => view.id,
        ({ sentence }) => sentence.start,
      ),
    )
    .flatMap(({ view, sentence }) => usesOf(context)(view)(sentence))
}

const usesOf = once((context: Context) =>
  once((view: ArticleView) => {
    const actors = actorsIn(context, view)
    return once((sentence: Sentence) => usesOfSentence(view, sentence, actors))
  }),
)

/** Where a report means an actor: one word for it, whatever it is called, by the offset of the name's head. */
function actorsIn(context: Context, view: ArticleView): ReadonlyMap<number, string> {
  return new Map(
    appearancesOf(context).flatMap(({ identity, references }) =>
      (references.get(view) ?? []).flatMap(({ heads }) =>
        heads.map(({ start }) => [start, `#${fold(identity.name)}`] as const),
      ),
    ),
  )
}

function usesOfSentence(
  view: ArticleView,
  sentence: Sentence,
  actors: ReadonlyMap<number, string>,
): readonly Use[] {
  if (isTooLong(sentence)) return []
  const tree = readingOf(view.article).tree(sentence)
  const nameOf = (node: Node): string => {
    const country = countryOfDemonym(node.lower)
    return country === null ? (actors.get(node.start) ?? stem(node.lemma.toLowerCase())) : `#${fold(country)}`
  }
  return tree.nodes.flatMap((node): Use[] => {
    const pos = kinds.find((kind) => kind === node.pos)
    if (!pos || !says(node) || actors.has(node.start) || isPartOfMore(view, tree, node)) return []
    if (isQuoted(view, node)) return []
    const ties = tiesOf(tree, node, pos === 'NOUN' ? describing : [], nameOf)
    return ties.size === 0 ? [] : [{ view, sentence, tree, node, pos, lemma: node.lemma.toLowerCase(), ties }]
  })
}

function isQuoted({ inMarks }: ArticleView, node: Node): boolean {
  return inMarks.some((marked) => overlap(marked, node) > 0)
}

/** "old" of "14-year-old"; "employees" of "employees and contractors", "meddling" of "the meddling probe". */
function isPartOfMore({ text }: ArticleView, tree: Tree, node: Node): boolean {
  if (text[node.start - 1] === '-' || text[node.end] === '-') return true
  const isCut =
    relationOf(node) === 'conj' || relationOf(node) === 'compound' || tree.by(node, 'conj').length > 0
  return node.pos === 'NOUN' && isCut
}

/** What describes a noun. */
const describing = ['amod', 'compound', 'nmod', 'acl']
/** What a noun or an adjective is to the word above it. */
const above = { NOUN: ['nsubj', 'obj', 'iobj', 'obl', 'nmod'], ADJ: ['amod'] } as const

function tiesOf(
  tree: Tree,
  node: Node,
  below: readonly string[],
  nameOf: (node: Node) => string,
): ReadonlyMap<string, Node> {
  const ties = new Map<string, Node>()
  for (const child of tree.children(node))
    if (below.includes(relationOf(child)) && says(child)) ties.set(tieOf(tree, child, nameOf(child)), child)
  const over = tree.headOf(node)
  const places: readonly string[] = node.pos === 'ADJ' ? above.ADJ : above.NOUN
  if (over && says(over) && places.includes(relationOf(node)))
    ties.set(`^${withPreposition(tree, node)} ${nameOf(over)}`, over)
  return ties
}

function tieOf(tree: Tree, child: Node, name: string): string {
  const isOfActor = name.startsWith('#') && describing.includes(relationOf(child))
  return isOfActor ? `of ${name}` : `${withPreposition(tree, child)} ${name}`
}

/** "during the campaign" is no "by the campaign". */
function withPreposition(tree: Tree, node: Node): string {
  const preposition = tree.by(node, 'case')[0]?.lower
  return preposition === undefined ? relationOf(node) : `${relationOf(node)}:${preposition}`
}

/** A passive's subject is what is acted on. */
function relationOf({ label }: Node): string {
  if (label === 'nsubj:pass') return 'obj'
  if (label === 'obl:agent') return 'nsubj'
  return label.split(':')[0] ?? label
}

const telling = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN'])

function says({ pos, lower }: Node): boolean {
  return telling.has(pos) && !stopwords.has(lower) && /\p{L}{3}/u.test(lower)
}
