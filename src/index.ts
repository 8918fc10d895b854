/**
 * What a library user may import. `compare`, `read`, `checkQuotation` and `findStatement` do the main jobs from names of sources;
 * the rest are their parts, for whoever holds articles already. Importing starts nothing.
 */
import { generatorOf } from './generator.js'
import { AnnotatedArticle } from './model/annotated-article.js'
import { type Asked, CheckedQuotation, FoundStatement } from './model/asked.js'
import { Report } from './model/report.js'
import type { Source } from './model/source.js'
import {
  compareEvent,
  expandSources,
  readSource as readInPool,
  answersTo,
  type AnnotateOptions,
  type Deps,
  type Second,
} from './pool/pooled.js'
import { openReader, wire } from './wire.js'

export { askArticles, compareArticles, match } from './pipeline.js'
export { reportFiles, type ReportFile } from './editions/make.js'
export { withoutText } from './report/without-text.js'
export { expandSources, generatorOf, wire }
export type { InspectedArticle } from './model/report.js'
export type { AnnotatedArticle, Asked, CheckedQuotation, Deps, FoundStatement, Report }

export type ReadOptions = {
  /** IANA zone in which relative dates are resolved where a page states none; `UTC` without it. */
  readonly zone?: string
}

/** An address, a file, a folder, an event.json; as on the command line. */
type Names = string | readonly string[]

/** Sources of one event to the Report on them. Rejects where nothing of it can be made; a source that is lost stands in the report. */
export async function compare(sources: Names, options: ReadOptions = {}): Promise<Report> {
  const { zone = 'UTC' } = options
  return withPool(async (deps) => {
    const { title, issues, articles } = await readAll(sources, zone, deps)
    const given = articles.map((json) => ({ json }))
    const event = { title, issues, articles: given, generator: generatorOf({ zone }) }
    return Report.parse(JSON.parse((await compareEvent(event, deps)).json))
  })
}

/** What is read of each source. Never rejects for content. */
export async function read(
  sources: Names,
  { zone = 'UTC' }: ReadOptions = {},
): Promise<readonly AnnotatedArticle[]> {
  const { articles } = await withPool((deps) => readAll(sources, zone, deps))
  return articles.map((json) => AnnotatedArticle.parse(JSON.parse(json)))
}

/** Whether each source has some words, and how; `saidBy`: who is said to have said them. */
export async function checkQuotation(
  words: string,
  sources: Names,
  { saidBy = null, zone = 'UTC' }: ReadOptions & { readonly saidBy?: string | null } = {},
): Promise<readonly CheckedQuotation[]> {
  const lines = await asked({ for: 'quotation', words, saidBy }, sources, zone)
  return lines.map((line) => CheckedQuotation.parse(line))
}

/** A server that speaks /v1/chat/completions; its key and limits are those of the environment (SYNOPTIC_READER_…). */
export type ReaderServer = { readonly url: string; readonly model: string }

/** Whether each source makes a statement; with `reader`, a model judges what comes nearest. Rejects where it gives no answer. */
export async function findStatement(
  statement: string,
  sources: Names,
  { zone = 'UTC', reader }: ReadOptions & { readonly reader?: ReaderServer } = {},
): Promise<readonly FoundStatement[]> {
  const second = reader === undefined ? null : await secondAt(reader)
  const lines = await asked({ for: 'statement', words: statement }, sources, zone, second)
  return lines.map((line) => FoundStatement.parse(line))
}

/** One source, from its name to an annotated article, read in a process of its own. Never rejects for content. */
export async function readSource(
  source: Source,
  deps: Deps,
  options: AnnotateOptions,
): Promise<AnnotatedArticle> {
  const { json } = await readInPool(source, deps, options)
  return AnnotatedArticle.parse(JSON.parse(json))
}

async function secondAt({ url, model }: ReaderServer): Promise<Second> {
  const { readReaderConfig } = await import('./reader-config.js')
  const config = readReaderConfig(process.env, { reader: url, readerModel: model })
  if (config === null) throw new Error('The second reader needs an address.')
  return async (reading) => {
    const reader = await openReader(config)
    const outcome = await reader.read(reading, { at: new Date().toISOString() })
    await reader.close()
    if (outcome.state === 'failed') throw new Error(`The second reader judged nothing: ${outcome.reason}`)
    return outcome.notes
  }
}

async function asked(
  question: Asked,
  sources: Names,
  zone: string,
  second: Second | null = null,
): Promise<readonly unknown[]> {
  return withPool(async (deps) => {
    const { articles } = await readAll(sources, zone, deps)
    const written = await answersTo({ asked: question, of: { articles } }, deps, second)
    if (written.state === 'refused') throw new Error(written.reason)
    return written.printed
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown)
  })
}

async function readAll(names: Names, zone: string, deps: Deps) {
  const { title, sources, issues } = await expandSources([names].flat(), deps)
  const read = await Promise.all(sources.map((source) => readInPool(source, deps, { zone })))
  return { title, issues, articles: read.map(({ json }) => json) }
}

async function withPool<T>(work: (deps: Deps) => Promise<T>): Promise<T> {
  const deps = wire()
  try {
    return await work(deps)
  } finally {
    await deps.pool.close()
  }
}
