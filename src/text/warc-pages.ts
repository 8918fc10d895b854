/** The pages in the records of a WARC file: answers of servers, and files kept; never unpacks more than `mostPage` bytes. */
import { unpacked } from './unpacked.js'
import { headAt, valueOf, type WarcRecord } from './warc.js'

/** Largest page, unpacked. */
export const mostPage = 10_000_000

/** The pages of a WARC file that may be reports, a page for each address: where one was fetched more than once, the last time. */
export function pagesOf(records: readonly WarcRecord[]): readonly WarcPage[] {
  const pages = records.flatMap((record): readonly WarcPage[] => {
    const url = (valueOf(record.headers, 'warc-target-uri') ?? '').replace(/^<|>$/gu, '')
    const fetchedAt = valueOf(record.headers, 'warc-date')
    if (record.type === 'resource') {
      const type = typeOf(valueOf(record.headers, 'content-type'))
      return isText(type.mediaType) ? [{ url, fetchedAt, ...type, record, body: 0, headers: [] }] : []
    }
    if (record.type !== 'response') return []
    const head = headAt(record.content, 0)
    if (head === null || !/^HTTP\/\d(?:\.\d)? 20[03]\b/u.test(head.first)) return []
    const type = typeOf(valueOf(head.headers, 'content-type'))
    return isText(type.mediaType)
      ? [{ url, fetchedAt, ...type, record, body: head.end, headers: head.headers }]
      : []
  })
  return [...new Map(pages.map((page) => [page.url, page])).values()]
}

export type WarcPage = {
  readonly url: string
  readonly fetchedAt: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly record: WarcRecord
  /** Where the body begins, and the fields of the answer that say how it is packed. */
  readonly body: number
  readonly headers: WarcRecord['headers']
}

/** Of a Content-Type field (RFC 9110, 8.3). */
export function typeOf(contentType: string | null): { mediaType: string | null; charset: string | null } {
  const [type = '', ...parameters] = (contentType ?? '').split(';')
  const charset = parameters
    .map((one) => /^\s{0,20}charset\s{0,20}=\s{0,20}["']?([\w.:+-]{1,40})/iu.exec(one)?.[1])
    .find(Boolean)
  return { mediaType: type.trim().toLowerCase() || null, charset: charset ?? null }
}

export const isText = (type: string | null): boolean =>
  type === 'text/html' || type === 'application/xhtml+xml' || type === 'text/plain'

/** The page as its reader got it: chunks joined, unpacked. Null where that cannot be done, or gives too much. */
export function bodyOf({ record, body, headers }: WarcPage): Uint8Array | null {
  const raw = record.content.subarray(body)
  const whole = /\bchunked\b/iu.test(valueOf(headers, 'transfer-encoding') ?? '') ? joined(raw) : raw
  if (whole === null || whole.length > mostPage) return null
  const encoding = (valueOf(headers, 'content-encoding') ?? '').trim()
  // Some programs unpack the page and leave the field.
  if (/^(?:x-)?gzip$/iu.test(encoding) && whole[0] !== 0x1f) return whole
  try {
    const found = unpacked(whole, encoding, mostPage)
    return found === 'too-large' || found.cut ? null : found.bytes
  } catch {
    return null
  }
}

/** Chunks of HTTP/1.1; bytes that are none, since a program joined them and left the field, stay as they are. */
function joined(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = []
  let at = 0
  for (;;) {
    const line = /^([\da-f]{1,8})[^\r\n]{0,200}\r\n/iu.exec(
      Buffer.from(bytes.subarray(at, at + 220)).toString('latin1'),
    )
    if (line === null) return at === 0 ? bytes : null
    const size = parseInt(line[1] ?? '0', 16)
    const start = at + line[0].length
    if (size === 0) return Buffer.concat(parts)
    if (start + size > bytes.length) return null
    parts.push(bytes.subarray(start, start + size))
    at = start + size + 2
  }
}
