/**
 * One word of linked sentences that changes what is claimed: `naming`, "an interim director" and "a successor", "potential arson" and
 * "arson". The word is an adjective of a closed class (data/english/modifiers.txt); the two nouns are one, or stand in one place of one act.
 * Never: a report that has such a word for the thing anywhere, or that withholds it in another way in the sentence.
 */
import { conditions } from '../../english/conditions.js'
import { withoutDateline } from '../../english/dateline.js'
import { isHedged } from '../../english/hedges.js'
import { kindsOf } from '../../english/nouns.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import type { Proposition } from '../../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { wordFile } from '../../english/word-lists.js'
import { presentCells } from '../../likeness/columns.js'
import { levels } from '../../likeness/levels.js'
import { likeness, termOf } from '../../likeness/terms.js'
import { inHeadline, sentenceIndex, type ArticleView } from '../../likeness/view.js'
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import { once } from '../../text/once.js'
import { firstBy } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { contains } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft, evidenceAt } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'

const groupOf: ReadonlyMap<string, string> = new Map(
  [...wordFile('modifiers.txt').groups('non-subsective')].flatMap(([group, words]) =>
    words.map((word) => [word, group] as const),
  ),
)

/** How sure a cell must be: less than to call a thing missing, since the nouns themselves are held against each other. */
const leastSure = 0.7
/** Pairs of clauses of a row that are looked at, and characters of the words around that are shown. */
const [mostPairs, mostOfFrame] = [40, 160]

export const wording: Lens = {
  name: 'wording',
  asks: () => ({
    naming: [
      `In a row whose cells are as sure as ${printed(leastSure)}, one report’s noun has an adjective such as interim, alleged or proposed, and another’s has none; it is the same noun, or stands in the same place of the same act.`,
      'The other report has no such word for it anywhere, and no word of doubt or condition in the sentence.',
    ],
  }),
  find: (context) => context.alignment.claims.flatMap((column) => look(context, column)),
}

type Told = {
  readonly view: ArticleView
  readonly mention: Mention
  readonly tree: Tree
  readonly said: readonly Proposition[]
}

function toldIn(view: ArticleView, mention: Mention): readonly Told[] {
  const sentence = view.sentences[sentenceIndex(view, mention)]
  if (!sentence || isTooLong(sentence) || inHeadline(view, mention.start)) return []
  const reading = readingOf(view.article)
  return [{ view, mention, tree: reading.tree(sentence), said: reading.propositions(sentence) }]
}

function look(context: Context, column: ClaimColumn): readonly Draft[] {
  const told = presentCells(column)
    .filter(([, cell]) => cell.confidence >= leastSure && cell.stance === 'asserts')
    .flatMap(([id, { mentions }]) => {
      const view = context.view(id)
      return view ? mentions.flatMap((mention) => toldIn(view, mention)) : []
    })
  const [first] = pairsOf(told)
    .filter(([a, b]) => context.texts([a.view.id, b.view.id]) > 1)
    .slice(0, mostPairs)
    .flatMap(([a, b]) => [...without(a, b), ...without(b, a)])
  return first ? [toDraft(context, column, first)] : []
}

type Changed = {
  readonly sides: readonly [Told, Told]
  readonly nouns: readonly [Node, Node]
  readonly group: string
}

/** Nouns of the one with such an adjective, and what stands for them in the other without. */
function without(a: Told, b: Told): readonly Changed[] {
  if (isHedged(b.tree.nodes) || b.tree.nodes.some(({ lower }) => conditions.has(lower))) return []
  return nounsOf(a).flatMap((noun): readonly Changed[] => {
    const [group] = groupsAt(a.tree, noun)
    const other = group === undefined ? undefined : counterpart(a, noun, b)
    if (group === undefined || other === undefined) return []
    const named = qualified(b.view)
    return [noun, other].some(({ lemma }) => named.has(`${group} ${lemma}`))
      ? []
      : [{ sides: [a, b], nouns: [noun, other], group }]
  })
}

const nounsOf = ({ mention, tree }: Told): readonly Node[] =>
  tree.nodes.filter((node) => node.pos === 'NOUN' && contains(mention, node))

function groupsAt(tree: Tree, noun: Node): readonly string[] {
  if (noun.pos !== 'NOUN') return []
  return tree.by(noun, 'amod', 'compound').flatMap(({ lower }) => groupOf.get(lower) ?? [])
}

/** The nouns of a report that have such an adjective somewhere. */
const qualified = once(({ article }: ArticleView): ReadonlySet<string> => {
  const trees = article.sentences.flatMap((one) => (isTooLong(one) ? [] : readingOf(article).tree(one)))
  return new Set(
    trees.flatMap((tree) =>
      tree.nodes.flatMap((noun) => groupsAt(tree, noun).map((group) => `${group} ${noun.lemma}`)),
    ),
  )
})

/** The same noun in the same place or of the same act, or one for a thing of its kind in both; of several the nearest act's. */
function counterpart(a: Told, noun: Node, b: Told): Node | undefined {
  const places = placesOf(a, noun)
  const kinds = kindsOf(noun.lemma)
  const best = firstBy(
    nounsOf(b)
      .filter(({ tag }) => tag === noun.tag)
      .flatMap((other) => {
        const isOne = other.lemma === noun.lemma
        const isOfKind = kindsOf(other.lemma).some((kind) => kinds.includes(kind))
        return placesOf(b, other).flatMap(({ place, act }) =>
          places.flatMap((own) => {
            const near = likeness(own.act, act)
            const [isInPlace, isOfAct] = [own.place === place, near >= levels.term]
            return (isOne ? isInPlace || isOfAct : isOfKind && isInPlace && isOfAct) ? [{ other, near }] : []
          }),
        )
      }),
    ({ near, other }) => [-near, other.index],
  )
  return best?.other
}

/** What it is to which verbs: `object`, or the preposition before it. */
function placesOf({ tree, said }: Told, noun: Node) {
  const [preposition] = tree.by(noun, 'case')
  return said.flatMap(({ predicate, arguments: parts }) =>
    parts
      .filter(({ head }) => tree.at(head) === noun)
      .map(({ role }) => ({
        place: preposition?.lower ?? role,
        act: termOf({ norm: predicate.lemma, proper: false }),
      })),
  )
}

function toDraft(context: Context, column: ClaimColumn, { sides, nouns, group }: Changed): Draft {
  const shown = sides.map(({ view, tree }, at) => {
    const noun = nouns[at] ?? nouns[0]
    const own = tree.by(noun, 'amod', 'compound', 'nummod').filter(({ index }) => index < noun.index)
    return view.text.slice(Math.min(noun.start, ...own.map(({ start }) => start)), noun.end)
  })
  const [{ view, mention }] = sides
  const { start, end } = withoutDateline(view.text, mention)
  const words = view.text.slice(start, end)
  const frame = words.replace(shown[0] ?? '', '…')
  return draft(context, {
    kind: 'naming',
    severity: 'naming',
    column: column.id,
    evidence: sides.map((side) => evidenceAt(side.view, side.mention, 'asserts')),
    confidence: 0.8,
    detail: {
      referent: frame.length > mostOfFrame ? '' : frame,
      labels: Object.fromEntries(sides.map((side, at) => [side.view.id, [shown[at] ?? '']])),
    },
    matter: `wording ${group} ${nouns[0].lemma}`,
    front: true,
  })
}
