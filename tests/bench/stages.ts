/**
 * Each stage and the whole, timed in this process.
 * In: files, and how many rounds. Out: milliseconds a stage and round, and counts that would betray a wrong result.
 */
import { setImmediate } from 'node:timers/promises'
import { align } from '../../src/align/align.js'
import { withDistinctIds } from '../../src/align/distinct.js'
import { annotate } from '../../src/annotate/annotate.js'
import { compare } from '../../src/compare/compare.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Article } from '../../src/model/article.js'
import type { RawPage } from '../../src/model/raw-page.js'
import { Report, type Generator } from '../../src/model/report.js'
import { expandSources, ingest, normalize } from '../../src/pipeline.js'
import { reportFiles } from '../../src/editions/make.js'
import { writeJson } from '../../src/report/json.js'
import { front } from '../../src/front/front.js'
import { report } from '../../src/report/report.js'
import { sha256 } from '../../src/text/hash.js'
import { version } from '../../src/generator.js'
import { wire } from '../../src/wire.js'

export const stageNames = [
  'ingest',
  'normalize',
  'annotate',
  'align',
  'compare',
  'report',
  'json',
  'views',
] as const
export type StageName = (typeof stageNames)[number]
export type Round = Readonly<Record<StageName | 'whole', number>>
export type StageRun = {
  /** Milliseconds; a warming-up round is left out. */
  readonly rounds: readonly Round[]
  readonly counts: Readonly<Record<string, number>>
  /** First 12 digits of the JSON's sha256: differs whenever any result differs. */
  readonly digest: string
}

const generator: Generator = { name: 'synoptic', version, options: {}, versions: {} }
const deps = wire()

/** `warmUp`: one round before the counted ones; large coverage is warm after its first articles. */
export async function timeStages(
  names: readonly string[],
  rounds: number,
  warmUp: boolean,
): Promise<StageRun> {
  if (warmUp) await once(names)
  const times: Round[] = []
  let last = await once(names)
  times.push(last.times)
  while (times.length < rounds) {
    last = await once(names)
    times.push(last.times)
  }
  return { rounds: times, counts: countsOf(last.result), digest: sha256(last.json).slice(0, 12) }
}

async function once(names: readonly string[]): Promise<{ times: Round; result: Report; json: string }> {
  const spent = new Map<StageName, number>()
  const time = async <Result>(stage: StageName, task: () => Result | Promise<Result>): Promise<Result> => {
    const started = performance.now()
    const result = await task()
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - started)
    return result
  }
  const { sources } = await time('ingest', () => expandSources(names, deps))
  const pages: RawPage[] = []
  for (const source of sources) pages.push(await time('ingest', () => ingest(source, deps.fetchers)))
  const normalized: Article[] = []
  for (const page of pages) {
    normalized.push(await time('normalize', () => normalize(page)))
    await setImmediate()
  }
  const read: AnnotatedArticle[] = []
  for (const article of normalized)
    read.push(await time('annotate', () => annotate(article, { zone: 'UTC' })))
  const articles = withDistinctIds(read)
  const alignment = await time('align', () => align(articles))
  const comparison = await time('compare', () => compare(articles, alignment))
  const result = await time('report', () =>
    report({
      title: 'Bench',
      articles,
      issues: [],
      alignment,
      comparison,
      front: front({ ...alignment, ...comparison, articles }),
      generator,
    }),
  )
  const json = await time('json', () => writeJson(Report, result))
  await time('views', () => reportFiles(result))
  const stages = stageNames.map((stage) => [stage, spent.get(stage) ?? 0] as const)
  const whole = stages.reduce((sum, [, ms]) => sum + ms, 0)
  return { times: { ...Object.fromEntries(stages), whole } as Round, result, json }
}

function countsOf(result: Report): Record<string, number> {
  const sum = (of: (article: Report['articles'][number]) => number): number =>
    result.articles.reduce((total, article) => total + of(article), 0)
  return {
    articles: result.articles.length,
    words: sum((article) => article.text.split(/\s+/u).length),
    sentences: sum((article) => article.sentences.length),
    quotes: sum((article) => article.quotes.length),
    claims: sum((article) => article.claims.length),
    'quote columns': result.quotes.length,
    'claim columns': result.claims.length,
    findings: result.findings.length,
    'lost sources': result.articles.filter((article) => article.completeness.state === 'unreadable').length,
  }
}
