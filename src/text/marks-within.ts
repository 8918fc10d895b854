/** Finds what stands in double quotation marks. Linear; never crosses the span it is given. */
import type { Span } from '../model/span.js'

/** Parts of a span between “ and ”, or between straight double marks. A part open at either end counts to the end. */
export function marksWithin(text: string, span: Span): readonly Span[] {
  const parts: Span[] = []
  let open = -1
  for (let at = span.start; at < span.end; at++) {
    const character = text.charAt(at)
    const opens = character === '“' || (character === '"' && open < 0)
    const closes = character === '”' || (character === '"' && open >= 0)
    if (opens) open = at
    else if (closes && open >= 0) {
      parts.push({ start: open, end: at + 1 })
      open = -1
    }
  }
  if (open >= 0) parts.push({ start: open, end: span.end })
  return parts
}
