/** Words of an article: as they stand, or in quotation marks of our own. */
import type { Span } from '../model/span.js'
import { inQuotes } from '../text/in-quotes.js'
import type { ArticleView } from '../likeness/view.js'

/** Words of an article in quotation marks of our own: on one line, inner marks single, cut at a word when long. */
export function quoted(words: string, limit = 160): string {
  const line = words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?:[,;:]|(?<![.\p{Lu}])\.)(?=[”"]?$)/u, '')
  if (line.length <= limit) return inQuotes(line)
  const cut = line.slice(0, limit)
  const space = cut.lastIndexOf(' ')
  return inQuotes(`${cut.slice(0, space > limit / 2 ? space : limit)} …`)
}

export function slice(view: ArticleView, span: Span): string {
  return view.text.slice(span.start, span.end)
}
