/**
 * What works in one process works across a queue: the pipeline run again with a JSON round trip between all stages.
 * And normalizing an article's text as a .txt file gives the same text.
 */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { align } from '../../src/align/align.js'
import { annotate } from '../../src/annotate/annotate.js'
import { withSharedSpeakers } from '../../src/compare/actors/shared-speakers.js'
import { compare } from '../../src/compare/compare.js'
import { front } from '../../src/front/front.js'
import { ingest } from '../../src/ingest/ingest.js'
import { Alignment } from '../../src/model/alignment.js'
import { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { Article } from '../../src/model/article.js'
import { Comparison } from '../../src/model/comparison.js'
import { RawPage } from '../../src/model/raw-page.js'
import { Report } from '../../src/model/report.js'
import { normalize } from '../../src/normalize/normalize.js'
import { expandSources } from '../../src/pipeline.js'
import { writeJson } from '../../src/report/json.js'
import { report as makeReport } from '../../src/report/report.js'
import {
  compareSample,
  generator,
  readSample,
  readText,
  root,
  samples,
  testDeps,
  withoutCheckout,
} from '../support/event.js'
import type { z } from 'zod'

/** Through JSON and the stage's own schema: nothing may be lost, nothing may be there that the schema does not know. */
function across<T>(schema: z.ZodType<T>, value: T): T {
  return schema.parse(JSON.parse(JSON.stringify(value)))
}

describe.each(samples)('%s', (sample) => {
  test('gives the same report with JSON between all stages', async () => {
    const deps = testDeps()
    const { sources, title } = await expandSources([path.join(root, 'samples', sample)], deps)
    const articles: AnnotatedArticle[] = []
    for (const source of sources) {
      const page = across(RawPage, await ingest(source, deps.fetchers))
      const article = across(Article, normalize(page))
      const annotated = across(AnnotatedArticle, annotate(article, { zone: 'UTC' }))
      articles.push(withoutCheckout(annotated))
    }
    const settled = withSharedSpeakers(articles).map((article) => across(AnnotatedArticle, article))
    const alignment = across(Alignment, align(settled))
    const comparison = across(Comparison, compare(settled, alignment))
    const report = makeReport({
      title: title ?? '',
      articles: settled,
      issues: [],
      alignment,
      comparison,
      front: front({ ...alignment, ...comparison, articles: settled }),
      generator,
    })
    const direct = await compareSample(sample)
    expect(writeJson(Report, report)).toBe(writeJson(Report, direct))
  })

  test('normalizing the text of an article as .txt gives the same text', async () => {
    for (const article of await readSample(sample)) {
      const again = await readText('again.txt', article.text)
      expect(again.text).toBe(article.text)
    }
  })
})
