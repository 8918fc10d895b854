/**
 * The compare job: when every source is read or lost, and again at the deadline; the first one to finish wins. A source that did not arrive
 * is an unreadable article with its reason, so its cells are unknown, never absent.
 */
import type { Issue } from '../model/issue.js'
import type { CompareJob } from '../model/job.js'
import type { ComparedEvent, ReportSummary } from '../model/pool-job.js'
import {
  isAwaited,
  isFinal,
  type ComparisonState,
  type SourceProgress,
  type Submission,
} from '../model/submission.js'
import { compareEvent as compareArticles, readPage } from '../pool/pooled.js'
import { notesIn } from '../text/notes-file.js'
import type { JobDeps } from './deps.js'

export async function compareEvent(job: CompareJob, deps: JobDeps): Promise<void> {
  const { store } = deps
  const submission = await store.submission(job.comparison)
  if (!submission || isFinal(submission.state)) return

  const notes = submission.notes === 'given' ? await store.notes(job.comparison) : null
  const { summary, json } = await compared(submission, notes, deps)
  const { state, reasons } = outcomeOf(summary)
  const won = await store.finish(job.comparison, { state, reasons, report: json, summary }, deps.now())
  if (!won) return
  deps.notice({ kind: 'finished', comparison: job.comparison, state, findings: summary.findings })
  // Where the queue is away, the next look at the store does it.
  if (isAwaited({ ...submission, state })) await deps.queue.addReading(job.comparison).catch(() => undefined)
}

/** What has arrived of a submission, compared. `text`: of a notes file. */
export async function compared(
  { id, options, title, deadlineAt, finishedAt }: Submission,
  text: string | null,
  deps: JobDeps,
): Promise<ComparedEvent> {
  const { store } = deps
  const sources = await store.sources(id)
  const stored = await store.articles(id)
  const inTime = (finishedAt ?? deps.now()) < deadlineAt
  const articles = []
  for (const item of sources) {
    // What did not arrive is made an article without words; that asks for no process.
    const lost = async () => (await readPage(lostPage(item, inTime), deps, { zone: options.zone })).json
    articles.push({ source: item.source, json: stored[item.position] ?? (await lost()) })
  }
  const notes = text === null ? null : notesIn(text)
  if (typeof notes === 'string') throw new Error(`the stored notes are ${notes}`)
  const generator = deps.generatorFor(options)
  const name = notes === null ? id : `${id} with notes ${notes.sha256}`
  const result = await compareArticles({ title, articles, generator, notes }, deps, {
    name,
    mostBytes: mostReportBytes,
  })
  if (result.summary.notes) deps.notice({ kind: 'noted', comparison: id, ...result.summary.notes })
  return result
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
