/**
 * A table with a column for each report, a row for each thing: details, positions, names.
 *
 * In: a View, words and rows. Out: markup. Never: more than `most` rows; the page says where the rest is.
 */
import { html, type Markup } from './markup.js'
import { more, noneLeft } from './more.js'
import { byOutlet, cellsLead, outletHeads } from './outlets.js'
import { headAndRows, scrollTable } from './table.js'
import type { View } from './view.js'

type OutletTable<Row> = {
  /** A class of its own. */
  readonly name: string
  /** For who cannot see it. */
  readonly title: string
  /** What stands above the first column. */
  readonly head: string
  readonly lead: string
  /** What an empty cell says. */
  readonly silent: string
  /** Instead of a table without rows. */
  readonly none: string
  readonly most: number
  /** Which files have all rows. */
  readonly rest: string
  readonly rows: readonly Row[]
  readonly row: (row: Row) => Markup
}

export function outletTable<Row>(view: View, table: OutletTable<Row>): Markup {
  const { rows, most } = table
  if (rows.length === 0) return html`<p>${table.none}</p>`
  const content = scrollTable(
    table.title,
    headAndRows([table.head, outletHeads(view)], rows.slice(0, most).map(table.row)),
    byOutlet(view, table.name),
  )
  return html`${cellsLead(view, table.lead, table.silent)}${content}${noneLeft}${more(rows.length - most, table.rest)}`
}
