/**
 * Runs the pipeline in this process, with the values as a user of the program gets them (through the one JSON writer).
 * In: files. Out: articles as `inspect --json` prints them, reports as `compare --json` does.
 */
import { setImmediate } from 'node:timers/promises'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { InspectedArticle, Report, type Generator } from '../../src/model/report.js'
import { compareArticles, expandSources, readSource } from '../../src/pipeline.js'
import { writeJson } from '../../src/report/json.js'
import { inspectedArticle } from '../../src/report/report.js'
import { version } from '../../src/generator.js'
import { wire } from '../../src/wire.js'

const generator: Generator = { name: 'synoptic', version, options: {}, versions: {} }
const deps = wire()

export async function inspectFiles(files: readonly string[]): Promise<readonly InspectedArticle[]> {
  const { articles } = await readFiles(files)
  return articles.map(
    (article) =>
      JSON.parse(writeJson(InspectedArticle, inspectedArticle(article, generator))) as InspectedArticle,
  )
}

/** Annotated articles as they are, for what asks one stage alone. */
export async function readArticles(files: readonly string[]): Promise<readonly AnnotatedArticle[]> {
  return (await readFiles(files)).articles
}

export async function compareFiles(files: readonly string[]): Promise<Report> {
  const { articles, title, issues } = await readFiles(files)
  const report = compareArticles({ title, articles, issues, generator })
  return JSON.parse(writeJson(Report, report)) as Report
}

async function readFiles(files: readonly string[]) {
  const { sources, title, issues } = await expandSources(files, deps)
  const articles: AnnotatedArticle[] = []
  for (const source of sources) {
    articles.push(await readSource(source, deps, { zone: 'UTC' }))
    // Lets jsdom's windows go: in a loop without a pause all of them stay in memory.
    await setImmediate()
  }
  return { articles, title, issues }
}

/** Seconds that a task took, on a clock that only measures distances. */
export async function timed<Result>(task: () => Promise<Result>): Promise<readonly [Result, number]> {
  const started = performance.now()
  const result = await task()
  return [result, (performance.now() - started) / 1_000]
}
