/**
 * What a cell of a table says in plain text: the report's own words, so that a reader sees what was linked, and only
 * where they do not agree a word on how.
 *
 * In:    a cell of a column or of a fact, and the report it is of. Out: one line. Never: a verdict where words can stand.
 */
import type { Cell } from '../model/alignment.js'
import type { Fact } from '../model/comparison.js'
import type { InspectedArticle } from '../model/report.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { passageText } from './passage.js'
import { inQuotes, shorten, visibleLine } from './safe-text.js'
import { reasonText, stanceWords } from './words.js'

const longest = 140

/** `“They signed at dawn”`, `says it is not so: “Nothing was signed”`, `cannot tell; closest: “…”`, `no passage found`. */
export function cellWords(article: InspectedArticle, cell: Cell | undefined): string {
  switch (cell?.state) {
    case undefined:
      return 'cannot tell'
    case 'present': {
      const [words = ''] = cell.mentions
        .map(({ spans }) => printed(article, spans))
        .sort(byKeys(({ length }) => -length))
      const how = cell.stance === 'asserts' && words !== '' ? '' : stanceWords[cell.stance]
      return [how, words].filter((part) => part !== '').join(': ')
    }
    case 'absent':
      return 'no passage found'
    case 'unknown': {
      const closest = cell.nearest === undefined ? '' : printed(article, [cell.nearest])
      return closest === '' ? `cannot tell: ${reasonText(cell.reason)}` : `cannot tell; closest: ${closest}`
    }
  }
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
