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

/** At most `limit` code units, an ellipsis in place of the rest, no surrogate pair split. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  // What would stand before the ellipsis and says nothing: another ellipsis, an opening mark.
  return `${(space > limit * 0.6 ? cut.slice(0, space) : cut).replace(/[\s…“‘]{1,8}$/u, '')}…`
}
