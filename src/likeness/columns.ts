/** Columns looked up: who tells one, and which articles share one. */
import type { Alignment, Cell, Column, PresentCell } from '../model/alignment.js'
import { once } from '../text/once.js'
import { sortedBy } from '../text/order.js'

/** The cells of a column that tell it, in order of article id. */
export const presentCells = once((column: Column): readonly (readonly [string, PresentCell])[] =>
  entries(column).flatMap(([id, cell]) => (cell.state === 'present' ? [[id, cell] as const] : [])),
)

/** All cells of a column, in order of article id. */
export const entries = once((column: Column): readonly (readonly [string, Cell])[] =>
  sortedBy(Object.entries(column.cells), (entry) => entry[0]),
)

/** Articles that share at least one column with another: the rest are of some other event, or could not be read. */
export function relatedArticles(alignment: Pick<Alignment, 'quotes' | 'claims'>): ReadonlySet<string> {
  const related = new Set<string>()
  for (const column of [...alignment.quotes, ...alignment.claims]) {
    const present = presentCells(column)
    if (present.length > 1) for (const [id] of present) related.add(id)
  }
  return related
}
