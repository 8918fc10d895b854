/**
 * One changed word in linked prose outside quotation marks: `naming`, "an interim agreement" and "an agreement". The words are of one
 * part of speech, and neither a form, a near word, a name, a title, a figure nor a time of the other.
 */
import { diffArrays } from 'diff'
import { daysAndMonths, tellsOtherTime, timeWords } from '../../english/calendar.js'
import { negationsAndDenials } from '../../english/negation.js'
import { kindsOf } from '../../english/nouns.js'
import type { Node } from '../../english/parse/tree.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { noNameWords, titleWords } from '../../english/roles.js'
import { presentCells } from '../../likeness/columns.js'
import { levels } from '../../likeness/levels.js'
import { likeness, termOf } from '../../likeness/terms.js'
import { inHeadline, sentenceIndex, wordsIn, type ArticleView, type Word } from '../../likeness/view.js'
import type { ClaimColumn, Mention } from '../../model/alignment.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { pairsOf } from '../../text/pairs-of.js'
import { overlap } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import { sureCell } from '../left-out/rows.js'
import { printed, type Draft, type Lens } from '../lens.js'

/** Share of the content words of the shorter clause that both have, and how many. */
const [leastShared, leastCommon] = [2 / 3, 2]
/** Characters of the words around that are shown, and pairs of clauses of a row that are looked at. */
const [mostOfFrame, mostPairs] = [160, 40]

export const wording: Lens = {
  name: 'wording',
  asks: () => ({
    naming: [
      `Two clauses of a row whose cells are as sure as ${printed(sureCell)} have two thirds of the content words of the shorter in common; between two words of both stands, once, one word in one and another in the other, or an adjective or adverb in one alone.`,
      `Neither word stands in quotation marks or in a name; the two are no forms of one word, and nearer than ${printed(levels.term)} in meaning they are one to a reader.`,
    ],
  }),
  find: (context) => context.alignment.claims.flatMap((column) => look(context, column)),
}

type Told = { readonly view: ArticleView; readonly mention: Mention; readonly words: readonly Word[] }

function toldIn(view: ArticleView, mention: Mention): readonly Told[] {
  const sentence = view.sentences[sentenceIndex(view, mention)]
  if (!sentence || isTooLong(sentence) || inHeadline(view, mention.start)) return []
  return [{ view, mention, words: wordsIn(view, mention) }]
}

function look(context: Context, column: ClaimColumn): readonly Draft[] {
  const told = presentCells(column)
    .filter(([, cell]) => cell.confidence >= sureCell && cell.stance === 'asserts')
    .flatMap(([id, { mentions }]) => {
      const view = context.view(id)
      return view ? mentions.flatMap((mention) => toldIn(view, mention)) : []
    })
  const [best] = pairsOf(told)
    .filter(([a, b]) => context.texts([a.view.id, b.view.id]) > 1)
    .slice(0, mostPairs)
    .flatMap(([a, b]) => changedWord(a, b) ?? [])
    .sort(byKeys(({ shared }) => -shared))
  return best ? [toDraft(context, column, best)] : []
}

type Changed = {
  readonly sides: readonly [Told, Told]
  /** What each prints there, with the word that it is of. */
  readonly shown: readonly [string, string]
  /** The words around, as the report of fewer prints them, with a gap. */
  readonly frame: string
  readonly shared: number
}

const isContent = ({ key }: Word): boolean => key !== ''

function changedWord(a: Told, b: Told): Changed | null {
  if (negated(a) !== negated(b)) return null
  const changes = diffArrays(norms(a.words), norms(b.words))
  const matched: (readonly [number, number])[] = []
  let [inA, inB] = [0, 0]
  for (const { added, removed, value } of changes) {
    if (!added && !removed) for (const at of value.keys()) matched.push([inA + at, inB + at])
    if (!added) inA += value.length
    if (!removed) inB += value.length
  }
  const common = matched.flatMap(([at]) => a.words[at] ?? []).filter(isContent).length
  const shorter = Math.min(...[a, b].map(({ words }) => words.filter(isContent).length))
  if (common < leastCommon || common < leastShared * shorter) return null
  const gaps = matched.flatMap(([fromA, fromB], at) => {
    const [toA, toB] = matched[at + 1] ?? [fromA + 1, fromB + 1]
    const [own, other] = [a.words.slice(fromA + 1, toA), b.words.slice(fromB + 1, toB)].map((words) =>
      words.filter(isContent),
    )
    return own?.length || other?.length ? [{ own, other, from: [fromA, fromB], to: [toA, toB] } as const] : []
  })
  const [gap] = gaps
  if (gap === undefined || gaps.length > 1) return null
  const { own = [], other = [], from, to } = gap
  const [one, two] = [nodeOf(a, own), nodeOf(b, other)]
  if (one === undefined || two === undefined || !areTwo(one, two)) return null
  const [first, last] = bounds(one ?? two, from, to)
  const frames = ([0, 1] as const)
    .map((side) => {
      const told = side === 0 ? a : b
      return `${wordsOf(told, 0, first[side] - 1)} … ${wordsOf(told, last[side] + 1, told.words.length - 1)}`.trim()
    })
    .filter((frame) => frame.length <= mostOfFrame && !isTorn(frame))
    .sort(byKeys((frame) => frame.length))
  return frames[0] === undefined
    ? null
    : {
        sides: [a, b],
        shown: [wordsOf(a, first[0], last[0]), wordsOf(b, first[1], last[1])],
        frame: frames[0],
        shared: common,
      }
}

/** A quotation opened or closed in it alone. */
const isTorn = (words: string): boolean => words.split(/["“”]/u).length % 2 === 0

/** An adjective with what it is of, an adverb between the words around it, a noun alone: the first and last words of both. */
function bounds(
  node: Node | null,
  from: readonly [number, number],
  to: readonly [number, number],
): readonly [readonly [number, number], readonly [number, number]] {
  const after = (places: readonly [number, number], by: number) => [places[0] + by, places[1] + by] as const
  const part = node && partOf(node)
  if (part === 'noun') return [after(from, 1), after(to, -1)]
  return [part === 'adverb' ? from : after(from, 1), to]
}

const negated = ({ words }: Told): number => words.filter(({ norm }) => negationsAndDenials.has(norm)).length

const norms = (words: readonly Word[]): string[] => words.map(({ norm }) => (norm === 'an' ? 'a' : norm))

function wordsOf({ view, words }: Told, first: number, last: number): string {
  const [start, end] = [words[first], words[last]]
  return start && end && first <= last ? view.text.slice(start.start, end.end) : ''
}

/** The one word, of a kind that tells something, outside quotation marks, names and figures; null for none, undefined for another. */
function nodeOf({ view }: Told, [word, ...more]: readonly Word[]): Node | null | undefined {
  if (word === undefined) return null
  if (more.length > 0) return undefined
  const { quotes, entities, quantities, marked } = view.article
  const isIn = (spans: readonly Span[]): boolean => spans.some((span) => overlap(span, word) > 0)
  const sentence = view.sentences[sentenceIndex(view, word)]
  if (
    !sentence ||
    isIn(quotes.flatMap(({ kind, content }) => (kind === 'indirect' ? [] : content))) ||
    isIn(quotes.flatMap(({ source }) => source)) ||
    isIn(entities.flatMap(({ mentions }) => mentions)) ||
    isIn(quantities) ||
    isIn(marked)
  )
    return undefined
  const node = readingOf(view.article).tree(sentence).at(word)
  const isNoWord = [titleWords, noNameWords, timeWords, daysAndMonths].some((list) => list.has(word.norm))
  return node && partOf(node) !== null && !isNoWord && !tellsOtherTime(word.norm) ? node : undefined
}

/** What it is in its clause: a modifier, by an adverb or by a word before a noun, or a noun; null for what else may stand there. */
function partOf({ label, pos }: Node): 'adverb' | 'adjective' | 'noun' | null {
  if (pos === 'ADV') return 'adverb'
  if (pos === 'ADJ' || label === 'amod') return 'adjective'
  return pos === 'NOUN' ? 'noun' : null
}

/** Of one part in their clauses and two in meaning; nouns of one kind are names for one thing. */
function areTwo(one: Node | null, two: Node | null): boolean {
  // What one alone has is a word of another.
  const [own = null] = [one, two].flatMap((node) => (node === null ? [] : [partOf(node)]))
  if (one === null || two === null) return own !== 'noun'
  const kinds = kindsOf(two.lemma)
  return (
    own === partOf(two) &&
    likeness(termOf({ norm: one.lower, proper: false }), termOf({ norm: two.lower, proper: false })) <
      levels.term &&
    !(own === 'noun' && kindsOf(one.lemma).some((kind) => kinds.includes(kind)))
  )
}

function toDraft(context: Context, column: ClaimColumn, { sides, shown, frame }: Changed): Draft {
  return draft(context, {
    kind: 'naming',
    severity: 'naming',
    column: column.id,
    evidence: sides.map(({ view, mention: { start, end } }) => ({
      article: view.id,
      start,
      end,
      role: 'asserts' as const,
    })),
    confidence: 0.6,
    detail: {
      referent: frame,
      labels: Object.fromEntries(sides.map(({ view }, at) => [view.id, [shown[at] ?? '']])),
    },
    matter: `wording ${column.id}`,
    front: false,
  })
}
