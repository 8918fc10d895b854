/**
 * Decode: from bytes to characters.
 *
 * In:    the bytes, and the charset the transport declared.
 * Out:   the text without byte order mark; U+0000 and lone surrogates stand as U+FFFD, one for one.
 * Never: fails; bytes that are no text in the encoding become U+FFFD.
 */
import { isUtf8 } from 'node:buffer'
import htmlEncodingSniffer from 'html-encoding-sniffer'

/** Encodings whose bytes are no text in themselves: their own marks or escapes tell them. */
const MARKED = /^(?:utf-(?:8|16(?:le|be)?)|iso-2022-\w+|replacement)$/iu

/**
 * Byte order mark, then transport, then `<meta>`, then UTF-8: the order of the HTML standard. A declaration that the
 * bytes refute is not believed (`checkAgainstBytes`).
 */
export function decodeHtml(bytes: Uint8Array, charset: string | null): string {
  return decodeAs(bytes, checkAgainstBytes(bytes, sniff(bytes, charset)))
}

/** The same without `<meta>`. */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  return decodeAs(bytes, checkAgainstBytes(bytes, sniff(bytes.subarray(0, 3), charset)))
}

/** U+0000 and lone surrogates to U+FFFD; the length stays the same. */
export function replaceUnsafe(text: string): string {
  return text.replace(/[\u0000\p{Surrogate}]/gu, '\uFFFD')
}

function sniff(bytes: Uint8Array, charset: string | null): string {
  return htmlEncodingSniffer(bytes, {
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: 'UTF-8',
  })
}

/**
 * Declared in an older encoding, but valid UTF-8 with characters beyond ASCII: it is UTF-8 (a page saved by a browser keeps
 * its old declaration, and no text in such an encoding is UTF-8 by chance). Declared or taken for UTF-8, but mostly invalid beyond ASCII: it is windows-1252.
 */
function checkAgainstBytes(bytes: Uint8Array, encoding: string): string {
  if (!MARKED.test(encoding)) return isUtf8(bytes) ? 'UTF-8' : encoding
  if (encoding !== 'UTF-8' || isUtf8(bytes)) return encoding
  const decoded = new TextDecoder('utf-8').decode(bytes)
  const broken = decoded.match(/\uFFFD/gu)?.length ?? 0
  const beyondAscii = decoded.match(/[^\u0000-\u007F]/gu)?.length ?? 0
  return broken * 2 > beyondAscii ? 'windows-1252' : 'UTF-8'
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const decoded = new TextDecoder(supported(encoding)).decode(bytes)
  const text = encoding === 'windows-1252' ? decoded.replace(/[\u0080-\u009F]/gu, fromWindows1252) : decoded
  return replaceUnsafe(text.replace(/^\uFEFF+/u, ''))
}

/** `replacement` and `x-user-defined` are names of the standard that TextDecoder refuses. */
function supported(encoding: string): string {
  return /^(?:replacement|x-user-defined)$/iu.test(encoding) ? 'utf-8' : encoding
}

/** Bytes 0x80 to 0x9F of windows-1252 in order (WHATWG index); Node 20 decodes them as controls. */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

function fromWindows1252(control: string): string {
  return WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80)
}
