/**
 * Reads the file of `--reference`. Out: an article with the role of a reference and no outlet.
 * What cannot be read as one text is wrong usage: without it, nothing would be checked against the source.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { readSources } from './sources.js'
import type { Terminal } from './terminal.js'
import type { ReadOptions } from './typed.js'
import { UsageError } from './usage-error.js'

export async function readReference(
  name: string,
  options: ReadOptions,
  terminal: Terminal,
): Promise<AnnotatedArticle> {
  const { articles } = await readSources([name], { ...options, quiet: true }, terminal)
  const [article] = articles
  if (!article || articles.length !== 1)
    throw new UsageError(`--reference ${name}: it must be one text; ${articles.length} were found there.`)
  if (article.completeness.state === 'unreadable')
    throw new UsageError(
      `--reference ${name}: ${article.issues[0]?.message ?? 'it could not be read'} Quotations cannot be checked against it.`,
    )
  return { ...article, role: 'reference', outlet: { id: '', name: '' } }
}
