/** Selections of a text as REFI-QDA projects hold it: line ends are LF, places count code points. */
import type { Span } from '../../model/span.js'
import { overlap, spanLength } from '../../text/spans.js'

export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Places of a text in code units to those of its plain text in code points, and back. */
export function positionsOf(text: string): {
  readonly point: (unit: number) => number
  readonly unit: (point: number) => number
} {
  const points = new Uint32Array(text.length + 1)
  const units: number[] = []
  for (let unit = 0; unit < text.length;) {
    points[unit] = units.length
    units.push(unit)
    const size = (text.codePointAt(unit) ?? 0) > 0xffff || text.startsWith('\r\n', unit) ? 2 : 1
    // Between two halves, the first counts.
    if (size === 2) points[unit + 1] = units.length
    unit += size
  }
  points[text.length] = units.length
  return {
    point: (unit) => points[Math.min(unit, text.length)] ?? 0,
    unit: (point) => units[point] ?? text.length,
  }
}

/** Whether a selection means a passage: they share half of the shorter one or more. */
export function covers(selection: Span, passage: Span): boolean {
  const shorter = Math.min(spanLength(selection), spanLength(passage))
  return shorter > 0 && 2 * overlap(selection, passage) >= shorter
}
