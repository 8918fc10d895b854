/** What exchange formats ask for: ids that follow from content (UUID version 5, RFC 9562), places in Unicode code points. */
import { createHash } from 'node:crypto'

/** Names this program's ids; any fixed UUID would do. */
const namespace = Buffer.from('0f1d7a5e6c3b5c2a9a414f3d53594e50', 'hex')

export function guid(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(parts.join('\u0000')).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Places of a text in code units to those in code points, and back; `plain`: in the text whose line ends became LF. */
export function positionsOf(
  text: string,
  plain = true,
): {
  readonly point: (unit: number) => number
  readonly unit: (point: number) => number
} {
  const points = new Uint32Array(text.length + 1)
  const units: number[] = []
  for (let unit = 0; unit < text.length;) {
    points[unit] = units.length
    units.push(unit)
    const isTwo = (text.codePointAt(unit) ?? 0) > 0xffff || (plain && text.startsWith('\r\n', unit))
    // Between two halves, the first counts.
    if (isTwo) points[unit + 1] = units.length
    unit += isTwo ? 2 : 1
  }
  points[text.length] = units.length
  return {
    point: (unit) => points[Math.min(unit, text.length)] ?? 0,
    unit: (point) => units[point] ?? text.length,
  }
}
