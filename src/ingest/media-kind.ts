/**
 * Whether bytes are a page or a text, by what the transport or the file's name declared, and by looking.
 * In: declared media type (or null) and bytes. Out: `html` or `text`, or why neither.
 */
import { sniff } from '../text/sniff.js'

export type MediaKind =
  | { readonly ok: true; readonly mediaType: 'html' | 'text' }
  | { readonly ok: false; readonly code: string; readonly message: string }

export function mediaKind(declared: string | null, bytes: Uint8Array): MediaKind {
  const seen = sniff(bytes)
  switch (seen.kind) {
    case 'empty':
      return {
        ok: false,
        code: 'empty',
        message: 'it is empty: not one character to read; give the page again.',
      }
    case 'binary':
      return {
        ok: false,
        code: 'binary',
        message: `it is ${seen.what}, not a web page or text; save the article as HTML or plain text and give that.`,
      }
    case 'html':
    case 'text':
      return { ok: true, mediaType: declaredKind(declared) ?? seen.kind }
  }
}

function declaredKind(declared: string | null): 'html' | 'text' | null {
  if (declared === 'text/html' || declared === 'application/xhtml+xml') return 'html'
  if (declared === 'text/plain' || declared === 'text/markdown') return 'text'
  return null
}
