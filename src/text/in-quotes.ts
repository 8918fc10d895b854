/** Words put into quotation marks of ours: marks within marks are single. In: words of a text. Out: the same, marked. */

/** Without the marks around the whole of it: `“Not yet,” she said, “but soon”` keeps its own. */
export function bare(words: string): string {
  return /^[“"][^“”"]*[”"]$/u.test(words) ? words.slice(1, -1) : words
}

/** Without a mark at either end, for where others are put. */
export function unquoted(words: string): string {
  return words.replace(/^["“”'‘’«»„]/, '').replace(/["“”'‘’«»„]$/, '')
}

/** Marks within marks are single; where one stands without its other, at the edge of a passage, it goes or is closed. */
export function inQuotes(words: string): string {
  return `“${unpaired(curled(bare(words)))
    .replaceAll('“', '‘')
    .replaceAll('”', '’')}”`
}

/** Straight marks open and close in turn. */
function curled(words: string): string {
  let isOpen = false
  return words.replaceAll('„', '“').replace(/"/gu, () => {
    isOpen = !isOpen
    return isOpen ? '“' : '”'
  })
}

/** A closing mark that nothing opened goes; so does an opening one at the very start; any other is closed at the end. */
function unpaired(words: string): string {
  let open = -1
  let kept = ''
  for (const character of words) {
    if (character === '”' && open < 0) continue
    if (character === '“') open = kept.length
    if (character === '”') open = -1
    kept += character
  }
  if (open < 0) return kept
  return open === 0 ? kept.slice(1) : `${kept}”`
}
