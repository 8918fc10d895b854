/**
 * Ingest: from a source to its bytes with provenance.
 *
 * In:    a Source, and the fetcher for its kind.
 * Out:   a RawPage; a source that gave no bytes is a lost page with an issue, never an exception.
 * Never: looks into the page, or fetches what the fetcher's guards refuse.
 */
import type { Issue } from '../model/issue.js'
import { transferCut, type RawPage } from '../model/raw-page.js'
import type { Source } from '../model/source.js'
import type { Fetcher } from '../ports/fetcher.js'
import { sha256 } from '../text/hash.js'
import { withoutCredentials } from '../text/web-address.js'
import { mediaKind } from './media-kind.js'

/** `stored` is there only where a store is: in one process without a store nothing names stored bytes. */
export type Fetchers = Readonly<Record<Exclude<Source['kind'], 'stored'>, Fetcher>> & {
  readonly stored?: Fetcher
}

export async function ingest(source: Source, fetchers: Fetchers): Promise<RawPage> {
  if (source.problem !== undefined) return lost(source, { ...source.problem, transient: false })
  const fetcher = fetchers[source.kind]
  if (!fetcher) throw new Error(`no fetcher was wired for sources of kind ${source.kind}`)
  const outcome = await fetcher.fetch(source.location, source.within)
  if (outcome.state === 'failed') return lost(source, outcome)
  // The store holds bytes once, whatever each source that has them was sent as.
  const declared = source.mediaType === undefined ? outcome.mediaType : source.mediaType
  const kind = mediaKind(declared, outcome.bytes)
  if (!kind.ok) return lost(source, { ...kind, transient: false })
  return {
    state: 'read',
    source,
    url: outcome.url,
    fetchedAt: outcome.fetchedAt,
    issues: outcome.cut === undefined ? [] : [issueOf(source, 'warning', transferCut, outcome.cut)],
    mediaType: kind.mediaType,
    charset: outcome.charset,
    bytes: Buffer.from(outcome.bytes).toString('base64'),
    sha256: sha256(outcome.bytes),
  }
}

type Cause = { readonly code: string; readonly message: string; readonly transient: boolean }

function lost(source: Source, { code, message, transient }: Cause): RawPage {
  return {
    state: 'lost',
    transient,
    source,
    url: source.kind === 'url' && source.problem === undefined ? source.location : null,
    fetchedAt: null,
    issues: [issueOf(source, 'error', code, message)],
  }
}

function issueOf(source: Source, severity: Issue['severity'], code: string, message: string): Issue {
  return {
    code,
    severity,
    stage: 'ingest',
    source: source.name,
    article: null,
    message: `${withoutCredentials(source.name)}: ${message}`,
  }
}
