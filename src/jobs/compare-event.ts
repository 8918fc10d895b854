/**
 * The compare job: what has arrived of a submission to its report and final state.
 *
 * Runs when every source is read or lost, and again at the deadline; the first one to finish wins, the other finds
 * the submission final and does nothing. A source that did not arrive is an unreadable article with its reason, so
 * its cells are unknown, never absent.
 */
import type { Issue } from '../model/issue.js'
import type { CompareJob } from '../model/job.js'
import type { ReportSummary } from '../model/pool-job.js'
import { isFinal, type ComparisonState, type SourceProgress } from '../model/submission.js'
import { compareEvent as compareArticles, readPage } from '../pool/pooled.js'
import { notesIn } from '../text/notes-file.js'
import type { JobDeps } from './deps.js'

export async function compareEvent(job: CompareJob, deps: JobDeps): Promise<void> {
  const { store } = deps
  const submission = await store.submission(job.comparison)
  if (!submission || isFinal(submission.state)) return

  const sources = await store.sources(job.comparison)
  const stored = await store.articles(job.comparison)
  const options = { zone: submission.options.zone }
  const inTime = deps.now() < submission.deadlineAt
  const articles = []
  for (const item of sources) {
    // What did not arrive is made an article without words; that asks for no process.
    const lost = async () => (await readPage(lostPage(item, inTime), deps, options)).json
    articles.push({ source: item.source, json: stored[item.position] ?? (await lost()) })
  }
  const generator = deps.generatorFor(submission.options)
  const text = await store.notes(job.comparison)
  const notes = text === null ? null : notesIn(text)
  if (typeof notes === 'string') throw new Error(`the stored notes are ${notes}`)
  const { summary, json } = await compareArticles(
    { title: submission.title, articles, issues: [], generator, reference: null, notes },
    deps,
    { name: job.comparison, mostBytes: mostReportBytes },
  )

  const { state, reasons } = outcomeOf(summary)
  const won = await store.finish(job.comparison, { state, reasons, report: json, summary }, deps.now())
  if (won) deps.notice({ kind: 'finished', comparison: job.comparison, state, findings: summary.findings })
}

/** Fifty reports of usual length give a fourth of it. A server that hands out more is held for too long by each. */
const mostReportBytes = 24_000_000

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

function outcomeOf({ complete, nothingComparable, errors }: ReportSummary): {
  state: ComparisonState
  reasons: readonly string[]
} {
  if (nothingComparable) return { state: 'failed', reasons: errors }
  return complete ? { state: 'complete', reasons: [] } : { state: 'partial', reasons: errors }
}
