/**
 * What a cell of a table says in plain text: the report's own words, so that a reader sees what was linked, and only
 * where they do not agree a word on how.
 *
 * In:    a cell of a column or of a fact, and the report it is of. Out: one line. Never: a verdict where words can stand.
 */
import type { Column, PresentCell } from '../model/alignment.js'
import type { Fact } from '../model/comparison.js'
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'
import { inQuotes } from '../text/in-quotes.js'
import { byKeys } from '../text/order.js'
import { passageText } from './passage.js'
import { shorten, visibleLine } from './safe-text.js'
import { reasonText, stanceWords } from './words.js'

const longest = 140
/** An absence less sure than this is none that a reader could rest on. */
const sureAbsence = 0.7

/** `“They signed at dawn”`, `says it is not so: “…”`, `perhaps: “…”`, `no passage found`, `cannot tell: the text breaks off`. */
export function cellWords(article: InspectedArticle, column: Column): string {
  const cell = column.cells[article.id]
  switch (cell?.state) {
    case undefined:
      return 'cannot tell'
    case 'present':
      return linkedWords(article, column, cell)
    case 'absent':
      return cell.confidence < sureAbsence
        ? closest(article, cell.nearest, 'no passage found')
        : 'no passage found'
    case 'unknown':
      return closest(article, cell.nearest, `cannot tell: ${reasonText(cell.reason)}`)
  }
}

function closest(article: InspectedArticle, span: Span | null | undefined, none: string): string {
  const words = span ? printed(article, [span]) : ''
  return words === '' ? none : `perhaps: ${words}`
}

function linkedWords(article: InspectedArticle, column: Column, cell: PresentCell): string {
  const { closest = cell.mentions[0]?.ref } = cell
  const passages = 'speaker' in column ? cell.mentions : cell.mentions.filter(({ ref }) => ref === closest)
  const spans = passages.flatMap((mention) => mention.spans).sort(byKeys(({ start }) => start))
  const words = printed(article, spans)
  if (cell.stance !== 'asserts' || words === '')
    return [stanceWords[cell.stance], words].filter((part) => part !== '').join(': ')
  return cell.perhaps === true ? `perhaps: ${words}` : words
}

/** A value as a report prints it, each wording once: `“17 hours”`; the name where the fact asks for one. */
export function valueWords(
  article: InspectedArticle,
  { kind }: Fact,
  { text, articles, spans }: Fact['values'][number],
): readonly string[] {
  if (!articles.includes(article.id)) return []
  if (kind === 'person') return [`“${visibleLine(text)}”`]
  const own = spans.filter((span) => span.article === article.id)
  return [...new Set(own.map((span) => printed(article, [span])).filter((words) => words !== ''))]
}

function printed(article: InspectedArticle, spans: readonly Span[]): string {
  const words = visibleLine(passageText(article, spans))
  return words === '' ? '' : inQuotes(shorten(words, longest))
}
