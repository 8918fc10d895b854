/**
 * Compare: from an aligned event to the list of what the reports tell differently.
 *
 * In:    the annotated articles and their Alignment.
 * Out:   a Comparison; each finding names the spans that show it, gravest first.
 * Never: ranks outlets, or says an article lacks what we could not read.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Comparison } from '../model/comparison.js'
import type { Lens } from './lens.js'

/** Listed in the order a reader meets them in the report. */
const lenses: readonly Lens[] = []

export function compare(articles: readonly AnnotatedArticle[], alignment: Alignment): Comparison {
  const findings = lenses.flatMap((lens) => lens.find(articles, alignment))
  return { findings, facts: [], positions: [], profiles: [], issues: [] }
}
