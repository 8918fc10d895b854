/**
 * What the headlines say, and where the reports tell it.
 *
 * In:    a Context. Out: a Headline for each report that has one, in the order of views.
 */
import { isHeadlineLine } from '../../english/headline-line.js'
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import { presentCells } from '../../likeness/columns.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { share } from '../../likeness/soft-cover.js'
import { once } from '../../text/once.js'
import { sharedTerms } from '../../likeness/same-word.js'
import { termsIn, type Term } from '../../likeness/terms.js'

export type Headline = {
  readonly view: ArticleView
  readonly span: Span
  readonly terms: readonly Term[]
  /** Ids of the columns that have a mention in the headline. */
  readonly columns: ReadonlySet<string>
}

export const headlinesOf = once((context: Context): readonly Headline[] =>
  context.views.flatMap((view): Headline[] => {
    const span = view.article.headline
    if (!span || span.end <= span.start) return []
    const terms = termsIn(view, [span])
    const isLine = isHeadlineLine(view.text.slice(span.start, span.end))
    return terms.length < 2 || !isLine ? [] : [{ view, span, terms, columns: columnsAt(context, view, span) }]
  }),
)

function columnsAt(context: Context, view: ArticleView, span: Span): ReadonlySet<string> {
  const columns = [...context.alignment.claims, ...context.alignment.quotes].filter((column) =>
    presentCells(column).some(
      ([id, cell]) => id === view.id && cell.mentions.some((mention) => overlap(mention, span) > 0),
    ),
  )
  return new Set(columns.map(({ id }) => id))
}

/** 0..1: how much of the matter of two headlines is common, by weight of words, both ways. */
export function alike(a: Headline, b: Headline): number {
  return share(a.terms, b.terms)
}

/** Content words of the one that the other has, names or not, or words that stand for them. */
export function common(a: readonly Term[], b: readonly Term[]): readonly Term[] {
  return sharedTerms(a, b)
}
