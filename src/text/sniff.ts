/** What bytes are, by looking at them: a media kind, in plain words where it is none of ours. Signatures: WHATWG MIME Sniffing Standard. */
type Sniffed =
  | { readonly kind: 'html' }
  | { readonly kind: 'text' }
  | { readonly kind: 'empty' }
  /** `what` with its article: `a PDF document`. */
  | { readonly kind: 'binary'; readonly what: string }

/** What names articles, and is none. */
export const aFeed = 'a feed or sitemap'

const looked = 65_536

export function sniff(bytes: Uint8Array): Sniffed {
  const head = bytes.subarray(0, looked)
  if (head.every(isBlank)) return { kind: 'empty' }
  const start = Buffer.from(head.subarray(0, 1_024)).toString('latin1')
  const signed = signatures.find(([signature]) => start.startsWith(signature))
  if (signed !== undefined) return { kind: 'binary', what: zipKind(head) ?? signed[1] }
  const container = containers.find(([pattern]) => pattern.test(start))
  if (container !== undefined) return { kind: 'binary', what: container[1] }
  if (isBinary(head)) return { kind: 'binary', what: 'a binary file of unknown kind' }
  const opening = openingOf(head)
  if (feedTag.test(opening)) return { kind: 'binary', what: aFeed }
  if (firstKey.test(opening)) return { kind: 'binary', what: 'a JSON file' }
  return { kind: firstTag.test(opening) ? 'html' : 'text' }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'an old Microsoft Office document'],
  ['{\\rtf', 'an RTF document'],
  ['%!PS', 'a PostScript document'],
  ['bplist00', 'a Safari web archive or property list'],
  ['\u0089PNG\r\n\u001a\n', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['\u001f\u008b', 'a gzip archive'],
]

const containers: readonly (readonly [RegExp, string])[] = [
  [/^RIFF[\s\S]{4}WEBP/u, 'a WebP image'],
  [
    /^(?:From: <Saved by |MIME-Version: 1\.0\r?\n|Content-Type: multipart\/related)/u,
    'a web archive (MHTML)',
  ],
  // RFC 5322: the headers of a message come first, in any order; mailboxes (mbox) begin with `From `.
  [
    /^(?:From \S{1,200} [A-Z][a-z]{2} |(?:[A-Z][A-Za-z-]{1,40}: [^\r\n]{0,500}\r?\n(?:[ \t][^\r\n]{0,500}\r?\n){0,20}){0,20}(?:Message-ID|Received|Return-Path|Delivered-To|MIME-Version|Content-Transfer-Encoding): )/iu,
    'an email',
  ],
  [/^WARC\/1\./u, 'a web archive (WARC)'],
]

/** Office files are ZIP archives whose first entries tell the kind. */
function zipKind(head: Uint8Array): string | null {
  const text = Buffer.from(head).toString('latin1')
  if (!text.startsWith('PK\u0003\u0004')) return null
  if (text.includes('application/vnd.oasis.opendocument')) return 'an OpenDocument file'
  if (text.includes('application/epub+zip')) return 'an EPUB book'
  if (text.includes('word/')) return 'a Word document'
  if (text.includes('xl/')) return 'an Excel workbook'
  if (text.includes('ppt/')) return 'a PowerPoint presentation'
  return null
}

/**
 * Control characters that no text has. Text that is valid UTF-8 may hold stray U+0000 (they become U+FFFD),
 * so there the share must be large (0.4); in bytes of another encoding 0.05 is enough (random bytes: 0.10).
 */
function isBinary(head: Uint8Array): boolean {
  if (hasUtf16Mark(head)) return false
  const controls = head.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0)
  return controls / head.length > (isUtf8(head) ? 0.4 : 0.05)
}

function isControl(byte: number): boolean {
  return byte < 0x20 && !isBlank(byte) && byte !== 0x1b
}

function hasUtf16Mark(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const firstTag =
  /^<(?:!doctype\s{1,9}html|html|head|body|title|meta|link|script|style|article|section|main|header|nav|div|p|h[1-6]|span|table|a|br|b|i|em|strong|ul|ol|blockquote|img|iframe|font|center|noscript|svg|figure|form)[\s>/]/iu

const feedTag = /^<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)[\s>]/iu

/** Of JSON, whose end may be megabytes away; a text may begin with a bracket, too. */
const firstKey = /^(?:\[\s*)?\{\s*"[^"]*(?:"\s*:|$)/u

/** The first thing after blanks, comments and an XML declaration. */
function openingOf(head: Uint8Array): string {
  const utf16 = hasUtf16Mark(head)
  let rest = Buffer.from(head).toString('latin1')
  if (utf16) rest = rest.slice(2).replaceAll('\u0000', '')
  rest = rest.replace(/^\u00ef\u00bb\u00bf/u, '')
  for (;;) {
    rest = rest.trimStart()
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->', 4) + 3
      : rest.startsWith('<?xml')
        ? rest.indexOf('>', 5) + 1
        : 0
    if (end <= 3) break
    rest = rest.slice(end)
  }
  return rest.slice(0, 64)
}
