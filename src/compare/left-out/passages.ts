/**
 * The sentences of a report as things that another report may leave out, and what of each stands nowhere in the other.
 */
import type { Span } from '../../model/span.js'
import type { Sentence } from '../../model/annotation.js'
import type { BlockKind } from '../../model/article.js'
import { overlap } from '../../text/spans.js'
import { withoutDateline } from '../../english/dateline.js'
import { isNoun } from '../../english/nouns.js'
import { blockKindAt, wordsIn, type ArticleView } from '../../likeness/view.js'
import { once, onceForTwo } from '../../text/once.js'
import { sharedTerms } from '../../likeness/same-word.js'
import { termsIn, type Term } from '../../likeness/terms.js'
import { closest, holds, needleOfSpan, type Found } from '../../likeness/second-search.js'

export type Passage = {
  readonly view: ArticleView
  readonly sentence: Sentence
  readonly terms: readonly Term[]
}

/** A sentence with fewer content words says nothing that could be missed. */
const leastTerms = 4
/** Blocks that tell the event; headlines abridge what stands below them. */
const telling: ReadonlySet<BlockKind> = new Set(['paragraph', 'standfirst', 'list-item', 'blockquote'])
/** Sentences looked at in one report: what stands behind them is not looked for elsewhere. */
const mostSentences = 120

export const passagesOf = once((view: ArticleView): readonly Passage[] =>
  view.sentences.slice(0, mostSentences).flatMap((whole) => {
    if (!telling.has(blockKindAt(view, whole.start))) return []
    const sentence = withoutDateline(view.text, whole)
    const terms = termsIn(view, [sentence])
    return terms.length < leastTerms ? [] : [{ view, sentence, terms }]
  }),
)

export type Untold = {
  readonly passage: Passage
  /** Its words that stand nowhere in the other report, nor a word near them. */
  readonly gone: readonly Term[]
  /** Their share of the passage's weight of words, 0..1. */
  readonly share: number
  readonly nearest: Found | null
}

/** What a passage has that another report lacks. */
export const untoldIn = onceForTwo((passage: Passage, other: ArticleView): Untold => {
  const gone = passage.terms.filter((term) => !holds(other, term))
  return {
    passage,
    gone,
    share: weightOf(gone) / Math.max(1, weightOf(passage.terms)),
    nearest: closest(other, [needleOfSpan(passage.view, passage.sentence)]),
  }
})

export function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0)
}

/** Names and nouns: what a passage is about. */
export function matters(terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ proper, key, stem }) => proper || isNoun(key) || isNoun(stem))
}

/** From the first to the last clause of a passage that holds one of the words; the whole sentence where none does. */
export function partWith({ view, sentence }: Passage, terms: readonly Term[]): Span {
  const keys = new Set(terms.map(({ key }) => key))
  const words = wordsIn(view, sentence).filter(({ key }) => keys.has(key))
  const clauses = view.article.claims.filter(
    (claim) => claim.sentence === sentence.id && words.some((word) => overlap(word, claim) > 0),
  )
  if (clauses.length === 0) return { start: sentence.start, end: sentence.end }
  return {
    start: Math.min(...clauses.map(({ start }) => start)),
    end: Math.max(...clauses.map(({ end }) => end)),
  }
}

/** Share of the words' weight that stands in some of the spans, by the word or one near it: 0..1. */
export function shareHeld(view: ArticleView, spans: readonly Span[], terms: readonly Term[]): number {
  return weightOf(sharedTerms(terms, termsIn(view, spans))) / Math.max(1, weightOf(terms))
}
