/** What is known of a report's silence on each passage of another one. */
import { personKey } from '../../english/names.js'
import type { Mention } from '../../model/alignment.js'
import type { ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { quantise } from '../../text/quantise.js'
import { overlap } from '../../text/spans.js'
import type { Context } from '../context.js'
import { untoldIn, type Passage, type Untold } from './passages.js'
import { rowsOf } from './rows.js'
import { likelyToldAfterAll, type Traces } from './told-after-all.js'

/** A report that a passage's silence or telling is judged in, as far as rows and words tell. */
export type Judged = {
  readonly view: ArticleView
  readonly untold: Untold
  readonly traces: Traces
  /** How likely it tells the thing after all, 0..1. */
  readonly told: number
  readonly mentions: readonly Mention[]
  readonly isOpen: boolean
}

export function tracesIn(
  context: Context,
  passages: readonly Passage[],
  other: ArticleView,
): readonly Judged[] {
  const rows = rowsOf(context)
  const inRows = passages.map((passage) => rows(passage, other))
  const isLinked = (at: number): boolean => (inRows[at]?.mentions.length ?? 0) > 0
  return passages.map((passage, at) => {
    const untold = untoldIn(passage, other)
    const { view, sentence, terms } = passage
    const traces = {
      near: untold.nearest?.score ?? 0,
      gone: untold.share,
      words: terms.length,
      linked: isLinked(at),
      absent: inRows[at]?.absent ?? 0,
      beside: [at - 1, at + 1].filter(isLinked).length,
      unheard: unheardIn(passage, other),
      place: quantise(sentence.start / view.text.length),
    }
    const { mentions = [], isOpen = false } = inRows[at] ?? {}
    return { view: other, untold, traces, told: likelyToldAfterAll(traces), mentions, isOpen }
  })
}

/** Share of a passage that is told by people whom another report lets say nothing. */
function unheardIn(passage: Passage, other: ArticleView): number {
  const { start, end } = passage.sentence
  const told = toldBy(passage).filter(({ by }) => !speakersOf(other).has(by))
  return quantise(Math.min(1, told.reduce((sum, { length }) => sum + length, 0) / (end - start)))
}

/** Characters of a passage by whoever tells them. */
const toldBy = once(({ view, sentence }: Passage) =>
  view.article.quotes.flatMap(({ speaker, content }) => {
    const length = content.reduce((sum, span) => sum + overlap(span, sentence), 0)
    return speaker && length > 0 ? [{ by: personKey(speaker.name), length }] : []
  }),
)

const speakersOf = once(
  ({ article }: ArticleView): ReadonlySet<string> =>
    new Set(article.quotes.flatMap(({ speaker }) => (speaker ? [personKey(speaker.name)] : []))),
)
