/** `synoptic inspect`: what was read of each source, one at a time. JSON lines, or a short description for people. */
import { AnnotatedArticle } from '../../model/annotated-article.js'
import { InspectedArticle } from '../../model/report.js'
import { writeJson } from '../../report/json.js'
import { inspectedArticle } from '../../report/report.js'
import { articleWithoutText } from '../../report/without-text.js'
import { exitCodeOfReading, type ExitCode } from '../outcome.js'
import { generatorOf } from '../../generator.js'
import { describe } from '../inspection.js'
import { readSources, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { InspectOptions } from '../options.js'

export async function inspect(
  names: readonly string[],
  options: InspectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { articles: read } = await withDeps(options, (deps) =>
    // For people, troubles stand under each source.
    readSources(names, options, terminal, deps, { warn: options.json }),
  )
  const articles = read.map(({ json }) => AnnotatedArticle.parse(JSON.parse(json)))
  const generator = generatorOf({ zone: options.zone, text: options.text })
  const json = (article: AnnotatedArticle): string => {
    const line = inspectedArticle(article, generator, options)
    return writeJson(InspectedArticle, options.text ? line : articleWithoutText(line))
  }
  for (const article of articles)
    await terminal.out(options.json ? `${json(article)}\n` : describe(article, options.removed))
  return exitCodeOfReading(articles)
}
