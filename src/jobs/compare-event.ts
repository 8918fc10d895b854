/**
 * The compare job: what has arrived of a submission to its report and final state.
 *
 * Runs when every source is read or lost, and again at the deadline; the first one to finish wins, the other finds
 * the submission final and does nothing. A source that did not arrive is an unreadable article with its reason, so
 * its cells are unknown, never absent.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
import type { CompareJob } from '../model/job.js'
import { Report } from '../model/report.js'
import { isFinal, type ComparisonState, type SourceProgress } from '../model/submission.js'
import { compareArticles, readPage } from '../pipeline.js'
import { writeJson } from '../report/json.js'
import type { JobDeps } from './deps.js'
import { relabel } from './relabel.js'

export async function compareEvent(job: CompareJob, deps: JobDeps): Promise<void> {
  const { store } = deps
  const submission = await store.find(job.comparison)
  if (!submission || isFinal(submission.state)) return

  const progress = await store.sources(job.comparison)
  const stored = await store.articles(job.comparison)
  const options = { zone: submission.options.zone }
  const inTime = deps.now() < submission.deadlineAt
  const articles: AnnotatedArticle[] = []
  for (const item of progress) {
    const article = stored[item.position]
    if (article) articles.push(relabel(article, item.source))
    else {
      // Read by another version of this program, in a shape unknown here: its page is read again.
      const page = item.state === 'read' ? await store.page(job.comparison, item.position) : null
      articles.push(await readPage(page ?? lostPage(item, inTime), deps, options))
    }
  }

  const report = compareArticles({
    title: submission.title,
    articles,
    issues: [],
    generator: deps.generatorFor(submission.options),
  })
  const { state, reasons } = outcomeOf(report)
  const won = await store.finish(
    job.comparison,
    { state, reasons, report: writeJson(Report, report) },
    deps.now(),
  )
  if (won)
    deps.notice({ kind: 'finished', comparison: job.comparison, state, findings: report.findings.length })
}

function lostPage({ source, state, issue }: SourceProgress, inTime: boolean) {
  return {
    state: 'lost',
    source,
    url: null,
    fetchedAt: null,
    transient: false,
    issues: [issue ?? missing(source.name, state === 'fetched', inTime)],
  } as const
}

/** Neither read nor lost: time ran out, or its job ended without a word. */
function missing(source: string, fetched: boolean, inTime: boolean): Issue {
  const what = inTime
    ? 'its job ended without saying why, which is a defect of Synoptic or of the queue. Submit it again.'
    : 'it had not been read when the time for this comparison was up. Submit it again, or with a longer deadline.'
  return {
    code: inTime ? (fetched ? 'reading-failed' : 'fetching-failed') : 'deadline',
    severity: 'error',
    stage: 'ingest',
    source,
    article: null,
    message: `${source}: ${what}`,
  }
}

function outcomeOf(report: Report): { state: ComparisonState; reasons: string[] } {
  const errors = report.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.message)
  if (report.issues.some((issue) => issue.code === 'nothing-comparable'))
    return { state: 'failed', reasons: errors }
  return report.complete ? { state: 'complete', reasons: [] } : { state: 'partial', reasons: errors }
}
