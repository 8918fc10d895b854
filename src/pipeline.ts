/**
 * The stages in order. The same functions run here in one process and, a stage a job, on queue workers.
 *
 * In:    arguments or articles, and Deps (everything from outside). Out: articles, or a Report.
 * Never: names an adapter, prints, or reads the clock.
 */
import { align } from './align/align.js'
import { withDistinctIds } from './align/distinct.js'
import { match } from './align/match.js'
import { withReference } from './align/reference.js'
import { annotate, type AnnotateOptions } from './annotate/annotate.js'
import { settleCells } from './compare/cells/settle.js'
import { compare } from './compare/compare.js'
import { expandSources } from './ingest/expand.js'
import { ingest, type Fetchers } from './ingest/ingest.js'
import type { AnnotatedArticle } from './model/annotated-article.js'
import type { Issue } from './model/issue.js'
import type { Generator, Report } from './model/report.js'
import type { RawPage } from './model/raw-page.js'
import type { Source } from './model/source.js'
import { normalize } from './normalize/normalize.js'
import { lostArticle, unreadableArticle } from './normalize/unreadable.js'
import type { Disk } from './ports/disk.js'
import type { Normalizer } from './ports/normalizer.js'
import { eventTitle } from './report/event-title.js'
import { report } from './report/report.js'

export type Deps = {
  readonly disk: Disk
  readonly fetchers: Fetchers
  readonly normalizer: Normalizer
}

export { expandSources, lostArticle, match, normalize, unreadableArticle, type AnnotateOptions }

/** One source, from its name to an annotated article. Never rejects for content. */
export async function readSource(
  source: Source,
  deps: Deps,
  options: AnnotateOptions,
): Promise<AnnotatedArticle> {
  return readPage(await ingestSource(source, deps), deps, options)
}

/** The first half of readSource, for queue workers: waits on the network, burns no CPU. */
export function ingestSource(source: Source, deps: Deps): Promise<RawPage> {
  return ingest(source, deps.fetchers)
}

/** The second half: burns CPU, waits on nothing outside. */
export async function readPage(
  page: RawPage,
  deps: Pick<Deps, 'normalizer'>,
  options: AnnotateOptions,
): Promise<AnnotatedArticle> {
  return annotate(await deps.normalizer.normalize(page), options)
}

export type EventInput = {
  /** Null takes one from the headlines. */
  readonly title: string | null
  /** In input order. */
  readonly articles: readonly AnnotatedArticle[]
  /** What was noticed before there were articles. */
  readonly issues: readonly Issue[]
  readonly generator: Generator
  /** The text that quotations are checked against, or null. */
  readonly reference?: AnnotatedArticle | null
}

/** The articles of one event to the Report on them. */
export function compareArticles({
  title,
  articles: read,
  issues,
  generator,
  reference = null,
}: EventInput): Report {
  const articles = withDistinctIds(read)
  const aligned = settleCells(articles, align(articles))
  const alignment = reference ? withReference(aligned, articles, reference) : aligned
  const comparison = compare(articles, alignment, reference)
  return report({
    title: title ?? eventTitle(articles),
    articles: reference ? [...articles, reference] : articles,
    issues,
    alignment,
    comparison,
    generator,
  })
}
