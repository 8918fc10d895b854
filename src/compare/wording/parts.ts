/**
 * Pieces of sentences: names, quoted words, counts. All lenses speak through these and through templates.ts.
 *
 * Never: says anything of an outlet's mind; the subject is a report or a passage.
 */
import type { Span } from '../../model/span.js'
import { inQuotes } from '../../text/in-quotes.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import type { Named } from './templates.js'

/** Names in the canonical order: "A", "A and B", "A, B and C". */
export function names(context: Context, ids: readonly string[]): string {
  const wanted = new Set(ids)
  const list = context.views.filter((view) => wanted.has(view.id)).map((view) => view.name)
  return joinAnd(list)
}

export function namesOf(context: Context, views: readonly ArticleView[]): Named {
  const ids = views.map(({ id }) => id)
  return { names: names(context, ids), one: ids.length === 1 }
}

export function joinAnd(list: readonly string[]): string {
  if (list.length < 2) return list[0] ?? ''
  return `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`
}

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
