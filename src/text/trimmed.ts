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
