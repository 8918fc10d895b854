/**
 * What is known of a report's silence on each passage of another one.
 *
 * In:    a Context, passages of the report that tells, and the other report. Out: Traces for each of them, with the words that
 *        the other lacks and the passages of it that rows link.
 * Never: decides whether it is silent (topics.ts).
 */
import type { Mention } from '../../model/alignment.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { untoldIn, type Passage, type Untold } from './passages.js'
import { rowsOf } from './rows.js'
import type { Traces } from './told-after-all.js'

export type Judged = {
  readonly untold: Untold
  readonly traces: Traces
  readonly mentions: readonly Mention[]
}

export function tracesIn(
  context: Context,
  passages: readonly Passage[],
  other: ArticleView,
): readonly Judged[] {
  const rows = rowsOf(context)
  return passages.map((passage) => {
    const untold = untoldIn(passage, other)
    const { absent, mentions } = rows(passage, other)
    const traces = {
      near: untold.nearest?.score ?? 0,
      gone: untold.share,
      words: untold.passage.terms.length,
      linked: mentions.length > 0,
      absent,
    }
    return { untold, traces, mentions }
  })
}
