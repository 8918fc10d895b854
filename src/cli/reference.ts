/**
 * Reads the file of `--reference`. Out: JSON of an article with the role of a reference and no outlet.
 * What cannot be read as one text is wrong usage: without it, nothing would be checked against the source.
 */
import { AnnotatedArticle } from '../model/annotated-article.js'
import type { Deps } from '../pool/pooled.js'
import { readSources } from './sources.js'
import type { Terminal } from './terminal.js'
import type { ReadOptions } from './typed.js'
import { UsageError } from './usage-error.js'

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
