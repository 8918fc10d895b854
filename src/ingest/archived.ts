/**
 * Pages out of web archives: the WARC files of archives and crawlers, the MHTML files that browsers save.
 *
 * In:    bytes as a file has them, and the address of the page that is wanted, or none.
 * Out:   the page's bytes with address, time and type; null where the bytes are no web archive; or why there is no page, in a
 *        sentence that lists those there are.
 * Never: guesses which of several pages was meant, or unpacks without a limit.
 */
import { bytesInWords } from '../text/bytes-in-words.js'
import { sniff } from '../text/sniff.js'
import { headAt, mostUnpacked, readWarc, valueOf } from '../text/warc.js'
import { bodyOf, isText, mostPage, pagesOf, typeOf, type WarcPage } from '../text/warc-pages.js'

export type ArchivedPage = {
  readonly ok: true
  readonly url: string | null
  /** ISO 8601. */
  readonly fetchedAt: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly bytes: Uint8Array
  /** The archive ends before its end: the page is whole, others may be missing. */
  readonly cut: boolean
}
type NoPage = { readonly ok: false; readonly code: string; readonly message: string }

const mostListed = 8

export function archivedPage(bytes: Uint8Array, wanted: string | undefined): ArchivedPage | NoPage | null {
  const seen = sniff(bytes)
  if (seen.kind !== 'binary') return null
  if (seen.what === 'a web archive (MHTML)') return ofMhtml(bytes)
  if (seen.what !== 'a gzip archive' && seen.what !== 'a web archive (WARC)') return null
  const file = readWarc(bytes)
  if (file === 'too-large')
    return noPage(
      'too-large',
      `it unpacks to more than ${bytesInWords(mostUnpacked)}; take the page you mean out of it, with a program such as warcio extract.`,
    )
  if (file === null) return null
  return chosen(pagesOf(file.records), wanted, file.cut)
}

/** Every page of a WARC file, under its address; or why there is none. */
export function archivedPages(
  bytes: Uint8Array,
): NoPage | readonly { readonly address: string; readonly page: ArchivedPage | NoPage }[] {
  const file = readWarc(bytes)
  if (file === null) return noPage('no-archive', 'this is no WARC file that can be read.')
  if (file === 'too-large')
    return noPage('too-large', `it unpacks to more than ${bytesInWords(mostUnpacked)}; divide it.`)
  const pages = pagesOf(file.records)
  if (pages.length === 0) return noPage('no-page', 'this web archive holds no page that is HTML or text.')
  return pages.map((page) => ({ address: page.url, page: unpackedPage(page, file.cut) }))
}

function chosen(pages: readonly WarcPage[], wanted: string | undefined, cut: boolean): ArchivedPage | NoPage {
  if (pages.length === 0)
    return noPage(
      'no-page',
      cut
        ? 'this web archive breaks off before the first page in it; fetch it again.'
        : 'this web archive holds no page: no answer with status 200 that is HTML or text.',
    )
  const html = pages.filter(({ mediaType }) => mediaType !== 'text/plain')
  const fitting =
    wanted === undefined
      ? pages.length > 1 && html.length === 1
        ? html
        : pages
      : pages.filter(({ url }) => url === wanted)
  const [page] = fitting
  if (page && fitting.length === 1) return unpackedPage(page, cut)
  const listed = pages
    .slice(0, mostListed)
    .map(({ url }) => url)
    .join(', ')
  const more = pages.length > mostListed ? `, and ${pages.length - mostListed} more` : ''
  return wanted === undefined
    ? noPage(
        'several-pages',
        `this web archive holds ${pages.length} pages; add # and the address of the one you mean: ${listed}${more}.`,
      )
    : noPage(
        'no-page',
        `this web archive holds no page with the address ${wanted}; it holds: ${listed}${more}.`,
      )
}

function unpackedPage(page: WarcPage, cut: boolean): ArchivedPage | NoPage {
  const bytes = bodyOf(page)
  if (bytes === null)
    return noPage(
      'too-large',
      `the page ${page.url} in it cannot be unpacked, or is larger than ${bytesInWords(mostPage)}; save the article alone and give the file.`,
    )
  const { url, fetchedAt, mediaType, charset } = page
  return {
    ok: true,
    url: /^https?:/iu.test(url) ? url : null,
    fetchedAt: isoTime(fetchedAt),
    mediaType,
    charset,
    bytes,
    cut,
  }
}

// MHTML (RFC 2557)

function ofMhtml(bytes: Uint8Array): ArchivedPage | NoPage {
  const head = headAt(bytes, 0)
  const none = noPage(
    'no-page',
    'this MHTML file holds no page that can be read; save the page again, as HTML, and give that.',
  )
  // The first line is a field, too.
  const headers = head ? [...fieldOf(head.first), ...head.headers] : []
  const boundary = /boundary="?([^";\r\n]{1,200})"?/iu.exec(valueOf(headers, 'content-type') ?? '')?.[1]
  if (!head || boundary === undefined) return none
  const address = valueOf(headers, 'snapshot-content-location')
  const parts = partsOf(bytes, head.end, boundary).filter(({ mediaType }) => isText(mediaType))
  const page =
    parts.find(({ location }) => location === address) ??
    parts.find(({ mediaType }) => mediaType === 'text/html')
  if (!page || page.bytes.length > mostPage) return none
  const url = address ?? page.location
  return {
    ok: true,
    url: url !== null && /^https?:/iu.test(url) ? url : null,
    fetchedAt: isoTime(valueOf(headers, 'date')),
    mediaType: page.mediaType,
    charset: page.charset,
    bytes: page.bytes,
    cut: false,
  }
}

function fieldOf(line: string): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':')
  return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : []
}

type MimePart = {
  readonly location: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly bytes: Uint8Array
}

const mostParts = 10_000

function partsOf(bytes: Uint8Array, from: number, boundary: string): readonly MimePart[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const mark = Buffer.from(`--${boundary}`)
  const parts: MimePart[] = []
  let at = whole.indexOf(mark, from)
  while (at >= 0 && parts.length < mostParts) {
    const start = at + mark.length
    const next = whole.indexOf(mark, start)
    const head = headAt(whole.subarray(start, next < 0 ? whole.length : next), 0)
    if (head) {
      const type = typeOf(valueOf(head.headers, 'content-type'))
      const content = whole.subarray(start + head.end, next < 0 ? whole.length : next)
      if (isText(type.mediaType))
        parts.push({
          location: valueOf(head.headers, 'content-location'),
          ...type,
          bytes: transferred(
            content,
            (valueOf(head.headers, 'content-transfer-encoding') ?? '').toLowerCase(),
          ),
        })
    }
    at = next
  }
  return parts
}

function transferred(content: Buffer, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return Buffer.from(content.toString('latin1'), 'base64')
    case 'quoted-printable':
      return Buffer.from(
        content
          .toString('latin1')
          .replace(/=\r?\n/gu, '')
          .replace(/=([\dA-F]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      )
    default:
      return content
  }
}

function isoTime(time: string | null): string | null {
  const at = time === null ? NaN : Date.parse(time)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function noPage(code: string, message: string): NoPage {
  return { ok: false, code, message }
}
