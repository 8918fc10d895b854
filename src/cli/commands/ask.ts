/** `synoptic check-quotation`, `synoptic find-statement`: what each of some reports answers to a question. */
import { csvRecords } from '../../batch-manifest.js'
import { type Asked, AskedAnswer } from '../../model/asked.js'
import type { ReadArticle } from '../../model/pool-job.js'
import { answersTo, type Second } from '../../pool/pooled.js'
import { askedLine, renderAnswers } from '../../print/asked.js'
import { articlesOf } from '../../report/saved-report.js'
import { readUserFile, refuseBare, savedReportAt } from '../files.js'
import type {
  AskingOptions,
  CheckQuotationOptions,
  Run,
  checkQuotationOptions,
  findStatementOptions,
} from '../options.js'
import { judgeNamed } from '../reading.js'
import { exitCodeOfReading, exitCodes, UsageError, type ExitCode } from '../outcome.js'
import { readReference, readSources, withDesk, type Desk } from '../sources.js'
import type { Terminal } from '../terminal.js'

export const checkQuotation: Run<typeof checkQuotationOptions> = async (names, options, terminal) => {
  const { saidBy = null, from } = options
  const [asked, sources] = await questions(names, from, 'quotation', (words, by) => ({
    for: 'quotation',
    words,
    saidBy: by ?? saidBy,
  }))
  return answered(asked, sources, options, terminal, null)
}

export const findStatement: Run<typeof findStatementOptions> = async (names, options, terminal) => {
  const [asked, sources] = await questions(names, options.from, 'statement', (words) => ({
    for: 'statement',
    words,
  }))
  return answered(asked, sources, options, terminal, await judgeNamed(options, terminal))
}

const longest = 4_000

async function questions(
  [first = '', ...others]: readonly string[],
  file: string | undefined,
  what: string,
  make: (words: string, saidBy: string | null) => Asked,
): Promise<readonly [readonly Asked[], readonly string[]]> {
  if (file === undefined) {
    if (first.trim() === '' || others.length === 0)
      throw new UsageError(
        `Give the ${what} first, in quotation marks, then what to search: reports, or one report.json.`,
      )
    if (first.length > longest) throw new UsageError(`The ${what} is longer than ${longest} characters.`)
    return [[make(first, null)], others]
  }
  const asked: Asked[] = []
  for await (const { cells, line } of csvRecords(file, await readUserFile(file), ['words'], {
    whole: true,
  })) {
    const { words = '', said_by: by = '' } = cells
    if (words === '' || words.length > longest)
      throw new UsageError(
        `${file}, line ${line}: the column words is empty or has more than ${longest} characters.`,
      )
    asked.push(make(words, by || null))
  }
  if (asked.length === 0)
    throw new UsageError(`${file} has no row. Its first line names the columns: words, said_by.`)
  return [asked, [first, ...others].filter((name) => name !== '')]
}

async function answered(
  asked: readonly Asked[],
  names: readonly string[],
  { reference, ...options }: AskingOptions & Pick<CheckQuotationOptions, 'reference'>,
  terminal: Terminal,
  second: Second | null,
): Promise<ExitCode> {
  return withDesk(options, terminal, async (desk) => {
    const reports = await articlesIn(names, desk)
    const transcript = reference === undefined ? [] : [await readReference(reference, desk)]
    const articles = [...transcript, ...reports.map(({ json }) => json)]
    for (const one of asked) {
      const written = await answersTo({ asked: one, of: { articles } }, desk, second)
      if (written.state === 'refused') throw new UsageError(written.reason)
      if (options.json) await terminal.out(`${written.printed}\n`)
      else {
        const answers = written.printed.split('\n').map((line) => AskedAnswer.parse(JSON.parse(line)))
        const by = one.for === 'quotation' ? one.saidBy : null
        if (asked.length > 1) await terminal.out(askedLine(one.words, by, answers.length))
        await terminal.out(`${renderAnswers(answers, terminal.width)}${asked.length > 1 ? '\n' : ''}`)
      }
    }
    return reports.length === 0 ? exitCodes.nothingComparable : exitCodeOfReading(reports)
  })
}

async function articlesIn(
  names: readonly string[],
  desk: Desk,
): Promise<readonly Pick<ReadArticle, 'json' | 'completeness'>[]> {
  const saved = names.length === 1 && names[0] !== undefined ? await savedReportAt(names[0]) : null
  if (!saved) return (await readSources(names, desk)).articles
  refuseBare(saved)
  return articlesOf(saved).map((article) => ({
    json: JSON.stringify(article),
    completeness: article.completeness,
  }))
}
