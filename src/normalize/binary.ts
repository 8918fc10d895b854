/**
 * Tells files that hold no text: empty ones, pictures, archives, documents.
 *
 * In:    the bytes. Out: a code and sentence, or null for what may be text.
 */
export type NotText = { readonly code: 'empty' | 'not-text'; readonly message: string }

/** First bytes of common formats (their specifications), in Latin-1. */
const MAGIC: readonly string[] = [
  '%PDF',
  'PK\u0003\u0004',
  '\u0089PNG',
  'GIF8',
  '\u00FF\u00D8\u00FF',
  '\u001F\u008B',
  'RIFF',
  '\u00D0\u00CF\u0011\u00E0',
  '7z\u00BC\u00AF',
  '\u007FELF',
]
const SAMPLE = 4096
/** Share of control characters that no text in an ASCII-based encoding reaches. */
const MAX_CONTROLS = 0.05

export function notText(bytes: Uint8Array): NotText | null {
  const head = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1')
  if (head.trim() === '')
    return { code: 'empty', message: 'the file is empty; give one that holds the article.' }
  const utf16 = head.startsWith('\u00FF\u00FE') || head.startsWith('\u00FE\u00FF')
  const controls = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/gu)?.length ?? 0
  if (MAGIC.some((magic) => head.startsWith(magic)) || (!utf16 && controls > head.length * MAX_CONTROLS))
    return {
      code: 'not-text',
      message:
        'the file is no text or HTML (a picture, document or archive); save the article as a page or as text.',
    }
  return null
}
