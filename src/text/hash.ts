/** Content hashes: the source of every id. */
import { createHash } from 'node:crypto'

/** sha256 in lower-case hex (64 digits). */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Of a text that was read: which version of an article it is. */
export function textId(text: string): string {
  return sha256(text).slice(0, 24)
}

/** An id such as `a-3f9c01d2ab44`: a prefix and the first 12 hex digits of the hash over the parts, order kept. */
export function contentId(prefix: string, ...parts: readonly string[]): string {
  return `${prefix}-${sha256(parts.join('\u0000')).slice(0, 12)}`
}
