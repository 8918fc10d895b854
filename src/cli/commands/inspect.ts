/** Commands that compare nothing: what is read of each source (`inspect`), who said what (`quotes`), the claim matcher alone (`match`). */
import { AnnotatedArticle } from '../../model/annotated-article.js'
import { InspectedArticle, MatchResult } from '../../model/report.js'
import { writeJson } from '../../report/json.js'
import { inspectedArticle } from '../../report/report.js'
import { articleWithoutText } from '../../report/without-text.js'
import { exitCodeOfReading, UsageError, exitCodes } from '../outcome.js'
import { generatorOf } from '../../generator.js'
import { describe } from '../inspection.js'
import { readSources, withDeps } from '../sources.js'
import type { Run, inspectOptions, matchOptions, quotesOptions } from '../options.js'
import { QuoteLine } from '../../model/quote-line.js'
import { quotesTable, quoteLines, quoteLinesCsv } from '../../editions/tables/quote-lines.js'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { jsonOf } from '../../text/parsed.js'

export const inspect: Run<typeof inspectOptions> = async (names, options, terminal) => {
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

export const quotes: Run<typeof quotesOptions> = async (names, options, terminal) => {
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

const Pair = z.object({ a: z.string(), b: z.string() })

export const match: Run<typeof matchOptions> = async (_, options, terminal) => {
  const { match: matchClaims } = await import('../../pipeline.js')
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const { data: pair } = Pair.safeParse(jsonOf(line))
    if (!pair)
      throw new UsageError(
        `Standard input, line ${number}: it is not a JSON object with the texts "a" and "b", such as {"a":"…","b":"…"}.`,
      )
    const result = matchClaims(pair.a, pair.b)
    await terminal.out(options.json ? `${writeJson(MatchResult, result)}\n` : verdict(result))
  }
  return exitCodes.complete
}

function verdict({ score, same, contradicts }: MatchResult): string {
  const word = same ? 'same' : 'not the same'
  return `${score.toFixed(3)}  ${word}${contradicts ? ', contradicts' : ''}\n`
}
