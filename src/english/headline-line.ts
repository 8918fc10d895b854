/** Whether a first line reads as a headline: a text whose headline is missing opens with its first sentence. */
const stamp = /^(?:last )?(?:published|posted|updated)\b.*\d/iu
const longestHeadline = 36
const longestWithStop = 11

export function isHeadlineLine(line: string): boolean {
  const words = line.trim().split(/\s+/u).length
  const isSentence = /[\p{Ll}\d]\.[”"’]?\s*$/u.test(line) && words > longestWithStop
  return words <= longestHeadline && !isSentence && !stamp.test(line.trim()) && /\p{L}/u.test(line)
}
