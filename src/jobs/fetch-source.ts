/**
 * The fetch job: one source to its bytes in the store. A URL is fetched once within the age limit, by one worker, in its host's turn.
 *
 * What may pass is thrown, to be tried again; what will not is a lost source at once. Of a page that broke off its beginning is taken in the end.
 */
import type { Issue } from '../model/issue.js'
import { transferCut, type RawPage } from '../model/raw-page.js'
import type { Source } from '../model/source.js'
import { isFinal } from '../model/submission.js'
import type { SourceJob } from '../model/job.js'
import { ingestSource } from '../pool/pooled.js'
import { RunLater, type JobContext } from '../ports/queue.js'
import type { JobDeps } from './deps.js'

type ReadPage = RawPage & { state: 'read' }

/** Thrown for trouble that may pass, so that the job is tried again: the issue's code, for the metrics, and its sentence. */
class TransientTrouble extends Error {
  override readonly name = 'TransientTrouble'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** How soon to look again while another worker fetches the same URL. */
const leasePollMs = 300

export async function fetchSource(job: SourceJob, context: JobContext, deps: JobDeps): Promise<void> {
  const { store } = deps
  const submission = await store.submission(job.comparison)
  if (!submission || isFinal(submission.state)) return
  const progress = (await store.sources(job.comparison))[job.position]
  if (progress?.state !== 'waiting') return
  await store.begin(job.comparison, deps.now())

  const page = await pageOf(progress.source, job, context, deps)
  if (page.state === 'read') return
  const [issue] = page.issues
  if (!issue) throw new Error(`the page of source ${progress.source.name} was lost without an issue`)
  if (page.transient && !context.lastTry) throw new TransientTrouble(issue.code, issue.message)
  await store.lose(job.comparison, job.position, issue)
  deps.notice({ kind: 'lost', comparison: job.comparison, position: job.position, code: issue.code })
}

async function pageOf(source: Source, job: SourceJob, context: JobContext, deps: JobDeps): Promise<RawPage> {
  if (source.kind === 'url') return fetchShared(source, job, context, deps)
  const page = await ingestSource(source, deps)
  if (page.state === 'read') await deps.store.savePage(job.comparison, job.position, page, deps.now())
  return page
}

async function fetchShared(
  source: Source,
  job: SourceJob,
  context: JobContext,
  deps: JobDeps,
): Promise<RawPage> {
  const { store, limits } = deps
  const url = source.location
  const host = URL.parse(url)?.host ?? url
  const notice = (shared: boolean): void => {
    deps.notice({ kind: 'fetched', comparison: job.comparison, host, shared })
  }

  const recent = await recentPage(source, deps)
  if (recent) {
    await store.savePage(job.comparison, job.position, recent, deps.now())
    notice(true)
    return recent
  }

  const holder = `${job.comparison}/${job.position}`
  const leased = await store.lease(url, holder, deps.now(), deps.now() + limits.fetchLeaseMs)
  if (!leased) throw new RunLater(leasePollMs * (1 + deps.random()))
  try {
    const wait = await store.takeTurn(host, limits.hostDelayMs, deps.now())
    if (wait > 0) throw new RunLater(wait + leasePollMs * deps.random())
    const page = await ingestSource(source, deps)
    if (page.state === 'read') {
      const cut = cutOf(page)
      if (cut && !context.lastTry) throw new TransientTrouble(cut.code, cut.message)
      await keep(page, url, job, deps)
      notice(false)
    }
    return page
  } finally {
    await store.release(url, holder)
  }
}

async function recentPage(source: Source, { store, limits, now }: JobDeps): Promise<ReadPage | null> {
  const recent = await store.recentFetch(source.location, now() - limits.fetchAgeMs, now())
  if (!recent) return null
  const content = await store.content(recent.sha256)
  if (!content) return null
  return {
    state: 'read',
    source,
    url: recent.finalUrl,
    fetchedAt: recent.fetchedAt,
    issues: [],
    mediaType: recent.mediaType === 'html' ? 'html' : 'text',
    charset: recent.charset,
    bytes: Buffer.from(content.bytes).toString('base64'),
    sha256: recent.sha256,
    ...(recent.exchange !== null && { exchange: recent.exchange }),
  }
}

function cutOf(page: ReadPage): Issue | undefined {
  return page.issues.find(({ code }) => code === transferCut)
}

/** Others find the page by its address only while the submission that had it fetched is there; one that broke off is nobody else's. */
async function keep(page: ReadPage, url: string, job: SourceJob, { store, now }: JobDeps): Promise<void> {
  const saved = await store.savePage(job.comparison, job.position, page, now())
  const { sha256, mediaType, charset, fetchedAt, exchange = null } = page
  if (saved && fetchedAt !== null && !cutOf(page))
    await store.saveFetch({ url, finalUrl: page.url, mediaType, charset, sha256, fetchedAt, exchange }, now())
}
