/**
 * The read job: one page to an article in the store, read once for all comparisons. The key holds everything the article depends on.
 * What was stopped for its cost is not kept for others: the next comparison tries again.
 */
import type { SourceJob } from '../model/job.js'
import type { ReadArticle } from '../model/pool-job.js'
import { transferCut, type RawPage } from '../model/raw-page.js'
import { stageVersions } from '../model/stage-versions.js'
import { isFinal, type SubmissionOptions } from '../model/submission.js'
import { readPage, wasStopped } from '../pool/pooled.js'
import { contentId } from '../text/hash.js'
import { RunLater } from '../ports/queue.js'
import type { StoredArticle } from '../ports/store.js'
import type { KeptArticle, KeptVersion } from '../model/watch.js'
import { printed } from '../watch/articles.js'
import { nextLook } from '../watch/schedule.js'
import type { JobDeps } from './deps.js'

type ReadPage = RawPage & { state: 'read' }

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
  const wasRead = async (): Promise<boolean> => {
    const known = await store.article(key)
    if (known === null) return false
    await save(key, { text: null, json: known })
    tell(page, null, job, deps)
    return true
  }
  if (await wasRead()) return
  const [lease, holder] = [`read ${key}`, `${job.comparison}/${job.position}`]
  if (!(await store.lease(lease, holder, deps.now(), deps.now() + deps.limits.readLeaseMs)))
    throw new RunLater(leasePollMs * (1 + deps.random()))
  try {
    // Whoever had the lease before may have just ended.
    if (await wasRead()) return
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

// Articles of comparisons are versions of what stands at their addresses, looked at again as those of watched feeds are (watch/).

/** The version before it, where this is another one of an address that was read before. */
async function keepVersion(
  page: ReadPage,
  { text, outlet, headline, publishedAt }: ReadArticle,
  { store: { watching }, pace, now }: JobDeps,
): Promise<KeptVersion | null> {
  const { url, fetchedAt, source } = page
  if (source.kind !== 'url' || url === null || fetchedAt === null || text === null) return null
  if (page.issues.some(({ code }) => code === transferCut)) return null
  const at = Date.parse(fetchedAt)
  const version = { text, page: page.sha256, fetchedAt: at, headline, unreadable: null }
  const before = await watching.article(url)
  const last = before?.versions.at(-1)
  // A page that was fetched for another comparison may be older than the last look.
  if (last && (last.text === text || last.fetchedAt >= at)) return null
  await watching.keepPage(page)
  const article: KeptArticle = before
    ? { ...before, versions: [...before.versions, version] }
    : {
        address: url,
        feed: '',
        outlet,
        publishedAt,
        foundAt: at,
        versions: [version],
        grouped: null,
        ...nextLook({ address: url, foundAt: at, looks: 0 }, pace, null, now()),
        validators: validatorsOf(page),
        trouble: null,
      }
  await watching.commit({ articles: [article] })
  return last?.unreadable === null ? last : null
}

/** Of this very address alone. */
function validatorsOf({ exchange, url, source }: ReadPage): KeptArticle['validators'] {
  if (exchange === undefined || url !== source.location) return null
  const field = (wanted: string): string | null =>
    exchange.response.find(([name]) => name.toLowerCase() === wanted)?.[1].slice(0, 1_000) ?? null
  const [etag, lastModified] = [field('etag'), field('last-modified')]
  return (etag ?? lastModified) === null ? null : { etag, lastModified }
}

/** What changed since the version before; nothing where that cannot be told any more. */
async function keepChange(
  earlier: KeptVersion,
  page: ReadPage,
  article: ReadArticle,
  deps: JobDeps,
): Promise<void> {
  const old = await deps.store.watching.page(earlier.page)
  if (old?.state !== 'read' || article.text === null || page.url === null) return
  const zone = deps.zone
  const read = await readPage({ ...old, source: page.source, url: page.url }, deps, { zone })
  const generator = deps.generatorFor({ zone, deadlineSeconds: 1 })
  const found = await printed({ as: 'versions', old: read.json, new: article.json, generator }, deps)
  if (found === null) return
  const change = { address: page.url, old: earlier.text, new: article.text, found, at: deps.now() }
  await deps.store.keepChange(change)
}
