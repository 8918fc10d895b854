/**
 * What is known of a report's silence on each passage of another one.
 *
 * In:    a Context, the report that tells and the other. Out: Traces for each passage of the first, in text order, with
 *        the words that the other lacks and the passages of it that rows link.
 * Never: decides whether it is silent (topics.ts).
 */
import type { Mention } from '../../model/alignment.js'
import type { ArticleView, Context } from '../context.js'
import { untoldIn, type Untold } from './passages.js'
import { rowsOf } from './rows.js'
import type { Traces } from './told-after-all.js'

export type Judged = {
  readonly untold: Untold
  readonly traces: Traces
  readonly mentions: readonly Mention[]
}

export function tracesIn(context: Context, teller: ArticleView, other: ArticleView): readonly Judged[] {
  const rows = rowsOf(context)
  return untoldIn(teller, other).map((untold) => {
    const { absent, mentions } = rows(untold.passage, other)
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
