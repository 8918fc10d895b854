/**
 * Whole events for tests: the samples, read and compared once a run, or articles written in the test itself.
 */
import path from 'node:path'
import { readConfig } from '../../src/config.js'
import { inlinePool } from './inline-pool.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { RawPage } from '../../src/model/raw-page.js'
import type { Generator, Report } from '../../src/model/report.js'
import { compareArticles, expandSources, readPage, readSource } from '../../src/pipeline.js'
import type { Deps } from '../../src/pool/pooled.js'
import { sha256 } from '../../src/text/hash.js'
import { wire } from '../../src/wire.js'
import { frozen } from './frozen.js'
import { onceARun } from './once-a-run.js'

export const root = path.resolve(import.meta.dirname, '../..')
export const samples = ['moscow-talks', 'harbour-accord'] as const

export const generator: Generator = { name: 'synoptic', version: 'test', options: {}, versions: {} }
const options = { zone: 'UTC' }

/** Deps that read in this thread, so that a failing test shows where. */
export function testDeps(): Deps {
  return { ...wire(readConfig({}), () => new Date(0)), pool: inlinePool() }
}

const samplesRead = new Map<string, Promise<readonly AnnotatedArticle[]>>()
const samplesCompared = new Map<string, Promise<Report>>()

/** A sample's articles, read once for all tests. */
export function readSample(name: string): Promise<readonly AnnotatedArticle[]> {
  const known = samplesRead.get(name) ?? onceARun(`read-${name}`, () => readAnew(name)).then(frozen)
  samplesRead.set(name, known)
  return known
}

/** A sample's report, made once for all tests. */
export function compareSample(name: string): Promise<Report> {
  const known =
    samplesCompared.get(name) ?? onceARun(`compared-${name}`, () => compareAnew(name)).then(frozen)
  samplesCompared.set(name, known)
  return known
}

async function compareAnew(name: string): Promise<Report> {
  const { title } = await expandSources([path.join(root, 'samples', name)], testDeps())
  return compareAll(await readSample(name), title ?? undefined)
}

async function readAnew(name: string): Promise<readonly AnnotatedArticle[]> {
  const deps = testDeps()
  const { sources } = await expandSources([path.join(root, 'samples', name)], deps)
  const articles: AnnotatedArticle[] = []
  for (const source of sources) articles.push(await readSource(source, deps, options))
  return articles.map(withoutCheckout)
}

/** The folder of the checkout is no part of what is tested: names and messages count from it. */
export function withoutCheckout(article: AnnotatedArticle): AnnotatedArticle {
  const short = (text: string): string => text.replaceAll(`${root}/`, '')
  return {
    ...article,
    source: short(article.source),
    issues: article.issues.map((issue) => ({
      ...issue,
      source: issue.source && short(issue.source),
      message: short(issue.message),
    })),
  }
}

/** An article from text as it would stand in a .txt file. */
export function readText(name: string, text: string): Promise<AnnotatedArticle> {
  return Promise.resolve(readPage(textPage(name, text), options))
}

export function textPage(name: string, text: string): RawPage {
  const bytes = Buffer.from(text)
  return {
    state: 'read',
    source: { name, kind: 'file', location: name, outlet: null },
    url: null,
    fetchedAt: null,
    issues: [],
    mediaType: 'text',
    charset: null,
    bytes: bytes.toString('base64'),
    sha256: sha256(bytes),
  }
}

export function compareAll(articles: readonly AnnotatedArticle[], title = 'test'): Report {
  return compareArticles({ title, articles, issues: [], generator })
}
