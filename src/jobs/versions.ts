/**
 * Articles of comparisons as versions of what stands at their addresses: kept once by what was read, looked at again as those of
 * watched feeds are (watch/), with what changed from one to the next.
 */
import type { ReadArticle } from '../model/pool-job.js'
import { transferCut, type RawPage } from '../model/raw-page.js'
import type { KeptArticle, KeptVersion } from '../model/watch.js'
import { readPage } from '../pool/pooled.js'
import { printed } from '../watch/articles.js'
import { nextLook } from '../watch/schedule.js'
import type { JobDeps } from './deps.js'

type ReadPage = RawPage & { state: 'read' }

/** The version before it, where this is another one of an address that was read before. */
export async function keepVersion(
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
export async function keepChange(
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
