/** What exchange formats ask for: ids that follow from content (UUID version 5, RFC 9562), places in Unicode code points. */
import { createHash } from 'node:crypto'
import { firstThat } from '../text/first-that.js'
import { itemAt } from '../text/item-at.js'

/** Names this program's ids; any fixed UUID would do. */
const namespace = Buffer.from('0f1d7a5e6c3b5c2a9a414f3d53594e50', 'hex')

export function guid(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(parts.join('\u0000')).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** From code-unit offsets (0 to length) to code-point offsets. */
export function codePointOffsets(text: string): (offset: number) => number {
  // Code-unit offsets of the second halves of surrogate pairs, ascending: one less code point for each before.
  const seconds: number[] = []
  for (let index = 0; index < text.length; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) seconds.push(++index)
  }
  // An offset that is a second half counts itself.
  return (offset) => offset - firstThat(seconds.length, (index) => itemAt(seconds, index) > offset)
}
