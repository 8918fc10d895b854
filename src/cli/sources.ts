/** Reads the sources a command was given: a few at a time, with progress, in input order. */
import { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
import type { ReadArticle } from '../model/pool-job.js'
import type { RawPage } from '../model/raw-page.js'
import type { SourceList } from '../model/source.js'
import { expandSources, ingestSource, readPage, type Deps } from '../pool/pooled.js'
import { wire } from '../wire.js'
import { readConfig, type Config } from '../config.js'
import type { Terminal } from './terminal.js'
import type { ReadOptions } from './options.js'
import { UsageError } from './outcome.js'

export type ReadSources = {
  readonly title: string | null
  /** As the event file names it. */
  readonly notes: SourceList['notes']
  readonly articles: readonly ReadArticle[]
  /** What was noticed while folders and event files were opened. */
  readonly issues: readonly Issue[]
}

/** Sources under way at once: enough to overlap network and parsing, few enough for small machines. */
const atOnce = 8

type WiringOptions = Pick<ReadOptions, 'allowPrivate' | 'now'>

/** What a command that reads sources gets from outside, for as long as it works. */
export async function withDeps<T>(
  options: WiringOptions,
  work: (deps: ReturnType<typeof wire>) => Promise<T>,
  /** For what is done at so many places at once from the start; else as it comes. */
  processes: number | null = null,
): Promise<T> {
  const config = configFor(options)
  const pool = { ...config.pool, processes: processes ?? config.pool.processes }
  const deps = wire({ ...config, pool }, clock(options.now), { eager: processes !== null })
  try {
    return await work(deps)
  } finally {
    await deps.pool.close()
  }
}

export async function readSources(
  names: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
  deps: Deps,
  /** Without: for a command that prints the issues itself. */
  { warn, keep }: { readonly warn: boolean; readonly keep?: (page: RawPage) => void } = { warn: true },
): Promise<ReadSources> {
  const { title, notes, sources, issues } = await expandSources(names, deps)
  let done = 0
  const articles = await inOrder(sources, async (source) => {
    const page = await ingestSource(source, deps)
    keep?.(page)
    const article = await readPage(page, deps, { zone: options.zone })
    done++
    terminal.progress(`read ${done} of ${sources.length}: ${source.name}`)
    return article
  })
  if (warn && !options.quiet) warnOf([...issues, ...articles.flatMap((article) => article.issues)], terminal)
  return { title, notes, articles, issues }
}

export function configFor(options: Pick<WiringOptions, 'allowPrivate'>): Config {
  const config = readConfig(process.env)
  return options.allowPrivate ? { ...config, fetch: { ...config.fetch, allowPrivate: true } } : config
}

function clock(now: string | undefined): () => Date {
  return now === undefined ? () => new Date() : () => new Date(now)
}

/** A few at a time; the answers in the order of the items. */
export async function inOrder<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = []
  const queue = items.entries()
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  })
  await Promise.all(workers)
  return results
}

function warnOf(issues: readonly Issue[], terminal: Terminal): void {
  for (const issue of issues)
    if (issue.severity !== 'info') terminal.warn(`${issue.severity}: ${issue.message}`)
}

/**
 * The file of `--reference`: JSON of an article with the role of a reference and no outlet. What cannot be read as one text is
 * wrong usage: without it, nothing would be checked against the source.
 */
export async function readReference(
  name: string,
  options: ReadOptions,
  terminal: Terminal,
  deps: Deps,
): Promise<string> {
  const { articles } = await readSources([name], { ...options, quiet: true }, terminal, deps)
  const [article] = articles
  if (!article || articles.length !== 1)
    throw new UsageError(`--reference ${name}: it must be one text; ${articles.length} were found there.`)
  if (article.completeness.state === 'unreadable')
    throw new UsageError(
      `--reference ${name}: ${article.issues[0]?.message ?? 'it could not be read'} Quotations cannot be checked against it.`,
    )
  const read = AnnotatedArticle.parse(JSON.parse(article.json))
  return JSON.stringify({ ...read, role: 'reference', outlet: { id: '', name: '' } })
}
