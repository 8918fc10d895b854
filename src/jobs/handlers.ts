/** The handlers a worker runs. What fails on its last try is written down, so that every submission ends. */
import type { CompareJob, QueueName, SourceJob } from '../model/job.js'
import { PutOff } from '../ports/pool.js'
import { type Handlers, type JobContext, RunLater } from '../ports/queue.js'
import { StoreAway } from '../ports/store.js'
import { charging, lostLimit, type Presence } from './presence.js'
import { askReader, ReaderAway } from './ask-reader.js'
import { compareEvent } from './compare-event.js'
import type { JobDeps } from './deps.js'
import { fetchSource } from './fetch-source.js'
import { readSourceJob } from './read-source.js'

export function handlers(deps: JobDeps, presence: Presence): Handlers {
  const charged = charging(presence)
  return observed(
    {
      fetch: (job, context) =>
        onLastFailure(context, fetchSource(job, context, deps), (error) =>
          lose(job, 'fetching-failed', defect('fetching', error), deps),
        ),
      read: (job, context) => {
        const run = { stage: 'read', comparison: job.comparison, position: job.position } as const
        const work = charged(run, {
          work: () => readSourceJob(job, deps),
          setAside: () => lose(job, 'worker-lost', setAside('read it', 'Leave it out'), deps),
        })
        return onLastFailure(context, work, (error) =>
          lose(job, 'reading-failed', defect('reading', error), deps),
        )
      },
      compare: (job, context) => {
        const run = { stage: 'compare', comparison: job.comparison, position: -1 } as const
        const work = charged(run, {
          work: () => compareEvent(job, deps),
          setAside: () =>
            fail(job, `The comparison: ${setAside('made it', 'Try it with fewer sources')}`, deps),
        })
        return onLastFailure(context, work, (error) =>
          fail(
            job,
            `The comparison failed, which is a defect of Synoptic: ${withoutQuoted(error.message)}`,
            deps,
          ),
        )
      },
      reader: (job, context) =>
        onLastFailure(context, askReader(job, deps, context.signal), (error) =>
          deps.store.keepNotes(job.comparison, {
            reason: error instanceof ReaderAway ? error.message : defect('asking', error),
          }),
        ),
    },
    deps,
  )
}

/**
 * What fails once the worker is told to stop is another's to do. A last try that fails because the store is away does not count: no outage,
 * however long, turns into a lost source.
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
    if (error instanceof PutOff) throw new RunLater(putOffMs)
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
/** How soon to ask for the outcome of what takes long. */
const putOffMs = 1_000

/** A defect's message may quote the article it stumbled over (JSON.parse does); the reason goes into lists and webhooks. */
export function withoutQuoted(message: string): string {
  const [first, last] = [message.indexOf('"'), message.lastIndexOf('"')]
  return first < last ? `${message.slice(0, first)}"…"${message.slice(last + 1)}` : message
}

function defect(doing: string, error: Error): string {
  return `${doing} it failed, which is a defect of Synoptic or of this machine: ${withoutQuoted(error.message)}`
}

function setAside(doing: string, remedy: string): string {
  return `${lostLimit} processes in turn were lost while they ${doing}, the last with nothing else to do, so it was set aside. ${remedy}.`
}

async function lose(
  job: SourceJob,
  code: string,
  message: string,
  { store, notice }: JobDeps,
): Promise<void> {
  const source = (await store.sources(job.comparison))[job.position]?.source
  if (!source) return
  await store.lose(job.comparison, job.position, {
    code,
    severity: 'error',
    stage: code === 'fetching-failed' ? 'ingest' : 'normalize',
    source: source.name,
    article: null,
    message: `${source.name}: ${message}`,
  })
  notice({ kind: 'lost', comparison: job.comparison, position: job.position, code })
}

async function fail({ comparison }: CompareJob, reason: string, deps: JobDeps): Promise<void> {
  const outcome = { state: 'failed', reasons: [reason], report: null } as const
  if (await deps.store.finish(comparison, outcome, deps.now()))
    deps.notice({ kind: 'finished', comparison, state: 'failed', findings: 0 })
}

export function observed(handlers: Handlers, { notice }: Pick<JobDeps, 'notice'>): Handlers {
  const watch = async (stage: QueueName, comparison: string, work: Promise<void>): Promise<void> => {
    const started = performance.now()
    const tell = (outcome: 'done' | 'later' | 'failed', cause: string | null): void => {
      const seconds = (performance.now() - started) / 1_000
      notice({ kind: 'ran', stage, comparison, seconds, outcome, cause })
    }
    try {
      await work
      tell('done', null)
    } catch (error) {
      if (error instanceof RunLater && error.cause === undefined) tell('later', null)
      else tell('failed', causeOf(error instanceof RunLater ? error.cause : error))
      throw error
    }
  }
  return {
    fetch: (job, context) => watch('fetch', job.comparison, handlers.fetch(job, context)),
    read: (job, context) => watch('read', job.comparison, handlers.read(job, context)),
    compare: (job, context) => watch('compare', job.comparison, handlers.compare(job, context)),
    reader: (job, context) => watch('reader', job.comparison, handlers.reader(job, context)),
  }
}

/** The code of an issue, the system or the database (`timeout`, `ENOSPC`, `25006`) where there is one, else the error's name. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
