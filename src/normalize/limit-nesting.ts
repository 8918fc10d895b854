/**
 * Limit nesting: takes tags out of HTML source that nest absurdly deep or break lines without end.
 *
 * In:    HTML source. Out: the same source with the tags of container elements beyond MAX_DEPTH and third line breaks in a row left out.
 * Never: drops a character of text; needs more than one pass.
 *
 * Reason: parsers and Readability take time that grows with the square of the depth. Browsers cut at 512; news pages stay below 60.
 */
const MAX_DEPTH = 150

/** Elements that authors close; those with optional end tags (`p`, `li`, `td`) close by themselves. */
const CONTAINERS: ReadonlySet<string> = new Set(
  (
    'div span section article table blockquote ul ol dl b i u em strong font a form center fieldset aside main header ' +
    'footer figure details nav small big cite code label button q s sub sup pre address object ins del'
  ).split(' '),
)

const TAG = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/giu

export function limitNesting(html: string): string {
  const kept: string[] = []
  const skipped = new Map<string, number>()
  let depth = 0
  let breaks = 0
  let from = 0
  let lastEnd = 0
  TAG.lastIndex = 0
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const closing = html.indexOf('>', TAG.lastIndex)
    if (closing === -1) break
    const end = closing + 1
    TAG.lastIndex = end
    const name = (match[2] ?? '').toLowerCase()
    const leaves = match[1] === '/'
    const blank = match.index === lastEnd || html.slice(lastEnd, match.index).trim() === ''
    breaks = name === 'br' ? (blank ? breaks + 1 : 1) : 0
    lastEnd = end
    let drop = breaks > 2
    if (CONTAINERS.has(name)) {
      const over = skipped.get(name) ?? 0
      if (leaves && over > 0) {
        skipped.set(name, over - 1)
        drop = true
      } else if (leaves) depth = Math.max(0, depth - 1)
      else if (depth >= MAX_DEPTH) {
        skipped.set(name, over + 1)
        drop = true
      } else depth++
    }
    if (!drop) continue
    kept.push(html.slice(from, match.index))
    from = end
  }
  kept.push(html.slice(from))
  return kept.join('')
}
