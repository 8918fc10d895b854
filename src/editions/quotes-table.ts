/**
 * Who said what over all sources, as a table for a terminal.
 *
 * In: lines of quotes, a width in columns. Out: text. Never: control characters of an article.
 */
import type { QuoteLine } from '../model/quote-line.js'
import { visibleLine } from '../print/safe-text.js'
import { joined } from '../report/tables/quote-lines.js'
import { columns, wrap } from '../print/wrap.js'
import { itemAt } from '../text/item-at.js'

const headings = ['Speaker', 'Cue', 'Kind', 'Words', 'Outlet'] as const
const gap = '  '
/** Below this width columns would be too narrow to read, and each attribution gets lines of its own. */
const narrowest = 72

export function quotesTable(lines: readonly QuoteLine[], width: number): string {
  if (lines.length === 0) return 'Nobody is quoted in what could be read.\n'
  const rows = lines.map(cells)
  if (width < narrowest) return rows.map((row) => narrow(row, Math.max(24, width))).join('\n')
  const total = Math.min(width, 140)
  const [speaker, cue, kind, outlet] = [
    Math.floor(total / 5),
    Math.floor(total / 8),
    8,
    Math.floor(total / 7),
  ]
  const widths = [speaker, cue, kind, total - speaker - cue - kind - outlet - 4 * gap.length, outlet]
  const rule = widths.map((size) => '-'.repeat(size)).join(gap)
  return [tableRow(headings, widths), rule, ...rows.map((row) => tableRow(row, widths))].join('\n') + '\n'
}

/** An unresolved speaker goes by the printed words in brackets, as the source may be "he" or a crowd. */
function cells({ quote, outlet, words, sourceWords, cueWords }: QuoteLine): readonly string[] {
  const source = joined(sourceWords)
  const speaker = quote.speaker?.name ?? (source === '' ? '(none given)' : `(${source})`)
  return [speaker, joined(cueWords), quote.kind, joined(words), outlet].map(visibleLine)
}

function tableRow(row: readonly string[], widths: readonly number[]): string {
  const wrapped = row.map((cell, i) => wrap(cell, itemAt(widths, i)).split('\n'))
  const height = Math.max(...wrapped.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, i) => padded(cell[line] ?? '', itemAt(widths, i)))
      .join(gap)
      .trimEnd(),
  ).join('\n')
}

function narrow(
  [speaker = '', cue = '', kind = '', words = '', outlet = '']: readonly string[],
  width: number,
) {
  const head = [speaker, cue, kind, outlet].filter((part) => part !== '').join(' · ')
  return `${wrap(head, width)}\n${wrap(words, width, gap)}\n`
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}
