/** What a library user may import. */
import { AnnotatedArticle } from './model/annotated-article.js'
import type { Source } from './model/source.js'
import { readSource as readInPool, type AnnotateOptions, type Deps } from './pool/pooled.js'

export { generatorOf } from './generator.js'
export { askArticles, compareArticles, expandSources, match } from './pipeline.js'
export { reportFiles, type ReportFile } from './editions/make.js'
export { withoutText } from './report/without-text.js'
export { wire } from './wire.js'
export type { Asked, CheckedQuotation, FoundStatement } from './model/asked.js'
export type { InspectedArticle, Report } from './model/report.js'
export type { AnnotatedArticle, Deps }

/** One source, from its name to an annotated article, read in a process of its own. Never rejects for content. */
export async function readSource(
  source: Source,
  deps: Deps,
  options: AnnotateOptions,
): Promise<AnnotatedArticle> {
  const { json } = await readInPool(source, deps, options)
  return AnnotatedArticle.parse(JSON.parse(json))
}
