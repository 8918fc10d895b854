/**
 * Whether a first line reads as a headline: a text whose headline is missing opens with its first sentence.
 *
 * In: a line. Out: no for one longer than headlines are, for a sentence of some length that ends in a full stop,
 * and for a line that says when the text was published.
 */
const stamp = /^(?:last )?(?:published|posted|updated)\b.*\d/iu
const longestHeadline = 24
const longestWithStop = 11

export function isHeadlineLine(line: string): boolean {
  const words = line.trim().split(/\s+/u).length
  const isSentence = /[\p{Ll}\d]\.[”"’]?\s*$/u.test(line) && words > longestWithStop
  return words <= longestHeadline && !isSentence && !stamp.test(line.trim())
}
