/**
 * The handlers a worker runs, by queue. What fails on its last try is written down, so that every submission ends:
 * a source as lost, a comparison as failed.
 */
import type { SourceJob } from '../model/job.js'
import { RunLater, type Handlers, type JobContext } from '../ports/queue.js'
import { StoreAway } from '../ports/store.js'
import { compareEvent } from './compare-event.js'
import type { JobDeps } from './deps.js'
import { fetchSource } from './fetch-source.js'
import { observed } from './observed.js'
import { readSourceJob } from './read-source.js'

export function handlers(deps: JobDeps): Handlers {
  return observed(
    {
      fetch: (job, context) =>
        onLastFailure(context, fetchSource(job, context, deps), (error) =>
          lose(job, 'fetching', error, deps),
        ),
      read: (job, context) =>
        onLastFailure(context, readSourceJob(job, context, deps), (error) =>
          lose(job, 'reading', error, deps),
        ),
      compare: (job, context) =>
        onLastFailure(context, compareEvent(job, deps), async (error) => {
          const reasons = [
            `The comparison failed, which is a defect of Synoptic: ${withoutQuoted(error.message)}`,
          ]
          await deps.store.finish(job.comparison, { state: 'failed', reasons, report: null }, deps.now())
          deps.notice({ kind: 'finished', comparison: job.comparison, state: 'failed', findings: 0 })
        }),
    },
    deps,
  )
}

/**
 * What fails once the worker is told to stop at once fails for that reason: another one does it. And the last try of a
 * job that fails because the store is away or full does not count: the job is put off until the store
 * takes writes again, so that no outage, however long, turns into a lost source.
 */
async function onLastFailure(
  context: JobContext,
  work: Promise<void>,
  writeDown: (error: Error) => Promise<void>,
): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof RunLater) throw error
    if (context.signal.aborted) throw new RunLater(0, error)
    if (!context.lastTry) throw error
    if (error instanceof StoreAway) throw new RunLater(storeAwayMs, error)
    await writeDown(error instanceof Error ? error : new Error(String(error))).catch((trouble: unknown) => {
      throw trouble instanceof StoreAway ? new RunLater(storeAwayMs, trouble) : trouble
    })
    throw error
  }
}

const storeAwayMs = 3_000

/** A defect's message may quote the article it stumbled over (JSON.parse does); the reason goes into lists and webhooks. */
function withoutQuoted(message: string): string {
  const [first, last] = [message.indexOf('"'), message.lastIndexOf('"')]
  return first < last ? `${message.slice(0, first)}"…"${message.slice(last + 1)}` : message
}

async function lose(job: SourceJob, doing: string, error: Error, { store, notice }: JobDeps): Promise<void> {
  const source = (await store.sources(job.comparison))[job.position]?.source
  if (!source) return
  const code = `${doing}-failed`
  await store.lose(job.comparison, job.position, {
    code,
    severity: 'error',
    stage: doing === 'fetching' ? 'ingest' : 'normalize',
    source: source.name,
    article: null,
    message: `${source.name}: ${doing} it failed, which is a defect of Synoptic or of this machine: ${withoutQuoted(error.message)}`,
  })
  notice({ kind: 'lost', comparison: job.comparison, position: job.position, code })
}
