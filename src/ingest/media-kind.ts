/**
 * Whether bytes are a page or a text, by what the transport or the file's name declared, and by looking.
 * In: declared media type (or null) and bytes. Out: `html` or `text`, or why neither.
 */
import { sniff } from '../text/sniff.js'

type MediaKind =
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
        message: `it is ${seen.what}, not a web page or text; ${adviceFor(seen.what)}`,
      }
    case 'html':
    case 'text':
      return { ok: true, mediaType: declaredKind(declared) ?? seen.kind }
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
    case 'a ZIP archive':
      return 'unpack it and give the folder.'
    case 'a web archive (MHTML)':
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
