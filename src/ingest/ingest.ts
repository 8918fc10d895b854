/**
 * Ingest: from a source to its bytes with provenance.
 *
 * In:    a Source, and the fetcher for its kind.
 * Out:   a RawPage; a source that gave no bytes is a lost page with an issue, never an exception.
 * Never: looks into the page, or fetches what the fetcher's guards refuse.
 */
import type { Issue } from '../model/issue.js'
import { transferCut, type RawPage } from '../model/raw-page.js'
import { nothingGiven, type Source } from '../model/source.js'
import type { Fetcher, FetchOutcome } from '../ports/fetcher.js'
import { sha256 } from '../text/hash.js'
import { withoutCredentials } from '../text/web-address.js'
import { aFeed, sniff } from '../text/sniff.js'
import { archivedPage, archivedPages } from './archived.js'

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
  return pageOf(source, outcome, archivedPage(outcome.bytes, source.page))
}

/** Every page of a WARC file as a source of its own, named archive + `#` + address; the file is opened once. */
export async function ingestArchive(name: string, fetchers: Fetchers): Promise<readonly RawPage[]> {
  const archive: Source = { name, kind: 'file', location: name, ...nothingGiven }
  const outcome = await fetchers.file.fetch(name)
  if (outcome.state === 'failed') return [lost(archive, outcome)]
  const pages = archivedPages(outcome.bytes)
  if ('ok' in pages) return [lost(archive, { ...pages, transient: false })]
  return pages.map(({ address, page }) =>
    pageOf({ ...archive, name: `${name}#${address}`, page: address }, outcome, page),
  )
}

function pageOf(
  source: Source,
  outcome: FetchOutcome & { readonly state: 'read' },
  archived: ReturnType<typeof archivedPage>,
): RawPage {
  if (archived?.ok === false) return lost(source, { ...archived, transient: false })
  const { url, fetchedAt, charset, bytes } = archived ?? outcome
  // The store holds bytes once, whatever each source that has them was sent as.
  const declared =
    archived?.mediaType ?? (source.mediaType === undefined ? outcome.mediaType : source.mediaType)
  const mediaType = mediaKind(declared, bytes)
  if (typeof mediaType !== 'string') return lost(source, { ...mediaType, transient: false })
  return {
    state: 'read',
    source,
    url: url ?? outcome.url,
    fetchedAt,
    issues: [
      ...(outcome.cut === undefined ? [] : [issueOf(source, 'warning', transferCut, outcome.cut)]),
      ...(archived?.cut === true ? [issueOf(source, 'warning', 'archive-cut', archiveCut)] : []),
    ],
    mediaType,
    charset,
    bytes: Buffer.from(bytes).toString('base64'),
    sha256: sha256(bytes),
    ...(outcome.exchange !== undefined && { exchange: outcome.exchange }),
  }
}

const archiveCut =
  'the web archive breaks off before its end; this page in it is whole, others may be missing.'

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

// ---- media kind

function mediaKind(declared: string | null, bytes: Uint8Array): 'html' | 'text' | Omit<Cause, 'transient'> {
  const seen = sniff(bytes)
  switch (seen.kind) {
    case 'empty':
      return { code: 'empty', message: 'it is empty: not one character to read; give the page again.' }
    case 'binary':
      return {
        code: seen.what === aFeed ? 'wrong-content-type' : 'binary',
        message: `it is ${seen.what}, not a web page or text; ${adviceFor(seen.what)}`,
      }
    case 'html':
    case 'text':
      return declaredKind(declared) ?? seen.kind
  }
}

/** What to do with a file that people take for a report, by its kind as `sniff` words it. */
function adviceFor(what: string): string {
  switch (what) {
    case 'a PDF document':
      return 'open it, copy the article into a text file (headline, an empty line, the paragraphs), or save the web page it was printed from, and give that.'
    case 'a Word document':
    case 'an OpenDocument file':
    case 'an old Microsoft Office document':
    case 'an RTF document':
      return 'open it, save it as plain text (.txt), and give that.'
    case 'an email':
      return 'open it in your mail program, save the article as HTML or plain text, or follow its link to the web page, and give that.'
    case aFeed:
      return 'give the articles it names, or follow it with npx synoptic watch.'
    case 'a JSON file':
      return 'save the article as HTML or plain text and give that; a list of sources must be named event.json.'
    case 'a ZIP archive':
      return 'unpack it and give the folder.'
    case 'a Safari web archive or property list':
      return 'open it in the browser that saved it, save it as “Web Page, Complete” or HTML, and give that.'
    default:
      return 'save the article as HTML or plain text and give that.'
  }
}

function declaredKind(declared: string | null): 'html' | 'text' | null {
  if (declared === 'text/html' || declared === 'application/xhtml+xml') return 'html'
  if (declared === 'text/plain' || declared === 'text/markdown') return 'text'
  return null
}
