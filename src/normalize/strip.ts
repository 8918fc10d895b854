/**
 * Strip: takes out of the HTML source what a parser without scripts must not see.
 *
 * In:    HTML source.
 * Out:   the source without `<style>` and without `<script>`, JSON-LD scripts excepted; frames stand as `<embed>`.
 * Never: backtracks: one pass over the source, whatever it holds.
 *
 * Why before parsing: malformed style sheets make jsdom throw, and parsing takes less than half the time without them. Of
 * each frame jsdom makes a window, which takes as long as a page does.
 */
const OPENING = /<(style|script|iframe|frame)(?=[\s/>])/giu

export function stripScriptsAndStyles(html: string): string {
  const kept: string[] = []
  let from = 0
  let framesEnd = true
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(html); match; match = OPENING.exec(html)) {
    const tagEnd = html.indexOf('>', match.index)
    if (tagEnd === -1) break
    const name = (match[1] ?? '').toLowerCase()
    if (name.endsWith('frame')) {
      const closed: number = name === 'iframe' && framesEnd ? elementEnd(html, name, tagEnd + 1) : html.length
      framesEnd &&= name === 'frame' || closed < html.length
      kept.push(
        html.slice(from, match.index),
        '<embed',
        html.slice(match.index + match[0].length, tagEnd + 1),
      )
      // Where one is never closed, what stands behind it is kept, though browsers do not show it.
      from = closed < html.length ? closed : tagEnd + 1
      OPENING.lastIndex = from
      continue
    }
    const end = elementEnd(html, name, tagEnd + 1)
    OPENING.lastIndex = end
    if (isJsonLd(html.slice(match.index, tagEnd))) continue
    kept.push(html.slice(from, match.index))
    from = end
  }
  kept.push(html.slice(from))
  return kept.join('')
}

/** Place after the closing tag; the rest of the file where there is none, as browsers read it. */
function elementEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'giu')
  closing.lastIndex = from
  const match = closing.exec(html)
  if (!match) return html.length
  const end = html.indexOf('>', match.index)
  return end === -1 ? html.length : end + 1
}

function isJsonLd(tag: string): boolean {
  return /application\/ld\+json/iu.test(tag)
}

/** Script elements in the source, JSON-LD included. */
export function countScripts(html: string): number {
  return html.match(/<script(?=[\s/>])/giu)?.length ?? 0
}
