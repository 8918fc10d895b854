/** Reading and comparing with JSON on both sides, as processes of a pool do them. Never: the network, the disk, the clock. */
import { relabel } from './jobs/relabel.js'
import { AnnotatedArticle } from './model/annotated-article.js'
import type { ArticleToCompare, CompareJob, ComparedEvent, ReadArticle, ReadJob } from './model/pool-job.js'
import { Report } from './model/report.js'
import { compareArticles, readPage } from './pipeline.js'
import { readArticle, withoutWords } from './read-article.js'
import { writeJson } from './report/json.js'
import { summaryOf } from './report/summary.js'

export function read({ page, zone }: ReadJob): ReadArticle {
  return readArticle(readPage(page, { zone }))
}

export function compare({ articles, reference, ...event }: CompareJob): ComparedEvent {
  const parsed = articles.map(({ json }) => AnnotatedArticle.safeParse(JSON.parse(json)))
  const positions = parsed.flatMap(({ success }, position) => (success ? [] : [position]))
  if (positions.length > 0) return { state: 'unknown-shape', positions }
  const report = compareArticles({
    ...event,
    articles: parsed.flatMap(({ data }, position) => {
      const given = articles[position]
      return data && given ? [asGiven(data, given)] : []
    }),
    reference: reference === null ? null : AnnotatedArticle.parse(JSON.parse(reference)),
  })
  return { state: 'compared', summary: summaryOf(report), json: writeJson(Report, report) }
}

function asGiven(article: AnnotatedArticle, { source, leftOut }: ArticleToCompare): AnnotatedArticle {
  const named = source === null ? article : relabel(article, source)
  return leftOut === null ? named : withoutWords(named, 'compare', leftOut)
}
