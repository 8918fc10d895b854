/**
 * The read job: one fetched page to an annotated article in the store, read once for all comparisons, also when they
 * come to it at the same time.
 *
 * The key holds everything the article depends on: bytes, media type, declared charset, address, reading options and
 * the stages' versions. What was stopped for its cost is not kept for others: the next comparison tries again.
 */
import type { SourceJob } from '../model/job.js'
import type { ReadArticle } from '../model/pool-job.js'
import type { RawPage } from '../model/raw-page.js'
import { stageVersions } from '../model/stage-versions.js'
import { isFinal, type SubmissionOptions } from '../model/submission.js'
import { readPage, wasStopped } from '../pool/pooled.js'
import { contentId } from '../text/hash.js'
import { RunLater } from '../ports/queue.js'
import type { StoredArticle } from '../ports/store.js'
import type { JobDeps } from './deps.js'
import { keepChange, keepVersion } from './versions.js'

type ReadPage = RawPage & { state: 'read' }

/** How soon to look again while another worker reads the same page. */
const leasePollMs = 300

export async function readSourceJob(job: SourceJob, deps: JobDeps): Promise<void> {
  const { store } = deps
  const submission = await store.submission(job.comparison)
  if (!submission || isFinal(submission.state)) return
  const progress = (await store.sources(job.comparison))[job.position]
  if (progress?.state !== 'fetched') return
  const page = await store.page(job.comparison, job.position)
  if (page?.state !== 'read') throw new Error(`no page is stored for source ${progress.source.name}`)

  const key = articleKey(page, submission.options)
  const save = (underKey: string, article: Omit<StoredArticle, 'sha256'>): Promise<void> =>
    store.saveArticle(job.comparison, job.position, underKey, { sha256: page.sha256, ...article }, deps.now())
  const known = await store.article(key)
  if (known !== null) {
    await save(key, { text: null, json: known })
    tell(page, null, job, deps)
    return
  }
  const [lease, holder] = [`read ${key}`, `${job.comparison}/${job.position}`]
  if (!(await store.lease(lease, holder, deps.now(), deps.now() + deps.limits.readLeaseMs)))
    throw new RunLater(leasePollMs * (1 + deps.random()))
  try {
    // Whoever had the lease before may have just ended.
    const found = await store.article(key)
    if (found !== null) {
      await save(key, { text: null, json: found })
      tell(page, null, job, deps)
      return
    }
    const article = await readPage(page, deps, { zone: submission.options.zone }, holder)
    const earlier = await keepVersion(page, article, deps)
    const { outlet, headline, publishedAt, words, terms, text, json } = article
    const about = { outlet, headline, publishedAt, words }
    await save(wasStopped(article) ? holder : key, { text, json, about, terms })
    if (earlier !== null) await keepChange(earlier, page, article, deps)
    tell(page, article, job, deps)
  } finally {
    await store.release(lease, holder)
  }
}

function tell(page: ReadPage, article: ReadArticle | null, job: SourceJob, deps: JobDeps): void {
  deps.notice({
    kind: 'read',
    comparison: job.comparison,
    host: page.url === null ? null : (URL.parse(page.url)?.host ?? null),
    article: article && { words: article.words, completeness: article.completeness.state },
  })
}

export function articleKey(page: ReadPage, options: SubmissionOptions): string {
  return contentId(
    'k',
    page.sha256,
    page.mediaType,
    page.charset ?? '',
    page.url ?? '',
    page.url === null ? page.source.location : '',
    // The outlet is what the source names, or for a file its name: another's must not show up here.
    page.url === null ? page.source.name : '',
    page.source.outlet ?? '',
    page.source.publishedAt ?? '',
    // The same bytes may be a page's beginning once, and all of another.
    ...page.issues.map(({ code }) => code),
    options.zone,
    stageVersions.normalize,
    stageVersions.annotate,
  )
}
