/** The lines of a plain text, with their places. In: decoded text. Out: every line, blank ones too. Changes nothing. */

/** Half-open offsets without white space at either end. */
export type Line = { readonly start: number; readonly end: number; readonly blank: boolean }

export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const end of text.matchAll(/\r\n|[\r\n]/gu)) {
    lines.push(lineBetween(text, from, end.index))
    from = end.index + end[0].length
  }
  if (from < text.length || lines.length === 0) lines.push(lineBetween(text, from, text.length))
  return lines
}

function lineBetween(text: string, from: number, to: number): Line {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  const start = from + (raw.length - raw.trimStart().length)
  return { start, end: start + trimmed.length, blank: trimmed === '' }
}
