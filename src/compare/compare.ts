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
import { createContext } from './context.js'
import { eventIssues } from './event-issues.js'
import type { Lens } from './lens.js'
import { omissions } from './lenses/omissions.js'
import { quotations } from './lenses/quotations.js'
import { speakerDiffers } from './lenses/speaker-differs.js'
import { rank } from './rank.js'

/** Listed in the order a reader meets them in the report. */
const lenses: readonly Lens[] = [speakerDiffers, quotations, omissions]

export function compare(articles: readonly AnnotatedArticle[], alignment: Alignment): Comparison {
  const context = createContext(articles, alignment)
  const findings = rank(lenses.flatMap((lens) => lens.find(context)))
  return { findings, facts: [], positions: [], profiles: [], issues: eventIssues(articles, alignment) }
}
