/**
 * GUIDs that follow from content (UUID version 5, RFC 9562): the same thing has the same GUID in every run.
 *
 * In: the parts that name a thing. Out: `8-4-4-4-12` hex digits, lower case. Never: randomness.
 */
import { createHash } from 'node:crypto'

/** Names this program's ids; any fixed UUID would do. */
const namespace = Buffer.from('0f1d7a5e6c3b5c2a9a414f3d53594e50', 'hex')

export function guid(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(parts.join('\u0000')).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
