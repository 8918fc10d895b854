/** How near the passages of a note are to its question, to one another, and to a report that it calls silent. */
import type { Column } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { contentKey } from '../english/concepts.js'
import { presentCells } from '../likeness/columns.js'
import { levels } from '../likeness/levels.js'
import { closest, needleOfSpan } from '../likeness/second-search.js'
import { share } from '../likeness/soft-cover.js'
import { likeness, termOf, termsIn, type Term } from '../likeness/terms.js'
import { sentenceIndex, type ArticleView } from '../likeness/view.js'
import { once } from '../text/once.js'
import { quantise } from '../text/quantise.js'
import { overlap, spanLength } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'

export type Passage = { readonly view: ArticleView; readonly span: Span }

export function termsOfQuestion(question: string): readonly Term[] {
  const words = tokenize(question).filter(({ norm }) => contentKey(norm) !== '')
  const terms = words.map(({ norm, start }) =>
    termOf({ norm, proper: /^[\p{Lu}\p{N}]/u.test(question.slice(start)) }),
  )
  return [...new Map(terms.map((term) => [term.key, term])).values()]
}

/** Share of the words' weight that a passage holds; words that only come near count by half and more of theirs. */
function held(sought: readonly Term[], words: readonly Term[], least: number): number {
  let [total, found] = [0, 0]
  for (const term of sought) {
    const best = words.reduce((most, word) => Math.max(most, likeness(term, word)), 0)
    total += term.weight
    if (best >= least) found += term.weight * (least === levels.word ? 1 : best)
  }
  return total === 0 ? 0 : found / total
}

/** Shares of the answer's words in the question, of the question's in and around its sentence, and twice what it shares with another answer. */
export function belonging(
  question: readonly Term[],
  { view, span }: Passage,
  others: readonly Passage[],
): number {
  const own = termsIn(view, [span])
  const at = sentenceIndex(view, span)
  const around = termsIn(
    view,
    [at - 1, at, at + 1].flatMap((index) => view.sentences[index] ?? []),
  )
  const common = others.map((other) => share(own, termsIn(other.view, [other.span])))
  return quantise(
    held(own, question, levels.term) + held(question, around, levels.term) + 2 * Math.max(0, ...common),
  )
}

const sentenceTerms = once((view: ArticleView) => view.sentences.map((sentence) => termsIn(view, [sentence])))

export type Trace = { readonly score: number; readonly nearest: Span | null }

/** Whether a report that is called silent tells it: how near a passage comes, the best sentence's share of the words, half a point for a row. */
export function traceOf(
  view: ArticleView,
  question: readonly Term[],
  answers: readonly Passage[],
  columns: readonly Column[],
): Trace {
  const best = closest(
    view,
    answers.map(({ view: teller, span }) => needleOfSpan(teller, span)),
  )
  const most = (sought: readonly Term[]): number =>
    Math.max(0, ...sentenceTerms(view).map((words) => held(sought, words, levels.word)))
  const both = answers.map(({ view: teller, span }) => {
    const own = termsIn(teller, [span])
    const keys = new Set(own.map(({ key }) => key))
    return most([...own, ...question.filter(({ key }) => !keys.has(key))])
  })
  const isLinked = answers.some((answer) => columns.some((column) => links(column, answer, view.id)))
  const score = (best?.score ?? 0) + Math.max(0, ...both) + most(question) + (isLinked ? 0.5 : 0)
  return { score: quantise(score), nearest: best?.span ?? null }
}

/** A row in which the report stands with half of the passage or more. */
function links(column: Column, { view, span }: Passage, id: string): boolean {
  const cells = new Map(presentCells(column))
  const mentions = cells.has(id) ? (cells.get(view.id)?.mentions ?? []) : []
  return mentions.some(
    (mention) => 2 * overlap(mention, span) >= Math.min(spanLength(mention), spanLength(span)),
  )
}
