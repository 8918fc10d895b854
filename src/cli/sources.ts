/** What commands that read sources work with: the program's parts, and sources read a few at a time, with progress, in input order. */
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

export type ReadSources = Pick<SourceList, 'title' | 'notes' | 'issues'> & {
  readonly articles: readonly ReadArticle[]
}

type WiringOptions = Pick<ReadOptions, 'allowPrivate' | 'now'>

export async function withDeps<T>(
  options: WiringOptions,
  work: (deps: ReturnType<typeof wire>) => Promise<T>,
  /** For what is done at so many places at once from the start; else as it comes. */
  processes: number | null = null,
): Promise<T> {
  const config = configFor(options)
  const pool = { ...config.pool, processes: processes ?? config.pool.processes }
  const now = (): Date => (options.now === undefined ? new Date() : new Date(options.now))
  const deps = wire({ ...config, pool }, now, { eager: processes !== null })
  try {
    return await work(deps)
  } finally {
    await deps.pool.close()
  }
}

/** The same, with what the command was given and where it prints. */
export type Desk<Options extends ReadOptions = ReadOptions> = Deps & {
  readonly options: Options
  readonly terminal: Terminal
}

export function withDesk<Options extends ReadOptions, T>(
  options: Options,
  terminal: Terminal,
  work: (desk: Desk<Options>) => Promise<T>,
): Promise<T> {
  return withDeps(options, (deps) => work({ ...deps, options, terminal }))
}

export async function readSources(
  names: readonly string[],
  { options, terminal, ...deps }: Desk,
  /** `warn`: without for a command that prints the issues itself. */
  { warn = true, keep }: { readonly warn?: boolean; readonly keep?: (page: RawPage) => void } = {},
): Promise<ReadSources> {
  const { sources, ...list } = await expandSources(names, deps)
  let done = 0
  const articles = await inOrder(sources, async (source) => {
    const page = await ingestSource(source, deps)
    keep?.(page)
    const article = await readPage(page, deps, { zone: options.zone })
    done++
    terminal.progress(`read ${done} of ${sources.length}: ${source.name}`)
    return article
  })
  if (warn && !options.quiet) warnOf([...list.issues, ...articles.flatMap(({ issues }) => issues)], terminal)
  return { ...list, articles }
}

export function configFor(options: Pick<WiringOptions, 'allowPrivate'>): Config {
  const config = readConfig(process.env)
  return options.allowPrivate ? { ...config, fetch: { ...config.fetch, allowPrivate: true } } : config
}

/** A few at a time: enough to overlap network and parsing, few enough for small machines. The answers in the order of the items. */
export async function inOrder<A, B>(
  items: readonly A[],
  work: (item: A) => Promise<B>,
  atOnce = 8,
): Promise<B[]> {
  const results: B[] = []
  const queue = items.entries()
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  })
  await Promise.all(workers)
  return results
}

export function warnOf(issues: readonly Issue[], terminal: Pick<Terminal, 'warn'>): void {
  for (const { severity, message } of issues)
    if (severity !== 'info') terminal.warn(`${severity}: ${message}`)
}

/** JSON of the file of `--reference`. What cannot be read as one text is wrong usage: nothing would be checked against the source. */
export async function readReference(name: string, desk: Desk): Promise<string> {
  const { articles } = await readSources([name], desk, { warn: false })
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
