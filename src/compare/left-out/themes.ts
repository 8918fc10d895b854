/**
 * Themes on which a report is silent: a name or thing that two texts build on, or one does from its lead on, and that another,
 * read whole, never mentions in any form.
 *
 * In:    a Context. Out: themes, the weightiest first, no two that stand in one sentence.
 * Never: takes a word for missing for which a near one stands (likeness/second-search.ts), or a report for silent that could not
 *        yet know.
 */
import { contentKey } from '../../english/concepts.js'
import type { Node, Tree } from '../../english/parse/tree.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { holds } from '../../likeness/second-search.js'
import { sameWord } from '../../likeness/same-word.js'
import { termOf, type Term } from '../../likeness/terms.js'
import { mayBeTooEarly } from '../../likeness/too-early.js'
import { inLead, type ArticleView } from '../../likeness/view.js'
import { countsOf, grouped } from '../../text/grouped.js'
import { byKeys } from '../../text/order.js'
import type { Span } from '../../model/span.js'
import { quantise } from '../../text/quantise.js'
import { contains } from '../../text/spans.js'
import type { Context } from '../context.js'
import { passagesOf, type Passage } from './passages.js'
import { likelyToldAfterAll } from './told-after-all.js'
import { tracesIn } from './traces.js'

/** `passages`: all that name the theme. `untold`: those of them that no silent report is likely to tell. */
export type Teller = {
  readonly view: ArticleView
  readonly passages: readonly Passage[]
  readonly untold: readonly Passage[]
}

export type Theme = {
  /** As the reports print it most often: `traffic lanes`. */
  readonly words: string
  readonly term: Term
  readonly telling: readonly Teller[]
  readonly silent: readonly ArticleView[]
  /** Reports that have a word near it, with the sentence that does. */
  readonly near: readonly { readonly view: ArticleView; readonly place: Span }[]
  /** Reports of which nobody can tell: read in part, or out too early. */
  readonly undecided: readonly ArticleView[]
  /** How likely the silent reports tell what these passages tell after all, at the mean: 0..1. */
  readonly told: number
  readonly weight: number
}

/** One text builds on a thing with so many passages. */
const manyPassages = 3
/** A passage that a silent report tells after all with a greater likelihood does not show that it is silent. */
const mostTold = 0.3

export function themesOf(context: Context): readonly Theme[] {
  const told = tolderOf(context)
  const terms = grouped(
    context.views.flatMap((view) =>
      passagesOf(view).flatMap((passage) => passage.terms.map((term) => ({ term, passage }))),
    ),
    ({ term }) => [term.key],
  )
  const themes = [...terms.values()]
    .flatMap((mentions) => themeOf(context, mentions, told) ?? [])
    .sort(
      byKeys(
        ({ weight }) => -weight,
        ({ words }) => words,
      ),
    )
  const kept: Theme[] = []
  for (const theme of themes) if (!kept.some((other) => meet(theme, other))) kept.push(theme)
  return kept
}

type Told = (passage: Passage, other: ArticleView) => number

/** How likely a report tells a passage of another after all, each pair of reports looked at once. */
function tolderOf(context: Context): Told {
  const known = new Map<ArticleView, Map<ArticleView, ReadonlyMap<Passage, number>>>()
  return (passage, other) => {
    const { view } = passage
    const of = known.get(view) ?? new Map<ArticleView, ReadonlyMap<Passage, number>>()
    known.set(view, of)
    let likely = of.get(other)
    if (!likely) {
      const judged = tracesIn(context, passagesOf(view), other)
      likely = new Map(judged.map(({ untold, traces }) => [untold.passage, likelyToldAfterAll(traces)]))
      of.set(other, likely)
    }
    return likely.get(passage) ?? 1
  }
}

function themeOf(
  context: Context,
  mentions: readonly { readonly term: Term; readonly passage: Passage }[],
  told: Told,
): Theme | null {
  const [first] = mentions
  if (!first) return null
  const { term } = first
  const telling = [...grouped(mentions, ({ passage: { view } }) => [view]).entries()].map(([view, own]) => ({
    view,
    passages: own.map(({ passage }) => passage),
  }))
  const passages = telling.flatMap((teller) => teller.passages)
  const without = context.views.filter((view) => !holds(view, term))
  const undecided = without.filter((view) => !couldTell(view, telling))
  const silent = without.filter((view) => !undecided.includes(view))
  const texts = context.texts(telling.map(({ view }) => view.id))
  if (silent.length === 0 || context.texts(silent.map(({ id }) => id)) === 0) return null
  if (texts < 2 && (passages.length < manyPassages || !passages.some(stressed))) return null
  const words = namedMost(passages, term)
  if (words === null) return null
  const untold = (passage: Passage): boolean => silent.every((view) => told(passage, view) <= mostTold)
  const shown = telling.map((teller) => ({ ...teller, untold: teller.passages.filter(untold) }))
  if (shown.every((teller) => teller.untold.length === 0)) return null
  const all = passages.flatMap((passage) => silent.map((view) => told(passage, view)))
  const likely = all.reduce((sum, one) => sum + one, 0) / all.length
  const high = 2 - Math.min(...passages.map(({ view, sentence }) => sentence.start / view.text.length))
  return {
    words,
    term,
    telling: shown,
    silent,
    near: context.views.flatMap((view) => nearIn(view, term, telling)),
    undecided,
    told: quantise(likely),
    weight: quantise(texts * passages.length * term.weight * (1 - likely) ** 2 * high),
  }
}

function nearIn(view: ArticleView, term: Term, telling: readonly Omit<Teller, 'untold'>[]): Theme['near'] {
  if (telling.some((teller) => teller.view === view)) return []
  const word = view.words.find((one) => one.key !== '' && sameWord(termOf(one), term))
  const place = word && view.sentences.find((sentence) => contains(sentence, word))
  return place ? [{ view, place: { start: place.start, end: place.end } }] : []
}

function couldTell(view: ArticleView, telling: readonly Omit<Teller, 'untold'>[]): boolean {
  return (
    view.article.completeness.state === 'complete' &&
    !mayBeTooEarly(
      view,
      telling.map((teller) => ({
        view: teller.view,
        mentions: teller.passages.map(({ sentence }) => sentence),
      })),
    )
  )
}

function stressed({ view, sentence }: Passage): boolean {
  return inLead(view, sentence.start)
}

function meet(one: Theme, other: Theme): boolean {
  const sentences = new Set(
    one.telling.flatMap(({ passages }) => passages.map(({ sentence }) => sentence.id)),
  )
  return other.telling.some(({ passages }) => passages.some(({ sentence }) => sentences.has(sentence.id)))
}

/** The noun phrase around the word that stands most often, of several the longest; null where it is no noun or one letter. */
function namedMost(passages: readonly Passage[], term: Term): string | null {
  const phrases = passages.flatMap(({ view, sentence }) =>
    isTooLong(sentence) ? [] : phrasesWith(view.text, readingOf(view.article).tree(sentence), term),
  )
  const counts = countsOf(phrases.map((phrase) => phrase.toLowerCase()))
  const [best] = [...phrases].sort(
    byKeys(
      (phrase) => -(counts.get(phrase.toLowerCase()) ?? 0),
      (phrase) => -phrase.length,
      (phrase) => phrase,
    ),
  )
  return best !== undefined && best.length > 1 ? best : null
}

/** Words that belong to a name or noun from its left. */
const before = new Set(['compound', 'flat', 'amod', 'nummod'])
const mostWords = 4

function phrasesWith(text: string, tree: Tree, term: Term): readonly string[] {
  return tree.nodes
    .filter(({ lower, pos }) => contentKey(lower) === term.key && (pos === 'NOUN' || pos === 'PROPN'))
    .map((node) => {
      const head = headOfName(tree, node)
      const left = tree.children(head).filter(({ label, index }) => before.has(label) && index < head.index)
      const right = tree.children(head).filter(({ label, index }) => label === 'flat' && index > head.index)
      const own = [...left, head, ...right]
      const start = Math.min(...own.map((one) => one.start))
      const end = Math.max(...own.map((one) => one.end))
      const words = text.slice(start, end)
      return own.length > mostWords || /[,;:“”"()\n]/u.test(words) ? node.surface : words
    })
}

/** A word inside a name or compound stands for the whole. */
function headOfName(tree: Tree, node: Node): Node {
  const head = tree.headOf(node)
  return head && (node.label === 'compound' || node.label === 'flat') ? head : node
}
