/**
 * What a figure is of, read from the tree of its sentence: what is counted, which verb and nouns it stands under, who acts,
 * what befell those counted, and what narrows the count.
 *
 * In: a tree and the figure's span. Out: its Role; an empty one where the span holds no word.
 */
import type { Span } from '../../model/span.js'
import { stopwords } from '../../english/function-words.js'
import { apartWords, earlierWords, lasting, takesLives } from '../../english/figure-words.js'
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import { tollOf, type Toll } from '../../english/tolls.js'
import { overlap } from '../../text/spans.js'
import { normalizeWord } from '../../text/tokens.js'
import { termOf, type Term } from '../../likeness/terms.js'

export type Role = {
  /** The noun that the number counts: `boats` of "nine wooden boats". */
  readonly counted: Node | null
  /** What it stands under, up to the verb, or what a copula says it is: "a lead of 1,204 votes", "the bill was 48 million". */
  readonly governors: readonly Term[]
  /** What a length of time is the length of: `talks` of "nineteen hours of talks" and "talks that lasted for 17 hours". */
  readonly measures: Term | null
  /** The subject of its verb where that is a name. */
  readonly actor: string | null
  /** Words that set it apart from another of its kind: "other", "40 more" (not "more than 40"), "previous". */
  readonly apart: ReadonlySet<string>
  /** Part of a whole: "24 of the injured", "two thirds of them". */
  readonly partitive: boolean
  /** What befell the people counted; null where the clause tells of nothing of the kind. */
  readonly toll: Toll | null
}

export const noRole: Role = {
  counted: null,
  governors: [],
  measures: null,
  actor: null,
  apart: new Set(),
  partitive: false,
  toll: null,
}

/** Steps up the tree from a figure to its verb. */
const steps = 4

export function roleOf(tree: Tree, span: Span): Role {
  const within = tree.nodes.filter((node) => overlap(node, span) > 0)
  const top = within.find((node) => !within.includes(tree.headOf(node) ?? node) || node.head < 0)
  if (!top) return noRole
  const head = countedBy(tree, top)
  const path = pathUp(tree, head)
  const verb = path.find(({ pos }) => pos === 'VERB')
  const subject = [verb, head].flatMap((node) => (node ? tree.by(node, 'nsubj') : []))[0]
  const isCopular = tree.by(head, 'cop').length > 0
  const governors = isCopular ? tree.by(head, 'nsubj') : path
  return {
    counted: head.pos === 'NOUN' || head.pos === 'PROPN' ? head : null,
    governors: governors.filter(({ lemma }) => !stopwords.has(lemma)).map(asTerm),
    measures: measuredBy(tree, head, verb),
    actor: subject?.pos === 'PROPN' ? subject.lower : null,
    apart: apartOf(tree, [top, head]),
    partitive: isPart(tree, head) || isPart(tree, top),
    toll: tollIn(tree, head, verb, subject),
  }
}

/** The noun that a number stands before; the number where it stands alone. */
function countedBy(tree: Tree, top: Node): Node {
  let node = top
  for (let n = 0; n < steps && ['nummod', 'compound'].some((name) => isRelation(node.label, name)); n++)
    node = tree.headOf(node) ?? node
  return node
}

/** What a node stands under, up to the first verb. */
function pathUp(tree: Tree, from: Node): readonly Node[] {
  const path: Node[] = []
  let node: Node | undefined = from
  while (node && node.pos !== 'VERB' && path.length < steps) {
    node = tree.headOf(node)
    if (node) path.push(node)
  }
  return path.filter(({ pos }) => pos === 'VERB' || pos === 'NOUN')
}

function measuredBy(tree: Tree, head: Node, verb: Node | undefined): Term | null {
  const of = tree.by(head, 'nmod').find((node) => tree.by(node, 'case').some(({ lower }) => lower === 'of'))
  if (of) return asTerm(of)
  if (!verb || !lasting.has(verb.lemma)) return isTimeWord(head) ? null : asTerm(head)
  const [subject] = tree.by(verb, 'nsubj')
  const noun =
    subject?.pos === 'NOUN' ? subject : isRelation(verb.label, 'acl') ? tree.headOf(verb) : undefined
  return noun ? asTerm(noun) : null
}

const timeWords: ReadonlySet<string> = new Set(
  'second minute hour day night week month year decade'.split(' '),
)
const isTimeWord = ({ lemma, pos }: Node): boolean => timeWords.has(lemma) || pos !== 'NOUN'

function apartOf(tree: Tree, nodes: readonly Node[]): ReadonlySet<string> {
  const beside = nodes
    .flatMap((node) => tree.children(node))
    .filter(({ index }) => tree.nodes[index + 1]?.lower !== 'than')
    .map(({ lower }) => lower)
  return new Set(
    beside.filter((word) => apartWords.has(word)).map((word) => (earlierWords.has(word) ? 'earlier' : word)),
  )
}

const wholes: ReadonlySet<string> = new Set('the them those these whom which its their his her'.split(' '))

function isPart(tree: Tree, head: Node): boolean {
  const under = tree.by(head, 'case').some(({ lower }) => lower === 'including' || lower === 'among')
  const isShare = /^(?:%|percent|cent)$/u.test(head.lower)
  return (
    under ||
    (!isShare &&
      tree.nodes[head.index + 1]?.lower === 'of' &&
      wholes.has(tree.nodes[head.index + 2]?.lower ?? ''))
  )
}

/** "12 dead", "two injured villagers", "40 were hurt", "killed 12", "a toll of 12", "claimed 12 lives". */
function tollIn(tree: Tree, head: Node, verb: Node | undefined, subject: Node | undefined): Toll | null {
  if (subject?.lemma === 'toll' || tree.headOf(head)?.lemma === 'toll') return 'killed'
  if (head.lemma === 'life') return verb && takesLives.has(verb.lemma) ? 'killed' : null
  const said = [head, ...tree.by(head, 'amod', 'acl')]
  const isActor =
    verb !== undefined && subject === head && head.label === 'nsubj' && tree.by(verb, 'obj').length > 0
  const over = tree.headOf(head)
  const governed = ['obj', 'nsubj'].some((name) => isRelation(head.label, name))
  const befell = governed && over && !isActor ? [over] : []
  return (
    [...said, ...befell].map(({ lower, lemma }) => tollOf(lower, lemma)).find((toll) => toll !== null) ?? null
  )
}

function asTerm({ lemma, pos }: Node): Term {
  // By stem alone: the thesaurus puts what is paid and what is earned in one line.
  const term = termOf({ norm: normalizeWord(lemma), proper: pos === 'PROPN' })
  return { ...term, key: term.stem }
}
