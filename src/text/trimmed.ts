/** In: text, and the characters that may go from its ends. Out: the text on one line without them. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function trimmedOf(text: string, from: string, to: string): string {
  let [start, end] = [0, text.length]
  while (start < end && from.includes(text.charAt(start))) start++
  while (end > start && to.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** Without the stop at the end. */
export function unstopped(text: string): string {
  return trimmedOf(text, '', '.,; ')
}

/** Letters and digits in lower case, one space where anything else stands: for equality by words. */
export function normalText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same without the spaces: "She’ s" and "She's" are one. */
export function lettersOf(text: string): string {
  return normalText(text).replaceAll(' ', '')
}

/** Words that say nothing without the next: a cut before it would take away a denial, or end on "the". */
const leadingOn =
  /^(?:an?|the|and|or|but|not|never|no|(?:did|do|does|was|were|is|are|has|have|had|would|could|should)(?:n[’']t)?|of|to|in|on|at|by|for|from|with|that|who|which)$/iu

/** At most `limit` code units, an ellipsis in place of the rest, no surrogate pair split. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  const words = (space > limit * 0.6 ? cut.slice(0, space) : cut).split(' ')
  while (words.length > 2 && leadingOn.test(words.at(-1) ?? '')) words.pop()
  // What would stand before the ellipsis and says nothing: another ellipsis, an opening mark.
  return `${words.join(' ').replace(/[\s…“‘]{1,8}$/u, '')}…`
}

const clauseEnds = [', ', '; ', ': ', ' — ', ' – ', ' ― ']

/** The same, where a clause ends in its second half at the end of the last. */
export function shortenAtClause(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = Math.max(...clauseEnds.map((mark) => text.lastIndexOf(mark, limit - 1)))
  return end * 2 < limit ? shorten(text, limit) : `${text.slice(0, end)}…`
}
