/** `synoptic quotes`: who said what over all sources, as a table for people, CSV, or JSON lines. */
import { AnnotatedArticle } from '../../model/annotated-article.js'
import { QuoteLine } from '../../model/quote-line.js'
import { writeJson } from '../../report/json.js'
import { quotesTable, quoteLines, quoteLinesCsv } from '../../editions/tables/quote-lines.js'
import { type ExitCode, exitCodeOfReading, UsageError } from '../outcome.js'
import { readSources, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { QuotesOptions } from '../options.js'

export async function quotes(
  names: readonly string[],
  options: QuotesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.json && options.csv) throw new UsageError('Give either --json or --csv, not both.')
  const { articles } = await withDeps(options, (deps) => readSources(names, options, terminal, deps))
  const lines = quoteLines(articles.map(({ json }) => AnnotatedArticle.parse(JSON.parse(json))))
  const printed = options.json
    ? lines.map((line) => `${writeJson(QuoteLine, line)}\n`).join('')
    : options.csv
      ? quoteLinesCsv(lines)
      : quotesTable(lines, terminal.width)
  await terminal.out(printed)
  return exitCodeOfReading(articles)
}
