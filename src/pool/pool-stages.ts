/** Reading and comparing with JSON on both sides, as processes of a pool do them. Never: the network, the disk, the clock. */
import { evidenceOf } from '../evidence/evidence.js'
import { warcRecords } from '../evidence/pages.js'
import { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
import {
  onlyPrinted,
  type ArticleToCompare,
  type CompareJob,
  type ComparedEvent,
  type ReadArticle,
  type PoolJobs,
  type ReadJob,
  type WriteJob,
  type Written,
} from '../model/pool-job.js'
import { Report } from '../model/report.js'
import type { Source } from '../model/source.js'
import type { StoryText } from '../model/story.js'
import { Versions } from '../model/versions.js'
import {
  askArticles,
  compareArticles,
  compareVersions,
  match,
  nearestInArticles,
  readPage,
  skimPage,
} from '../pipeline.js'
import { prepareStatement, verdictsIn } from '../reader/prepare.js'
import { readArticle, withoutWords } from './read-article.js'
import { writeJson } from '../report/json.js'
import { articlesOf } from '../report/saved-report.js'
import { summaryOf } from '../editions/summary.js'

export function read({ page, zone }: ReadJob): ReadArticle {
  return readArticle(readPage(page, { zone }))
}

export function skim({ page }: PoolJobs['skim']): StoryText {
  return skimPage(page)
}

export function compare({ articles, reference, ...event }: CompareJob): ComparedEvent {
  const report = compareArticles({
    ...event,
    articles: articles.map((given) => asGiven(AnnotatedArticle.parse(JSON.parse(given.json)), given)),
    reference: reference === null ? null : AnnotatedArticle.parse(JSON.parse(reference)),
  })
  return { summary: summaryOf(report), json: writeJson(Report, report) }
}

export function compareTwo(job: Extract<WriteJob, { readonly as: 'versions' }>): Written {
  const [old, fresh] = [job.old, job.new].map((json) => AnnotatedArticle.parse(JSON.parse(json)))
  if (!old || !fresh) throw new Error('two versions are needed')
  const found = compareVersions({ old, new: fresh, generator: job.generator })
  return onlyPrinted(writeJson(Versions, found))
}

export function answer({ asked, of, second = null }: Extract<WriteJob, { readonly as: 'asked' }>): Written {
  const read =
    'report' in of
      ? articlesOf(Report.parse(JSON.parse(of.report)))
      : of.articles.map((json) => AnnotatedArticle.parse(JSON.parse(json)))
  const printed =
    second === 'wanted'
      ? JSON.stringify(prepareStatement(asked.words, nearestInArticles(asked, read)))
      : askArticles(asked, read, second && verdictsIn(second))
          .map((one) => JSON.stringify(one))
          .join('\n')
  return onlyPrinted(printed)
}

export function matched({ a, b }: Extract<WriteJob, { readonly as: 'match' }>): Written {
  return onlyPrinted(JSON.stringify(match(a, b)))
}

function asGiven(article: AnnotatedArticle, { source, leftOut }: ArticleToCompare): AnnotatedArticle {
  const named = source === null ? article : relabel(article, source)
  return leftOut === null ? named : withoutWords(named, 'compare', leftOut)
}

/** An article read for one source, under the name of another with the same bytes: its name, outlet and issues follow the source. */
function relabel(article: AnnotatedArticle, source: Source): AnnotatedArticle {
  const named = (issue: Issue): Issue => ({
    ...issue,
    source: issue.source === null ? null : source.name,
    message: issue.message.startsWith(`${article.source}: `)
      ? source.name + issue.message.slice(article.source.length)
      : issue.message,
  })
  return { ...article, source: source.name, issues: article.issues.map(named) }
}

/** A zip of evidence: pages may be large. */
export function zipped({
  report,
  pages,
  troubles,
  generator,
  made,
}: Extract<WriteJob, { readonly as: 'evidence' }>): Written {
  const { zip } = evidenceOf({
    report: Report.parse(JSON.parse(report)),
    json: report,
    records: warcRecords(pages, `${generator.name}/${generator.version}`, made),
    troubles: new Map(troubles),
    generator,
    made,
  })
  return { state: 'written', files: [{ name: 'evidence.zip', content: zip }], printed: '', summary: null }
}
